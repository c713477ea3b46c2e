// As in TorchSharp: whoever overrides may say more about nulls, or nothing.
#nullable disable

using System.Collections.Generic;
using System.Linq;
using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>An operation with a backward pass of its own: derive from <see cref="SingleTensorFunction{T}"/> or <see cref="MultiTensorFunction{T}"/>.</summary>
        public abstract class Function<T>
            where T : Function<T>, new()
        {
            internal static T Instance { get; } = new();

            /// <summary>What the operation is called in error messages and graphs.</summary>
            public abstract string Name { get; }

            /// <summary>Runs the forward pass without recording, and attaches the backward pass to its results.</summary>
            public static List<Tensor> apply_internal(params object[] vars)
            {
                bool[] isTensor = [.. vars.Select(v => v is Tensor { IsInvalid: false })];
                Tensor[] inputs = [.. vars.OfType<Tensor>().Where(t => !t.IsInvalid)];
                AutogradContext context = new(Instance.Name, isTensor, (c, gradients) => Instance.RunBackward(c, gradients));
                bool recorded = is_grad_enabled() && inputs.Any(t => t.requires_grad);
                List<Tensor> outputs;
                using (no_grad()) outputs = Instance.RunForward(context, vars);
                return recorded ? BackwardCalls.Attach(context, inputs, outputs) : outputs;
            }

            internal abstract List<Tensor> RunForward(AutogradContext context, object[] vars);

            internal abstract List<Tensor> RunBackward(AutogradContext context, List<Tensor> gradients);
        }

        /// <summary>An operation with one result.</summary>
        public abstract class SingleTensorFunction<T> : Function<T>
            where T : SingleTensorFunction<T>, new()
        {
            /// <summary>Runs the operation; this is what users call.</summary>
            public static Tensor apply(params object[] vars) => apply_internal(vars)[0];

            /// <summary>Computes the result.</summary>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <summary>The gradients by each argument; null for those that are no tensors or want none.</summary>
            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            internal sealed override List<Tensor> RunForward(AutogradContext context, object[] vars) => [forward(context, vars)];

            internal sealed override List<Tensor> RunBackward(AutogradContext context, List<Tensor> gradients) => backward(context, gradients[0]);
        }

        /// <summary>An operation with several results.</summary>
        public abstract class MultiTensorFunction<T> : Function<T>
            where T : MultiTensorFunction<T>, new()
        {
            /// <summary>Runs the operation; this is what users call.</summary>
            public static List<Tensor> apply(params object[] vars) => apply_internal(vars);

            /// <summary>Computes the results.</summary>
            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            /// <summary>The gradients by each argument; null for those that are no tensors or want none.</summary>
            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            internal sealed override List<Tensor> RunForward(AutogradContext context, object[] vars) => forward(context, vars);

            internal sealed override List<Tensor> RunBackward(AutogradContext context, List<Tensor> gradients) => backward(context, gradients);
        }
    }
}
