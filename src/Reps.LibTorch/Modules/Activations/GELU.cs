namespace TorchSharp
{
    namespace Modules
    {
        public sealed class GELU : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            public enum Approximate
            {
                none,
                tanh,
            }

            internal GELU(bool inplace, Approximate approximate)
                : base(nameof(GELU)) => (this.inplace, this.approximate) = (inplace, approximate);

            public bool inplace { get; set; }

            public Approximate approximate { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.gelu(tensor, approximate, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.GELU GELU() => new(false, Modules.GELU.Approximate.none);

            public static Modules.GELU GELU(bool inplace) => new(inplace, Modules.GELU.Approximate.none);

            public static Modules.GELU GELU(Modules.GELU.Approximate approximate, bool inplace = false) => new(inplace, approximate);

            public static partial class functional
            {
                public static Tensor gelu(Tensor x) =>
                    gelu(x, false);

                public static Tensor gelu(Tensor x, bool inplace) =>
                    gelu(x, Modules.GELU.Approximate.none, inplace);

                public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) =>
                    Activation.Call(x, inplace, "gelu", approximate.ToString());
            }
        }
    }
}
