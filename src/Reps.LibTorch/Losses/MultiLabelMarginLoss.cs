using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class MultiLabelMarginLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public MultiLabelMarginLoss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(reduction) { }

            public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
                torch.nn.functional.multi_label_margin_loss(input, target, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.MultiLabelMarginLoss MultiLabelMarginLoss(Reduction reduction = Reduction.Mean) => new(reduction);

            public static partial class functional
            {
                public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                    Operator.Call("multilabel_margin_loss", input, target, (long)reduction);
            }
        }
    }
}
