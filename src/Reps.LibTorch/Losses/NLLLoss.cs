using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class NLLLoss : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public NLLLoss(torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(weight, reduction) { }

            public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
                torch.nn.functional.nll_loss(input, target, weight, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            public static partial class functional
            {
                public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                    Operator.Call("nll_loss_nd", input, target, weight, (long)reduction);
            }
        }
    }
}
