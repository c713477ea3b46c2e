using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class MultiMarginLoss : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public MultiMarginLoss(
                int p = 1, double margin = 1.0, torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(weight, reduction) => (this.p, this.margin) = (p, margin);

            public int p { get; }

            public double margin { get; }

            public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
                torch.nn.functional.multi_margin_loss(input, target, p, margin, weight, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.MultiMarginLoss MultiMarginLoss(
                int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(p, margin, weight, reduction);

            public static partial class functional
            {
                public static Tensor multi_margin_loss(
                    Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null,
                    Reduction reduction = Reduction.Mean) =>
                    Operator.Call("multi_margin_loss", input, target, p, margin, weight, (long)reduction);
            }
        }
    }
}
