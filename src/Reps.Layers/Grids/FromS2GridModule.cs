using System;
using System.Linq;
using Reps.Layers.Grids;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Finds the coefficients of signals from their values on a grid on the sphere: e3nn's FromS2Grid. The tables are constants, exact in every
/// number type, and no part of the state.
/// </summary>
public sealed class FromS2GridModule : nn.Module<Tensor, Tensor>
{
    private readonly S2Factors _factors;

    /// <summary>Makes a module.</summary>
    /// <param name="analysis">The transform; see <see cref="S2Grid.Analysis(int, GridNormalization, int?)"/>.</param>
    /// <param name="fourier">Whether the azimuths are transformed by fast Fourier transforms; null where that is faster.</param>
    /// <exception cref="ArgumentException">A fast transform is asked for, but there are fewer than 2·lmax+1 azimuths.</exception>
    public FromS2GridModule(S2Analysis analysis, bool? fourier = null)
        : base(nameof(FromS2GridModule))
    {
        ArgumentNullException.ThrowIfNull(analysis);
        Analysis = analysis;
        _factors = new S2Factors(analysis.Grid, analysis.Lmax, analysis.Alpha, analysis.Beta, fourier);
    }

    /// <summary>The transform: its grid, its degree, its tables.</summary>
    public S2Analysis Analysis { get; }

    /// <summary>Whether fast Fourier transforms are used.</summary>
    public bool Fourier => _factors.Fourier;

    /// <summary>A module for e3nn's grid of a resolution that is completed by its rules.</summary>
    /// <param name="resBeta">The number of polar angles, or null.</param>
    /// <param name="resAlpha">The number of azimuths, or null.</param>
    /// <param name="lmax">The largest degree, or null.</param>
    /// <param name="normalization">How the coefficients are scaled.</param>
    /// <param name="lmaxIn">The largest degree of the signal that was put on the grid, which scales its variance; lmax when null.</param>
    /// <returns>The module.</returns>
    /// <inheritdoc cref="S2Resolution.Complete" path="/exception"/>
    public static FromS2GridModule Create(
        int? resBeta = null,
        int? resAlpha = null,
        int? lmax = null,
        GridNormalization normalization = GridNormalization.Component,
        int? lmaxIn = null
    )
    {
        S2Resolution resolution = S2Resolution.Complete(lmax, resBeta, resAlpha);
        return new(S2Grid.Soft(resolution).Analysis(resolution.Lmax, normalization, lmaxIn));
    }

    /// <summary>The points of the grid: e3nn's <c>grid</c>.</summary>
    /// <param name="dtype">The number type; null for torch's default.</param>
    /// <param name="device">The device; null for torch's default.</param>
    /// <returns>[res_beta, res_alpha, 3].</returns>
    public Tensor Points(ScalarType? dtype = null, Device? device = null) => GridPoints.Of(Analysis.Grid, dtype, device);

    /// <summary>Finds the coefficients of signals.</summary>
    /// <param name="values">[..., res_beta, res_alpha].</param>
    /// <returns>[..., (lmax+1)²].</returns>
    /// <exception cref="ArgumentException">The last two dimensions are not those of the grid.</exception>
    public override Tensor forward(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        long[] shape = values.shape;
        if (shape.Length < 2 || shape[^1] != Analysis.Grid.ResAlpha || shape[^2] != Analysis.Grid.ResBeta)
            throw new ArgumentException(
                $"{GetName()}: 'values' has the shape [{string.Join(", ", shape)}], "
                    + $"but the grid has {Analysis.Grid.ResBeta} polar angles and {Analysis.Grid.ResAlpha} azimuths.",
                nameof(values)
            );
        Arguments.Real(GetName(), values, nameof(values));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor coefficients = _factors.FromGrid(values.reshape(shape[..^2].Aggregate(1L, (a, b) => a * b), shape[^2], shape[^1]));
        return scope.MoveToOuter(coefficients.reshape([.. shape[..^2], Analysis.Dim]));
    }
}
