using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class MultiLabelSoftMarginLoss : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public MultiLabelSoftMarginLoss(torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(weight, reduction) { }

            public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
                torch.nn.functional.multilabel_soft_margin_loss(input, target, weight, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.MultiLabelSoftMarginLoss MultiLabelSoftMarginLoss(
                Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            public static partial class functional
            {
                public static Tensor multilabel_soft_margin_loss(
                    Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
                {
                    using DisposeScope scope = NewDisposeScope();
                    // The cross entropy of each label for itself, and the mean over the labels.
                    Tensor labels = Operator.Call(
                        "binary_cross_entropy_with_logits", input, target, weight, Argument.None, (long)Reduction.None);
                    Tensor losses = Operator.Call("mean.dim", labels, (long[])[-1], false);
                    return scope.MoveToOuter(Reduced(losses, reduction));
                }
            }
        }
    }
}
