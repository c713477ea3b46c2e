using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor searchsorted(
        Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null
    ) => Operator.Call("searchsorted.Tensor", sorted_sequence, values, out_int32, right, Argument.None, sorter);

    public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32, bool right, Tensor? sorter) =>
        Operator.Call("searchsorted.Scalar", sorted_sequence, values, out_int32, right, Argument.None, sorter);
}
