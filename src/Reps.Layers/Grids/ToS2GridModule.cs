using System;
using Reps.Layers.Execution;
using Reps.Layers.Grids;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Evaluates signals on the sphere, given by coefficients of spherical harmonics, at the points of a grid: e3nn's ToS2Grid. The tables are
/// constants, exact in every number type, and no part of the state.
/// </summary>
public sealed class ToS2GridModule : nn.Module<Tensor, Tensor>
{
    private readonly S2Factors _factors;

    /// <summary>Makes a module.</summary>
    /// <param name="synthesis">The transform; see <see cref="S2Grid.Synthesis(int, GridNormalization)"/>.</param>
    /// <param name="fourier">Whether the azimuths are transformed by fast Fourier transforms; null where that is faster.</param>
    /// <exception cref="ArgumentException">A fast transform is asked for, but there are fewer than 2·lmax+1 azimuths.</exception>
    public ToS2GridModule(S2Synthesis synthesis, bool? fourier = null)
        : base(nameof(ToS2GridModule))
    {
        ArgumentNullException.ThrowIfNull(synthesis);
        Synthesis = synthesis;
        _factors = new S2Factors(synthesis.Grid, synthesis.Lmax, synthesis.Alpha, synthesis.Beta, fourier);
    }

    /// <summary>The transform: its grid, its degree, its tables.</summary>
    public S2Synthesis Synthesis { get; }

    /// <summary>Whether fast Fourier transforms are used.</summary>
    public bool Fourier => _factors.Fourier;

    /// <summary>A module for e3nn's grid of a resolution that is completed by its rules.</summary>
    /// <param name="lmax">The largest degree, or null.</param>
    /// <param name="resBeta">The number of polar angles, or null.</param>
    /// <param name="resAlpha">The number of azimuths, or null.</param>
    /// <param name="normalization">How the coefficients are scaled.</param>
    /// <returns>The module.</returns>
    /// <inheritdoc cref="S2Resolution.Complete" path="/exception"/>
    public static ToS2GridModule Create(
        int? lmax = null,
        int? resBeta = null,
        int? resAlpha = null,
        GridNormalization normalization = GridNormalization.Component
    )
    {
        S2Resolution resolution = S2Resolution.Complete(lmax, resBeta, resAlpha);
        return new(S2Grid.Soft(resolution).Synthesis(resolution.Lmax, normalization));
    }

    /// <summary>The points of the grid: e3nn's <c>grid</c>.</summary>
    /// <param name="dtype">The number type; null for torch's default.</param>
    /// <param name="device">The device; null for torch's default.</param>
    /// <returns>[res_beta, res_alpha, 3].</returns>
    public Tensor Points(ScalarType? dtype = null, Device? device = null) => GridPoints.Of(Synthesis.Grid, dtype, device);

    /// <summary>Evaluates signals on the grid.</summary>
    /// <param name="coefficients">[..., (lmax+1)²].</param>
    /// <returns>[..., res_beta, res_alpha].</returns>
    /// <exception cref="ArgumentException">The last dimension has another number of coefficients.</exception>
    public override Tensor forward(Tensor coefficients)
    {
        string needed = $"signals of degree {Synthesis.Lmax} have {Synthesis.Dim} numbers in the last dimension";
        Arguments.Last(GetName(), coefficients, Synthesis.Dim, needed, nameof(coefficients));
        Arguments.Real(GetName(), coefficients, nameof(coefficients));
        long[] shape = coefficients.shape;
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor values = _factors.ToGrid(Batching.Rows(coefficients));
        return scope.MoveToOuter(values.reshape([.. shape[..^1], Synthesis.Grid.ResBeta, Synthesis.Grid.ResAlpha]));
    }
}
