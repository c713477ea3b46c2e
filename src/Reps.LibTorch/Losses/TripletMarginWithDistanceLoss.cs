using System;
using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class TripletMarginWithDistanceLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
        {
            private readonly Func<torch.Tensor, torch.Tensor, torch.Tensor>? _distance;
            private readonly bool _swap;

            public TripletMarginWithDistanceLoss(
                Func<torch.Tensor, torch.Tensor, torch.Tensor>? distance = null, double margin = 1.0, bool swap = false,
                torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                : base(reduction) => (_distance, this.margin, _swap) = (distance, margin, swap);

            public double margin { get; }

            public override torch.Tensor forward(torch.Tensor anchor, torch.Tensor positive, torch.Tensor negative) =>
                torch.nn.functional.triplet_margin_with_distance_loss(anchor, positive, negative, _distance, margin, _swap, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.TripletMarginWithDistanceLoss TripletMarginWithDistanceLoss(
                Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean) =>
                new(distance, margin, swap, reduction);

            public static partial class functional
            {
                public static Tensor triplet_margin_with_distance_loss(
                    Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0,
                    bool swap = false, Reduction reduction = Reduction.Mean)
                {
                    distance ??= (a, b) => pairwise_distance(a, b);
                    using DisposeScope scope = NewDisposeScope();
                    Tensor near = distance(anchor, positive);
                    Tensor far = distance(anchor, negative);
                    // The other one of the near pair may be the harder one.
                    if (swap) far = Operator.Call("minimum", far, distance(positive, negative));
                    Tensor excess = Operator.Call("add.Scalar", Operator.Call("sub.Tensor", near, far), margin);
                    return scope.MoveToOuter(Reduced(Operator.Call("clamp_min", excess, 0), reduction));
                }
            }
        }
    }
}
