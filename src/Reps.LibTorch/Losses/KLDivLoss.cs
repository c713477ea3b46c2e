using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class KLDivLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public KLDivLoss(bool log_target = true, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(reduction) => this.log_target = log_target;

            public bool log_target { get; }

            public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
                torch.nn.functional.kl_div(input, target, log_target, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.KLDivLoss KLDivLoss(
                bool log_target = true, Reduction reduction = Reduction.Mean) => new(log_target, reduction);

            public static partial class functional
            {
                public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                    Operator.Call("kl_div", input, target, (long)reduction, log_target);
            }
        }
    }
}
