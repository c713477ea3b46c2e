using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Hardshrink : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Hardshrink(double lambda)
                : base(nameof(Hardshrink)) => this.lambda = lambda;

            public double lambda { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.hardshrink(tensor, lambda);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

            public static partial class functional
            {
                public static Tensor hardshrink(Tensor x, double lambda = 0.5) =>
                    Operator.Call("hardshrink", x, lambda);
            }
        }
    }
}
