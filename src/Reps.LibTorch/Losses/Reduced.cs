using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            internal static Tensor Reduced(Tensor losses, Reduction reduction) =>
                reduction switch
                {
                    Reduction.Mean => Operator.Call("mean", losses),
                    Reduction.Sum => Operator.Call("sum", losses),
                    _ => losses,
                };
        }
    }
}
