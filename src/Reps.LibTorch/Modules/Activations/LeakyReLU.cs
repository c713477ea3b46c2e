namespace TorchSharp
{
    namespace Modules
    {
        public sealed class LeakyReLU : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal LeakyReLU(double negative_slope, bool inplace)
                : base(nameof(LeakyReLU)) => (this.negative_slope, this.inplace) = (negative_slope, inplace);

            public double negative_slope { get; set; }

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.leaky_relu(tensor, negative_slope, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

            public static partial class functional
            {
                public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                    Activation.Call(input, inplace, "leaky_relu", negative_slope);
            }
        }
    }
}
