using System;
using System.Linq;
using Reps.Layers.Execution;
using Reps.Layers.Grids;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Signals on SO(3) between features and the grid of <see cref="SO3Grid"/>: e3nn's SO3Grid. The transform is separable, so that nothing of the
/// size of that class's table is held; its factors are constants, exact in every number type, and no part of the state.
/// </summary>
public sealed class SO3GridModule : nn.Module<Tensor, Tensor>
{
    private readonly SO3Factors _toGrid;
    private readonly SO3Factors _fromGrid;

    /// <summary>Makes a module for 2·resolution angles β, and round(2·aspect·resolution) angles α and as many γ.</summary>
    /// <param name="lmax">The largest degree.</param>
    /// <param name="resolution">Half the number of angles β; signals of degree below it return from the grid unchanged.</param>
    /// <param name="normalization">How the features are scaled; e3nn has component alone.</param>
    /// <param name="aspectRatio">The number of angles α for each β.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the normalisation is none.</exception>
    public SO3GridModule(
        int lmax,
        int resolution,
        GridNormalization normalization = GridNormalization.Component,
        double aspectRatio = 2
    )
        : base(nameof(SO3GridModule))
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lmax);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lmax, Budget.MaxDegree);
        ArgumentOutOfRangeException.ThrowIfLessThan(resolution, 1);
        double azimuths = Math.Round(2 * aspectRatio * resolution);
        if (!(azimuths >= 1 && azimuths <= int.MaxValue))
            throw new ArgumentOutOfRangeException(nameof(aspectRatio), aspectRatio, "The aspect ratio must give at least one angle alpha.");
        Sphere = S2Grid.Soft(2 * resolution, (int)azimuths);
        Irreps = new Irreps(Group.O3, Enumerable.Range(0, lmax + 1).Select(l => new MulIrrep(2 * l + 1, Irrep.O3(l, 1))));
        double[] scales = [.. Enumerable.Range(0, lmax + 1).Select(l => Scale(l, normalization))];
        int resGamma = Sphere.ResAlpha;
        double[] weights = [.. Sphere.Weights.ToArray().Select(weight => weight / resGamma)];
        _toGrid = new SO3Factors(lmax, Sphere, (l, _) => Math.Sqrt(2 * l + 1) * scales[l]);
        _fromGrid = new SO3Factors(lmax, Sphere, (l, b) => Math.Sqrt(2 * l + 1) / scales[l] * weights[b]);
    }

    /// <summary>The representation of the features, 1x0e+3x1e+5x2e+…: the component belongs to the column of D, the channel to its row.</summary>
    public Irreps Irreps { get; }

    /// <summary>The grid of β and α; γ has the angles of α.</summary>
    public S2Grid Sphere { get; }

    /// <summary>Evaluates signals on the grid: e3nn's <c>to_grid</c>.</summary>
    /// <param name="features">[..., dim].</param>
    /// <returns>[..., res_alpha, res_beta, res_gamma].</returns>
    /// <exception cref="ArgumentException">The last dimension is not that of the features.</exception>
    public Tensor ToGrid(Tensor features)
    {
        Arguments.Features(GetName(), Irreps, features, nameof(features));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor values = _toGrid.ToGrid(Batching.Rows(features));
        return scope.MoveToOuter(values.reshape([.. features.shape[..^1], Sphere.ResAlpha, Sphere.ResBeta, Sphere.ResAlpha]));
    }

    /// <summary>Finds the features of signals: e3nn's <c>from_grid</c>.</summary>
    /// <param name="values">[..., res_alpha, res_beta, res_gamma].</param>
    /// <returns>[..., dim].</returns>
    /// <exception cref="ArgumentException">The last three dimensions are not those of the grid.</exception>
    public Tensor FromGrid(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        long[] shape = values.shape;
        long[] grid = [Sphere.ResAlpha, Sphere.ResBeta, Sphere.ResAlpha];
        if (shape.Length < 3 || !shape[^3..].SequenceEqual(grid))
            throw new ArgumentException(
                $"{GetName()}: 'values' has the shape [{string.Join(", ", shape)}], but the grid is [{string.Join(", ", grid)}].",
                nameof(values)
            );
        Arguments.Real(GetName(), values, nameof(values));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor features = _fromGrid.FromGrid(values.reshape([shape[..^3].Aggregate(1L, (a, b) => a * b), .. grid]));
        return scope.MoveToOuter(features.reshape([.. shape[..^3], Irreps.Dim]));
    }

    /// <inheritdoc cref="ToGrid"/>
    public override Tensor forward(Tensor features) => ToGrid(features);

    // √(2l+1)·D has mean square one in each entry.
    private double Scale(int l, GridNormalization normalization) => normalization switch
    {
        GridNormalization.Component => 1 / Math.Sqrt(Irreps.Dim),
        GridNormalization.Norm => Math.Sqrt((2 * l + 1) / (double)Irreps.Dim),
        GridNormalization.Integral => 1 / Math.Sqrt(8 * Math.PI * Math.PI),
        _ => throw new ArgumentOutOfRangeException(nameof(normalization), normalization, "The normalization must be Component, Norm or Integral."),
    };
}
