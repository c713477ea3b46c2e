using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class HuberLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
        {
            public HuberLoss(double delta = 1.0, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(reduction) => this.delta = delta;

            public double delta { get; }

            public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
                torch.nn.functional.huber_loss(input, target, delta, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.HuberLoss HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) => new(delta, reduction);

            public static partial class functional
            {
                public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                    Operator.Call("huber_loss", input, target, (long)reduction, delta);
            }
        }
    }
}
