using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Derivatives of recorded operations.</summary>
    public static partial class autograd
    {
        /// <summary>The gradients of outputs by inputs.</summary>
        /// <param name="outputs">What is differentiated.</param>
        /// <param name="inputs">What it is differentiated by.</param>
        /// <param name="grad_outputs">The cotangents of the outputs; null for one, where the output is a single number.</param>
        /// <param name="retain_graph">Whether the graph can be used again.</param>
        /// <param name="create_graph">Whether the gradients are recorded themselves, for higher derivatives.</param>
        /// <param name="allow_unused">Whether an input may have no influence; its gradient is then a tensor that <see cref="Tensor.IsInvalid"/>.</param>
        /// <returns>One gradient for each input.</returns>
        public static IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false
        )
        {
            nint[] o = Handles(outputs), i = Handles(inputs), g = Handles(grad_outputs);
            nint[] results = new nint[i.Length];
            fixed (nint* po = o, pi = i, pg = g, pr = results)
                Native.Check(
                    Native.rt_grad(
                        po, o.Length, pi, i.Length, pg, g.Length, retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, pr));
            GC.KeepAlive((outputs, inputs, grad_outputs));
            return [.. results.Select(h => new Tensor(h))];
        }

        /// <summary>Adds the gradients of tensors to the <c>grad</c> of the leaves that they depend on.</summary>
        public static void backward(
            IList<Tensor> tensors,
            IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null
        )
        {
            nint[] t = Handles(tensors), g = Handles(grad_tensors), i = Handles(inputs);
            fixed (nint* pt = t, pg = g, pi = i)
                Native.Check(
                    Native.rt_backward(pt, t.Length, pg, g.Length, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0, pi, i.Length));
            GC.KeepAlive((tensors, grad_tensors, inputs));
        }

        /// <summary>Adds the gradients of a tensor to the <c>grad</c> of the leaves that it depends on.</summary>
        public static void backward(
            Tensor tensor,
            IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null
        ) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>Adds the gradients of a tensor, times its cotangent, to the <c>grad</c> of the leaves that it depends on.</summary>
        public static void backward(
            Tensor tensor,
            Tensor grad_tensor,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null
        ) => backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        private static nint[] Handles(IList<Tensor>? tensors) => tensors is null ? [] : [.. tensors.Select(t => t is null ? 0 : t.Handle)];
    }
}
