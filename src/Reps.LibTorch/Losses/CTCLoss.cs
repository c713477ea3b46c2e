using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class CTCLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public CTCLoss(long blank = 0, bool zero_infinity = false, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(reduction) => (this.blank, this.zero_infinity) = (blank, zero_infinity);

            public long blank { get; }

            public bool zero_infinity { get; }

            public override torch.Tensor forward(
                torch.Tensor log_probs, torch.Tensor targets, torch.Tensor input_lengths, torch.Tensor target_lengths) =>
                torch.nn.functional.ctc_loss(log_probs, targets, input_lengths, target_lengths, blank, zero_infinity, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.CTCLoss CTCLoss(
                long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) => new(blank, zero_infinity, reduction);

            public static partial class functional
            {
                public static Tensor ctc_loss(
                    Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0,
                    bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
                    Operator.Call(
                        "ctc_loss.Tensor", log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity);
            }
        }
    }
}
