using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.LinearMaps;

/// <summary>Brings the arguments of a linear module to the shapes that its kernel takes, and adds the biases.</summary>
internal sealed class LinearCall(LinearTensorKernel kernel, Irreps input, Irreps output, int weightCount)
{
    /// <summary>The number of biases: one for each invariant of the output.</summary>
    public int BiasCount { get; } = output.Where(entry => entry.Irrep.IsScalar).Sum(entry => entry.Mul);

    public Tensor Evaluate(Tensor x, Tensor? weights, Tensor? biases, string module)
    {
        Arguments.Features(module, input, x, nameof(input));
        if (weights is null && weightCount > 0)
            throw new InvalidOperationException($"{module} has no weights of its own: pass {weightCount} weights with the input, or make it with internal weights.");
        if (weights is not null && (weights.dim() == 0 || weights.size(-1) != weightCount))
            throw new ArgumentException(
                $"{module}: 'weights' has the shape [{string.Join(", ", weights.shape)}], "
                    + $"but there are {weightCount} weights in the last dimension.",
                nameof(weights)
            );
        if (biases is null && weights is not null && x.dim() == 2 && weights.dim() == 1) return kernel.Apply(x, weights);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor w = weights ?? NoNumbers.Like(x);
        Tensor result;
        if (x.dim() == 2 && (w.dim() == 1 || (w.dim() == 2 && w.size(0) == x.size(0))))
        {
            result = kernel.Apply(x, w);
        }
        else
        {
            long[] batch = Batching.Broadcast(x.shape[..^1], w.dim() == 1 ? [] : w.shape[..^1]);
            result = kernel.Apply(Batching.Rows(x, batch), w.dim() == 1 ? w : Batching.Rows(w, batch)).reshape([.. batch, output.Dim]);
        }
        return scope.MoveToOuter(biases is null ? result : result.Plus(Spread(biases)));
    }

    // The biases at the invariants of the output, zero elsewhere.
    private Tensor Spread(Tensor biases)
    {
        List<Tensor> segments = [];
        long first = 0;
        foreach (MulIrrep entry in output)
        {
            if (!entry.Irrep.IsScalar)
            {
                segments.Add(zeros(entry.Dim, dtype: biases.dtype, device: biases.device));
                continue;
            }
            segments.Add(biases.narrow(0, first, entry.Mul));
            first += entry.Mul;
        }
        return cat(segments);
    }
}
