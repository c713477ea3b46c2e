namespace TorchSharp
{
    namespace Modules
    {
        public sealed class CELU : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal CELU(double alpha, bool inplace)
                : base(nameof(CELU)) => (this.alpha, this.inplace) = (alpha, inplace);

            public double alpha { get; set; }

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.celu(tensor, alpha, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.CELU CELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                    Activation.Call(x, inplace, "celu", alpha);
            }
        }
    }
}
