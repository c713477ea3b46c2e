namespace TorchSharp
{
    namespace Modules
    {
        public sealed class SiLU : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal SiLU(bool inplace)
                : base(nameof(SiLU)) => this.inplace = inplace;

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.silu(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.SiLU SiLU() => new(false);

            public static Modules.SiLU SiLU(bool inplace) => new(inplace);

            public static partial class functional
            {
                public static Tensor silu(Tensor x, bool inplace = false) =>
                    Activation.Call(x, inplace, "silu");
            }
        }
    }
}
