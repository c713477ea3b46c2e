using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>How groups act on a tensor of tensor powers: [..., n, …, n, channels] for one, [..., dim] for several side by side.</summary>
internal sealed class PowersSpec(TensorPowers powers, bool isRow)
{
    private readonly bool _isRow = isRow || powers.Terms.Count > 1;
    private readonly int[] _sizes = [.. powers.Spaces.Select(static space => space.IsOpen ? GroupElement.Nodes : space.N)];

    public bool HasInversion => powers.Spaces.All(static space => space.N != 3 || space.Family != GroupFamily.SpecialOrthogonal);

    /// <summary>The last axes.</summary>
    public long[] Shape => _isRow ? [powers.Dim(_sizes)] : ShapeOf(powers.Terms[0]);

    /// <summary>n of each space that the signature leaves open.</summary>
    public int[] OpenSizes => [.. _sizes.Where((_, s) => powers.Spaces[s].IsOpen)];

    public Tensor Act(GroupElement element, Tensor tensor)
    {
        if (!_isRow) return Act(element, powers.Terms[0], tensor);
        List<Tensor> terms = [];
        long offset = 0;
        foreach (TensorPower term in powers.Terms)
        {
            long length = ShapeOf(term).Aggregate(1L, static (a, b) => a * b);
            Tensor part = tensor.narrow(-1, offset, length);
            terms.Add(Act(element, term, part.unflatten(part.dim() - 1, ShapeOf(term))).reshape(part.shape));
            offset += length;
        }
        return cat(terms.ToArray(), -1);
    }

    private Tensor Act(GroupElement element, TensorPower term, Tensor tensor)
    {
        int axis = -1 - term.Axes;
        for (int s = 0; s < _sizes.Length; s++)
            for (int p = 0; p < term.Powers[s]; p++, axis++)
                tensor = element.Act(powers.Spaces[s], tensor, axis);
        return tensor;
    }

    private long[] ShapeOf(TensorPower term) => [.. term.Lengths(_sizes), term.Channels];
}
