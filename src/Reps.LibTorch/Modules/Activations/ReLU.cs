namespace TorchSharp
{
    namespace Modules
    {
        public sealed class ReLU : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal ReLU(bool inplace)
                : base(nameof(ReLU)) => this.inplace = inplace;

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.relu(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ReLU ReLU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                public static Tensor relu(Tensor x, bool inplace = false) =>
                    Activation.Call(x, inplace, "relu");
            }
        }
    }
}
