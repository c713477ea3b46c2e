using System;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// A function of the values of signals on SO(3), on a grid and back: e3nn's SO3Activation. Equivariant up to what the function adds beyond the
/// degrees that the grid resolves.
/// </summary>
public sealed class SO3Activation : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "grid_in")]
    private readonly SO3GridModule _input;

    [ComponentName(Name = "grid_out")]
    private readonly SO3GridModule _output;

    private readonly (ActivationFunction? Function, double Factor) _function;

    /// <summary>Makes a module.</summary>
    /// <param name="lmaxIn">The largest degree of the input.</param>
    /// <param name="lmaxOut">The largest degree of the output.</param>
    /// <param name="function">The function, which is scaled to second moment one.</param>
    /// <param name="resolution">Half the number of angles β.</param>
    /// <param name="normalization">How the features are scaled; e3nn has component alone.</param>
    /// <param name="aspectRatio">The number of angles α for each β.</param>
    /// <param name="moments">The constant that scales the function: e3nn's or the exact one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the normalisation is none.</exception>
    public SO3Activation(
        int lmaxIn,
        int lmaxOut,
        ActivationFunction function,
        int resolution,
        GridNormalization normalization = GridNormalization.Component,
        double aspectRatio = 2,
        MomentSource moments = MomentSource.E3nn
    )
        : base(nameof(SO3Activation))
    {
        ArgumentNullException.ThrowIfNull(function);
        _input = new SO3GridModule(lmaxIn, resolution, normalization, aspectRatio);
        _output = new SO3GridModule(lmaxOut, resolution, normalization, aspectRatio);
        _function = ActivationFunction.Normalized(function, moments);
        RegisterComponents();
    }

    /// <summary>The representation of the input.</summary>
    public Irreps Input => _input.Irreps;

    /// <summary>The representation of the output.</summary>
    public Irreps Output => _output.Irreps;

    /// <summary>Applies the function.</summary>
    /// <param name="features">[..., input dim].</param>
    /// <returns>[..., output dim].</returns>
    /// <exception cref="ArgumentException">The last dimension is not that of the input.</exception>
    public override Tensor forward(Tensor features)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(_output.FromGrid(ActivationFunction.Apply(_function, _input.ToGrid(features))));
    }
}
