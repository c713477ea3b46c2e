using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class PairwiseDistance : ParameterLessModule<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            internal PairwiseDistance(double p, double eps, bool keepdim)
                : base(nameof(PairwiseDistance)) => (norm, this.eps, this.keepdim) = (p, eps, keepdim);

            public double norm { get; set; }

            public double eps { get; set; }

            public bool keepdim { get; set; }

            public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2) =>
                torch.nn.functional.pairwise_distance(input1, input2, norm, eps, keepdim);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.PairwiseDistance PairwiseDistance(double p = 2.0, double eps = 1e-6, bool keepdim = false) => new(p, eps, keepdim);

            public static partial class functional
            {
                public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                    Operator.Call("pairwise_distance", input1, input2, p, eps, keepdim);
            }
        }
    }
}
