namespace TorchSharp
{
    namespace Modules
    {
        public sealed class ReLU6 : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal ReLU6(bool inplace)
                : base(nameof(ReLU6)) => this.inplace = inplace;

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.relu6(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ReLU6 ReLU6(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                public static Tensor relu6(Tensor x, bool inplace = false) =>
                    Activation.Call(x, inplace, "relu6");
            }
        }
    }
}
