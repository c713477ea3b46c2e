using System;
using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class GaussianNLLLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public GaussianNLLLoss(bool full = false, float eps = 1e-8f, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(reduction) => (this.full, this.eps) = (full, eps);

            public bool full { get; }

            public float eps { get; }

            public override torch.Tensor forward(torch.Tensor input, torch.Tensor target, torch.Tensor variance) =>
                torch.nn.functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.GaussianNLLLoss GaussianNLLLoss(
                bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) => new(full, eps, reduction);

            public static partial class functional
            {
                public static Tensor gaussian_nll_loss(
                    Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f,
                    Reduction reduction = Reduction.Mean)
                {
                    using DisposeScope scope = NewDisposeScope();
                    if (input.dim() == 0 || target.dim() == 0 || variance.dim() == 0)
                        throw new ArgumentException("The first dimension is that of the examples: there must be one.", nameof(input));
                    Tensor mean = Operator.Call("reshape", input, (long[])[input.size(0), -1]);
                    Tensor value = Operator.Call("reshape", target, (long[])[target.size(0), -1]);
                    if (!mean.shape.AsSpan().SequenceEqual(value.shape))
                        throw new ArgumentException("Input and target differ in shape.", nameof(target));
                    Tensor spread = Operator.Call("reshape", variance, (long[])[value.size(0), -1]);
                    if (spread.size(1) != mean.size(1) && spread.size(1) != 1)
                        throw new ArgumentException("There must be one variance to each number, or one to each example.", nameof(variance));
                    if (Operator.CallScalar("_local_scalar_dense", Operator.Call("any", Operator.Call("lt.Scalar", spread, 0))).ToBoolean())
                        throw new ArgumentException("A variance is negative.", nameof(variance));
                    // Where a variance is too small another one takes its place, and nothing flows back.
                    using (no_grad()) spread = Operator.Call("clamp_min", spread, (double)eps);
                    Tensor square = Operator.Call("square", Operator.Call("sub.Tensor", mean, value));
                    Tensor terms = Operator.Call("add.Tensor", Operator.Call("log", spread), Operator.Call("div.Tensor", square, spread));
                    Tensor losses = Operator.Call("mul.Scalar", Operator.Call("sum.dim_IntList", terms, (long[])[1]), 0.5);
                    if (full) losses = Operator.Call("add.Scalar", losses, 0.5 * mean.size(1) * Math.Log(2 * Math.PI));
                    return scope.MoveToOuter(Reduced(losses, reduction));
                }
            }
        }
    }
}
