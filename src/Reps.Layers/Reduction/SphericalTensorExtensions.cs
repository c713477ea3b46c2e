using System;
using System.Linq;
using Reps.Layers.Execution;
using Reps.Layers.Reduction;
using Reps.Layers.Rotations;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// What a <see cref="SphericalTensor"/> does with tensors of torch, differentiably: e3nn's class of that name. Signals are [..., dim], values on
/// grids [..., res_beta, res_alpha].
/// </summary>
public static partial class SphericalTensorExtensions
{
    /// <summary>A sum of peaks as sharp as the degree allows: e3nn's <c>sum_of_diracs</c>.</summary>
    /// <param name="tensor">The kind of signal.</param>
    /// <param name="positions">Directions, [..., N, 3], of any length.</param>
    /// <param name="values">The values at the peaks, were each alone, [..., N]; the leading dimensions are broadcast.</param>
    /// <returns>[..., dim].</returns>
    /// <exception cref="ArgumentException">The shapes do not fit each other.</exception>
    public static Tensor SumOfDiracs(this SphericalTensor tensor, Tensor positions, Tensor values)
    {
        CheckSamples(tensor, positions, values);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor harmonics = SignalHarmonics.Evaluate(tensor, positions);
        double scale = 4 * Math.PI / ((tensor.Lmax + 1) * (tensor.Lmax + 1));
        return scope.MoveToOuter((harmonics * values.unsqueeze(-1)).sum(-2).Times(scale));
    }

    /// <summary>The smallest signal that takes given values in given directions: e3nn's <c>with_peaks_at</c>.</summary>
    /// <param name="tensor">The kind of signal.</param>
    /// <param name="positions">Directions, [N, 3].</param>
    /// <param name="values">The values, [N]; null for the lengths of the vectors. Those that are zero ask for nothing.</param>
    /// <returns>[dim].</returns>
    /// <exception cref="ArgumentException">
    /// The shapes are wrong, lengths are to be values that change sign under inversion, or no signal of this degree takes these values.
    /// </exception>
    public static Tensor WithPeaksAt(this SphericalTensor tensor, Tensor positions, Tensor? values = null)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(positions);
        if (positions.dim() != 2 || positions.shape[1] != 3)
            throw new ArgumentException($"'positions' has the shape [{string.Join(", ", positions.shape)}], but directions are [N, 3].", nameof(positions));
        if (values is null && tensor.ParityOfValue < 0 && positions.shape[0] > 0)
            throw new ArgumentException("Lengths do not change sign under inversion, as the values of this signal do: give values.", nameof(values));
        Arguments.Real(nameof(SphericalTensor), positions, nameof(positions));
        if (values is not null)
        {
            Arguments.Alike(nameof(SphericalTensor), values, nameof(values), positions, nameof(positions));
            if (values.dim() > 1 || (values.numel() != 1 && values.numel() != positions.shape[0]))
                throw new ArgumentException(
                    $"'values' has the shape {Arguments.Shape(values)}, "
                        + $"but there are {positions.shape[0]} directions: give one value for each.",
                    nameof(values)
                );
        }
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor wanted = values is null ? SafeAngles.Length(positions) : values.expand(positions.shape[0]);
        Tensor asked = wanted.IsNonzero().nonzero().flatten();
        wanted = wanted.index_select(0, asked);
        if (wanted.numel() == 0) return scope.MoveToOuter(zeros(tensor.Dim, dtype: positions.dtype, device: positions.device));
        Tensor harmonics = SignalHarmonics.Evaluate(tensor, positions.index_select(0, asked));
        Tensor signal = harmonics.pinverse(positions.dtype == ScalarType.Float64 ? 1e-10 : 1e-5).matmul(wanted);
        CheckReached(tensor, wanted, harmonics.matmul(signal));
        return scope.MoveToOuter(signal);
    }

    /// <summary>The signals of scattered samples, each point of a grid with the value of the nearest: e3nn's <c>from_samples_on_s2</c>.</summary>
    /// <param name="tensor">The kind of signal.</param>
    /// <param name="positions">Directions, [..., N, 3].</param>
    /// <param name="values">The values, [..., N]; the leading dimensions are broadcast. Gradients flow through the values alone.</param>
    /// <param name="resBeta">The number of polar angles of the grid.</param>
    /// <returns>[..., dim]; zero without samples.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit each other, or the grid does not resolve the degree.</exception>
    public static Tensor FromSamplesOnS2(this SphericalTensor tensor, Tensor positions, Tensor values, int resBeta = SphericalTensor.DefaultResolution)
    {
        CheckSamples(tensor, positions, values);
        FromS2GridModule module = SignalGrids.Analysis(tensor.Lmax, resBeta);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        long[] batch = Batching.Broadcast(positions.shape[..^2], values.shape[..^1]);
        long count = Math.Max(positions.shape[^2], values.shape[^1]);
        if (count == 0 || batch.Contains(0)) return scope.MoveToOuter(zeros([.. batch, tensor.Dim], dtype: values.dtype, device: values.device));
        Tensor directions = SafeAngles.Normalize(positions.detach()).expand([.. batch, count, 3]);
        Tensor points = module.Points(directions.dtype, directions.device).reshape(-1, 3);
        // |p − d|² = 1 + |d|² − 2p·d, where only what depends on the sample matters.
        Tensor distances = (directions * directions).sum(-1).unsqueeze(-2) - points.matmul(directions.transpose(-2, -1)).Times(2);
        Tensor nearest = values.expand([.. batch, count]).gather(-1, distances.argmin(-1));
        return scope.MoveToOuter(module.forward(nearest.reshape([.. batch, module.Analysis.Grid.ResBeta, module.Analysis.Grid.ResAlpha])));
    }

    /// <summary>The norm of each degree: e3nn's <c>norms</c>. Where a norm is zero its gradient is zero.</summary>
    /// <param name="tensor">The kind of signal.</param>
    /// <param name="signals">[..., dim].</param>
    /// <returns>[..., lmax+1].</returns>
    /// <exception cref="ArgumentException">The last dimension is wrong.</exception>
    public static Tensor Norms(this SphericalTensor tensor, Tensor signals)
    {
        CheckSignals(tensor, signals);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor[] norms = [.. Enumerable.Range(0, tensor.Lmax + 1).Select(l => SafeAngles.Length(signals.narrow(-1, l * l, 2 * l + 1)))];
        return scope.MoveToOuter(stack(norms, -1));
    }

    /// <summary>The values of signals in given directions: e3nn's <c>signal_xyz</c>.</summary>
    /// <param name="tensor">The kind of signal.</param>
    /// <param name="signals">[A, dim], with any dimensions A.</param>
    /// <param name="positions">[B, 3], with any dimensions B.</param>
    /// <returns>[A, B].</returns>
    /// <exception cref="ArgumentException">A last dimension is wrong.</exception>
    public static Tensor SignalXyz(this SphericalTensor tensor, Tensor signals, Tensor positions)
    {
        CheckSignals(tensor, signals);
        Arguments.Last(nameof(SphericalTensor), positions, 3, "directions have 3 numbers in the last dimension", nameof(positions));
        Arguments.Alike(nameof(SphericalTensor), positions, nameof(positions), signals, nameof(signals));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor harmonics = SignalHarmonics.Evaluate(tensor, positions);
        Tensor values = Batching.Rows(signals).matmul(Batching.Rows(harmonics).transpose(0, 1));
        return scope.MoveToOuter(values.reshape([.. signals.shape[..^1], .. positions.shape[..^1]]));
    }

    /// <summary>The values of signals on e3nn's grid: e3nn's <c>signal_on_grid</c>. For many calls make a <see cref="ToS2GridModule"/> once.</summary>
    /// <param name="tensor">The kind of signal.</param>
    /// <param name="signals">[..., dim].</param>
    /// <param name="resBeta">The number of polar angles.</param>
    /// <param name="normalization">How the coefficients are scaled; integral for those that these methods make.</param>
    /// <returns>The points, [res_beta, res_alpha, 3], and the values, [..., res_beta, res_alpha].</returns>
    /// <exception cref="ArgumentException">The last dimension is wrong, or the grid does not resolve the degree.</exception>
    public static (Tensor Grid, Tensor Values) SignalOnGrid(
        this SphericalTensor tensor,
        Tensor signals,
        int resBeta = SphericalTensor.DefaultResolution,
        GridNormalization normalization = GridNormalization.Integral
    )
    {
        CheckSignals(tensor, signals);
        ToS2GridModule module = SignalGrids.Synthesis(tensor.Lmax, resBeta, normalization);
        return (module.Points(signals.dtype, signals.device), module.forward(signals));
    }

    /// <summary>
    /// The local maxima of a signal on a grid, and on the grid turned by π/2 about all axes: e3nn's <c>find_peaks</c>. Gradients of the values flow
    /// to the signal; the positions are constants.
    /// </summary>
    /// <param name="tensor">The kind of signal.</param>
    /// <param name="signal">[dim].</param>
    /// <param name="resBeta">The number of polar angles.</param>
    /// <returns>The directions of the maxima, [N, 3], and their values, [N].</returns>
    /// <exception cref="ArgumentException">The shape is wrong, or the grid does not resolve the degree.</exception>
    public static (Tensor Positions, Tensor Values) FindPeaks(this SphericalTensor tensor, Tensor signal, int resBeta = SphericalTensor.DefaultResolution)
    {
        CheckSignals(tensor, signal);
        if (signal.dim() != 1) throw new ArgumentException($"'signal' has the shape [{string.Join(", ", signal.shape)}], but peaks are those of one signal, [{tensor.Dim}].", nameof(signal));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (double[] found, _) = tensor.FindPeaks(TensorNumbers.Doubles(signal), resBeta);
        Tensor positions = TorchSharp.torch.tensor(found, ScalarType.Float64).reshape(found.Length / 3, 3).to(signal.dtype).to(signal.device);
        return scope.MoveToOuter(positions, tensor.SignalXyz(signal, positions));
    }
}
