namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Sigmoid : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Sigmoid(bool inplace)
                : base(nameof(Sigmoid)) => this.inplace = inplace;

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.sigmoid(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Sigmoid Sigmoid() => new(false);

            public static Modules.Sigmoid Sigmoid(bool inplace) => new(inplace);

            public static partial class functional
            {
                public static Tensor sigmoid(Tensor x) =>
                    sigmoid(x, false);

                public static Tensor sigmoid(Tensor x, bool inplace) =>
                    Activation.Call(x, inplace, "sigmoid");
            }
        }
    }
}
