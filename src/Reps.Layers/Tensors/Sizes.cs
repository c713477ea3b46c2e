using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>The shape of a tensor, for code that runs once a layer.</summary>
internal static class Sizes
{
    /// <summary>The same as <see cref="Tensor.shape"/>, which makes a callback and a pinned array each time and takes ten times as long.</summary>
    public static long[] Of(Tensor tensor)
    {
        long[] sizes = new long[tensor.dim()];
        for (int n = 0; n < sizes.Length; n++) sizes[n] = tensor.size(n);
        return sizes;
    }
}
