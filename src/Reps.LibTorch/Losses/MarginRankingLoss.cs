using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class MarginRankingLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public MarginRankingLoss(double margin = 0.0, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(reduction) => this.margin = margin;

            public double margin { get; }

            public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2, torch.Tensor target) =>
                torch.nn.functional.margin_ranking_loss(input1, input2, target, margin, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.MarginRankingLoss MarginRankingLoss(
                double margin = 0.0, Reduction reduction = Reduction.Mean) => new(margin, reduction);

            public static partial class functional
            {
                public static Tensor margin_ranking_loss(
                    Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                    Operator.Call("margin_ranking_loss", input1, input2, target, margin, (long)reduction);
            }
        }
    }
}
