using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>The tensor without elements that stands for missing weights, one for each number type and device.</summary>
internal static class NoNumbers
{
    private static readonly DeviceConstant s_none = new([], [0]);

    /// <summary>[0], of the number type and on the device of a tensor; a constant that nobody disposes.</summary>
    public static Tensor Like(Tensor like) => s_none.On(like);
}
