using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class HingeEmbeddingLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public HingeEmbeddingLoss(double margin = 0.0, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(reduction) => this.margin = margin;

            public double margin { get; }

            public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
                torch.nn.functional.hinge_embedding_loss(input, target, margin, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.HingeEmbeddingLoss HingeEmbeddingLoss(
                double margin = 1.0, Reduction reduction = Reduction.Mean) => new(margin, reduction);

            public static partial class functional
            {
                public static Tensor hinge_embedding_loss(
                    Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                    Operator.Call("hinge_embedding_loss", input, target, margin, (long)reduction);
            }
        }
    }
}
