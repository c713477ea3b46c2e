namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Softmax2d : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Softmax2d()
                : base(nameof(Softmax2d)) { }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softmax2d(tensor);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Softmax2d Softmax2d() => new();

            public static partial class functional
            {
                public static Tensor softmax2d(Tensor x) =>
                    softmax(x, -3);
            }
        }
    }
}
