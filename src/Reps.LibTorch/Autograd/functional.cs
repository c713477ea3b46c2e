using System;
using System.Collections.Generic;
using System.Linq;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Derivatives of functions.</summary>
        public static partial class functional
        {
            /// <summary>
            /// The derivatives of every element of every output by every element of every input: for each output one tensor by each input, with the
            /// shape of the output followed by that of the input.
            /// </summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs)
            {
                using DisposeScope scope = NewDisposeScope();
                using IDisposable recording = enable_grad();
                Tensor[] leaves = [.. inputs.Select(x => x.detach().requires_grad_())];
                List<Tensor> jacobians = [];
                foreach (Tensor output in function(leaves))
                {
                    List<Tensor>[] rows = [.. leaves.Select(_ => new List<Tensor>())];
                    foreach (Tensor element in output.reshape(-1).unbind())
                    {
                        IList<Tensor> gradients = grad([element], leaves, retain_graph: true, allow_unused: true);
                        for (int n = 0; n < leaves.Length; n++)
                            rows[n].Add(gradients[n].IsInvalid ? zeros_like(leaves[n]) : gradients[n]);
                    }
                    for (int n = 0; n < leaves.Length; n++)
                    {
                        long[] shape = [.. output.shape, .. leaves[n].shape];
                        jacobians.Add(scope.MoveToOuter(rows[n].Count == 0 ? leaves[n].new_zeros(shape) : stack(rows[n]).view(shape)));
                    }
                }
                return jacobians;
            }

            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) => jacobian(x => [function(x[0])], [inputs]).Single();

            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) => jacobian(x => function(x[0]), [inputs]);

            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
                jacobian(x => new[] { function(x) }, inputs);
        }
    }
}
