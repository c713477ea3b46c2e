using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class CosineSimilarity : ParameterLessModule<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            internal CosineSimilarity(long dim, double eps)
                : base(nameof(CosineSimilarity)) => (this.dim, this.eps) = (dim, eps);

            public long dim { get; set; }

            public double eps { get; set; }

            public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2) =>
                torch.nn.functional.cosine_similarity(input1, input2, dim, eps);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1e-8) => new(dim, eps);

            public static partial class functional
            {
                public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                    Operator.Call("cosine_similarity", x1, x2, dim, eps);
            }
        }
    }
}
