using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class L1Loss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public L1Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(reduction) { }

            public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
                torch.nn.functional.l1_loss(input, target, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

            public static partial class functional
            {
                public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                    Operator.Call("l1_loss", input, target, (long)reduction);
            }
        }
    }
}
