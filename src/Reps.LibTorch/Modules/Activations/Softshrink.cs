using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Softshrink : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Softshrink(double lambda)
                : base(nameof(Softshrink)) => this.lambda = lambda;

            public double lambda { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softshrink(tensor, lambda);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Softshrink Softshrink(double lambda = 0.5) => new(lambda);

            public static partial class functional
            {
                public static Tensor softshrink(Tensor x, double lambda = 0.5) =>
                    Operator.Call("softshrink", x, lambda);
            }
        }
    }
}
