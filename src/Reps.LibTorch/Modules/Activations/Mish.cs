namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Mish : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Mish(bool inplace)
                : base(nameof(Mish)) => this.inplace = inplace;

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.mish(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Mish Mish() => new(false);

            public static Modules.Mish Mish(bool inplace) => new(inplace);

            public static partial class functional
            {
                public static Tensor mish(Tensor x, bool inplace = false) =>
                    Activation.Call(x, inplace, "mish");
            }
        }
    }
}
