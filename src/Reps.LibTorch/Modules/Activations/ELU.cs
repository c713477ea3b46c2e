namespace TorchSharp
{
    namespace Modules
    {
        public sealed class ELU : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal ELU(double alpha, bool inplace)
                : base(nameof(ELU)) => (this.alpha, this.inplace) = (alpha, inplace);

            public double alpha { get; set; }

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.elu(tensor, alpha, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                    Activation.Call(x, inplace, "elu", alpha);
            }
        }
    }
}
