namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Tanh : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Tanh(bool inplace)
                : base(nameof(Tanh)) => this.inplace = inplace;

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.tanh(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Tanh Tanh() => new(false);

            public static Modules.Tanh Tanh(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                public static Tensor tanh(Tensor x, bool inplace = false) =>
                    Activation.Call(x, inplace, "tanh");
            }
        }
    }
}
