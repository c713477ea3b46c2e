using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Softplus : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Softplus(double beta, double threshold)
                : base(nameof(Softplus)) => (this.beta, this.threshold) = (beta, threshold);

            public double beta { get; set; }

            public double threshold { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softplus(tensor, beta, threshold);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

            public static partial class functional
            {
                public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                    Operator.Call("softplus", x, beta, threshold);
            }
        }
    }
}
