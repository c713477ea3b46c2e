using System;

namespace Reps;

/// <summary>
/// Makes a partial class a bilinear equivariant layer: the generator completes it with <see cref="ITensorProduct{TLeft, TRight, TOutput}"/>.
/// Weights are one flat vector, path after path, each row-major in the letters of its mode, as in e3nn.
/// </summary>
/// <typeparam name="TLeft">The representation of the left input.</typeparam>
/// <typeparam name="TRight">The representation of the right input.</typeparam>
/// <typeparam name="TOutput">The representation of the output.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class TensorProductAttribute<TLeft, TRight, TOutput> : Attribute
    where TLeft : struct
    where TRight : struct
    where TOutput : struct
{
    /// <summary>The paths are those that <see cref="PathAttribute"/>s on the same class name.</summary>
    public TensorProductAttribute() { }

    /// <summary>Every path that the selection rules allow and whose multiplicities the mode can connect, left segment outermost.</summary>
    /// <param name="mode">How channels are connected.</param>
    public TensorProductAttribute(Mode mode) => Mode = mode;

    /// <summary>The mode of all paths, when the paths are not named one by one.</summary>
    public Mode Mode { get; }

    /// <summary>Whether paths that follow from the mode have weights; true by default.</summary>
    public bool HasWeights { get; set; } = true;

    /// <summary>Which size of output is kept equal to one.</summary>
    public IrrepNormalization IrrepNormalization { get; set; } = IrrepNormalization.Component;

    /// <summary>How paths into the same output share its variance.</summary>
    public PathNormalization PathNormalization { get; set; } = PathNormalization.Element;
}
