namespace TorchSharp
{
    namespace Modules
    {
        public sealed class SELU : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal SELU(bool inplace)
                : base(nameof(SELU)) => this.inplace = inplace;

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.selu(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.SELU SELU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                public static Tensor selu(Tensor x, bool inplace = false) =>
                    Activation.Call(x, inplace, "selu");
            }
        }
    }
}
