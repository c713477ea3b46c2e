using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Copies of a tensor's numbers in managed memory. TorchSharp cannot read empty tensors of several dimensions.</summary>
internal static class TensorNumbers
{
    /// <summary>The numbers in the order of the rows, as doubles.</summary>
    public static double[] Doubles(Tensor tensor)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float64, CPU).flatten().data<double>().ToArray();
    }

    /// <summary>The integers in the order of the rows.</summary>
    public static long[] Longs(Tensor tensor)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return tensor.to(ScalarType.Int64, CPU).flatten().data<long>().ToArray();
    }
}
