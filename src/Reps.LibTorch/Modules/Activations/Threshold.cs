namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Threshold : ParameterLessModule<torch.Tensor, torch.Tensor>
        {
            internal Threshold(double threshold, double value, bool inplace)
                : base(nameof(Threshold)) => (this.threshold, this.value, this.inplace) = (threshold, value, inplace);

            public double threshold { get; set; }

            public double value { get; set; }

            public bool inplace { get; set; }

            public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.threshold(tensor, threshold, value, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Threshold Threshold(double threshold, double value, bool inplace = false) => new(threshold, value, inplace);

            public static partial class functional
            {
                public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                    Activation.Call(x, inplace, "threshold", threshold, value);
            }
        }
    }
}
