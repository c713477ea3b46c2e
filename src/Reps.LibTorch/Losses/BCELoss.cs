using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class BCELoss : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public BCELoss(torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(weight, reduction) { }

            public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
                torch.nn.functional.binary_cross_entropy(input, target, weight, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            public static partial class functional
            {
                public static Tensor binary_cross_entropy(
                    Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                    Operator.Call("binary_cross_entropy", input, target, weight, (long)reduction);
            }
        }
    }
}
