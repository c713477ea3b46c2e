using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class CrossEntropyLoss : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public CrossEntropyLoss(
                torch.Tensor? weight = null, long? ignore_index = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean,
                double label_smoothing = 0.0)
                : base(weight, reduction) => (this.ignore_index, this.label_smoothing) = (ignore_index, label_smoothing);

            public long? ignore_index { get; }

            public double label_smoothing { get; }

            public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
                torch.nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.CrossEntropyLoss CrossEntropyLoss(
                Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) =>
                new(weight, ignore_index, reduction);

            public static partial class functional
            {
                public static Tensor cross_entropy(
                    Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean,
                    double label_smoothing = 0.0) =>
                    Operator.Call("cross_entropy_loss", input, target, weight, (long)reduction, ignore_index, label_smoothing);
            }
        }
    }
}
