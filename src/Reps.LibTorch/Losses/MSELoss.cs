using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class MSELoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public MSELoss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(reduction) { }

            public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
                torch.nn.functional.mse_loss(input, target, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

            public static partial class functional
            {
                public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                    Operator.Call("mse_loss", input, target, (long)reduction);
            }
        }
    }
}
