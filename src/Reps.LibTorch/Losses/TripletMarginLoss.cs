using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class TripletMarginLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public TripletMarginLoss(
                double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false,
                torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(reduction) => (this.margin, this.p, this.eps, this.swap) = (margin, p, eps, swap);

            public double margin { get; }

            public long p { get; }

            internal double eps { get; }

            internal bool swap { get; }

            public override torch.Tensor forward(torch.Tensor anchor, torch.Tensor positive, torch.Tensor negative) =>
                torch.nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.TripletMarginLoss TripletMarginLoss(
                double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                new(margin, p, eps, swap, reduction);

            public static partial class functional
            {
                public static Tensor triplet_margin_loss(
                    Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-06,
                    bool swap = false, Reduction reduction = Reduction.Mean) =>
                    Operator.Call("triplet_margin_loss", anchor, positive, negative, margin, (double)p, eps, swap, (long)reduction);
            }
        }
    }
}
