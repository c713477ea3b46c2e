namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Hardsigmoid : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Hardsigmoid(bool inplace)
                : base(nameof(Hardsigmoid)) => this.inplace = inplace;

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.hardsigmoid(tensor, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                    Activation.Call(input, inplace, "hardsigmoid");
            }
        }
    }
}
