using System;
using Reps.Layers.Grids;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// A function of the values of signals on the sphere, on a grid and back: e3nn's S2Activation. Equivariant up to what the function adds beyond
/// the degrees that the grid resolves.
/// </summary>
public sealed class S2Activation : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "to_s2")]
    private readonly ToS2GridModule _toGrid;

    [ComponentName(Name = "from_s2")]
    private readonly FromS2GridModule _fromGrid;

    private readonly (ActivationFunction? Function, double Factor) _function;

    /// <summary>Makes a module.</summary>
    /// <param name="input">One irrep for each degree from 0 to lmax, of the parities p_val·p_arg^l: a signal that inversion takes to p_val·f(p_arg·x).</param>
    /// <param name="function">The function, which is scaled to second moment one.</param>
    /// <param name="resolution">The number of polar angles, even; the azimuths follow from e3nn's rules.</param>
    /// <param name="normalization">How the coefficients are scaled: component or norm.</param>
    /// <param name="lmaxOut">The largest degree of the output; that of the input when null.</param>
    /// <param name="randomRotation">Whether the grid is turned at random, once for each call: so that its directions are equal on the average.</param>
    /// <param name="moments">The constant that scales the function: e3nn's or the exact one.</param>
    /// <exception cref="ArgumentException">
    /// The input is no signal on the sphere, the resolution is too small, or values change sign under inversion and the function is neither even nor odd.
    /// </exception>
    public S2Activation(
        Irreps input,
        ActivationFunction function,
        int resolution,
        GridNormalization normalization = GridNormalization.Component,
        int? lmaxOut = null,
        bool randomRotation = false,
        MomentSource moments = MomentSource.E3nn
    )
        : base(nameof(S2Activation))
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(function);
        SphereSignal signal = SphereSignal.Of(input, nameof(input));
        (Input, RandomRotation) = (signal.Irreps, randomRotation);
        Output = signal.After(function, lmaxOut ?? signal.Lmax, nameof(function)).Irreps;
        _function = ActivationFunction.Normalized(function, moments);
        _toGrid = ToS2GridModule.Create(signal.Lmax, resolution, null, normalization);
        _fromGrid = FromS2GridModule.Create(resolution, _toGrid.Synthesis.Grid.ResAlpha, lmaxOut ?? signal.Lmax, normalization, signal.Lmax);
        RegisterComponents();
    }

    /// <summary>The representation of the input.</summary>
    public Irreps Input { get; }

    /// <summary>The representation of the output; of values that change sign, an even function makes values that do not.</summary>
    public Irreps Output { get; }

    /// <summary>Whether the grid is turned at random in each call.</summary>
    public bool RandomRotation { get; }

    /// <summary>Applies the function.</summary>
    /// <param name="features">[..., input dim].</param>
    /// <returns>[..., output dim].</returns>
    /// <exception cref="ArgumentException">The last dimension is not that of the input.</exception>
    public override Tensor forward(Tensor features)
    {
        Arguments.Features(GetName(), Input, features, nameof(features));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        if (!RandomRotation) return scope.MoveToOuter(Evaluate(features));
        Tensor rotation = O3.RandomMatrix(dtype: features.dtype, device: features.device);
        Tensor turned = features.matmul(O3.DFromMatrix(Input, rotation).transpose(0, 1));
        return scope.MoveToOuter(Evaluate(turned).matmul(O3.DFromMatrix(Output, rotation)));
    }

    private Tensor Evaluate(Tensor features) => _fromGrid.forward(ActivationFunction.Apply(_function, _toGrid.forward(features)));
}
