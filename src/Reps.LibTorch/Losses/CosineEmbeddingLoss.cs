using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class CosineEmbeddingLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public CosineEmbeddingLoss(double margin = 0.0, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(reduction) => this.margin = margin;

            public double margin { get; }

            public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2, torch.Tensor target) =>
                torch.nn.functional.cosine_embedding_loss(input1, input2, target, margin, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.CosineEmbeddingLoss CosineEmbeddingLoss(
                double margin = 0.0, Reduction reduction = Reduction.Mean) => new(margin, reduction);

            public static partial class functional
            {
                public static Tensor cosine_embedding_loss(
                    Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                    Operator.Call("cosine_embedding_loss", input1, input2, target, margin, (long)reduction);
            }
        }
    }
}
