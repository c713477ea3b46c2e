using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

public sealed partial class Irreps
{
    /// <summary>
    /// Merges neighbours of equal irrep and drops entries of multiplicity 0, without reordering: <c>1e+1e+0x2e+1e</c> becomes <c>3x1e</c>,
    /// <c>1e+2e+1e</c> stays.
    /// </summary>
    /// <exception cref="OverflowException">A merged multiplicity exceeds <see cref="Budget.MaxMultiplicity"/>.</exception>
    public Irreps Simplify()
    {
        List<MulIrrep> merged = [];
        foreach (MulIrrep entry in _entries)
        {
            int last = merged.Count - 1;
            if (last >= 0 && merged[last].Irrep == entry.Irrep)
                merged[last] = new(merged[last].Mul + entry.Mul, entry.Irrep);
            else if (entry.Mul > 0)
                merged.Add(entry);
        }

        return new(Group, merged);
    }

    /// <summary>Orders the entries by irrep (degree, then odd before even), keeping equal ones in their order and unmerged.</summary>
    /// <returns>
    /// The sorted representation; <c>P</c>, where <c>P[i]</c> is the new position of old entry i; and <c>Inverse</c>, where
    /// <c>Inverse[k]</c> is the old position of new entry k.
    /// </returns>
    public (Irreps Sorted, int[] P, int[] Inverse) Sort()
    {
        // OrderBy is stable.
        int[] inverse = [.. Enumerable.Range(0, Count).OrderBy(i => _entries[i].Irrep)];
        int[] p = new int[Count];
        for (int k = 0; k < inverse.Length; k++) p[inverse[k]] = k;
        return (new(Group, inverse.Select(i => _entries[i])), p, inverse);
    }

    /// <summary>Sorts, then merges equal irreps and drops entries of multiplicity 0: the canonical form of the isomorphism class.</summary>
    /// <exception cref="OverflowException">A merged multiplicity exceeds <see cref="Budget.MaxMultiplicity"/>.</exception>
    public Irreps Regroup() => Sort().Sorted.Simplify();

    /// <summary>Drops the entries of multiplicity 0 and merges nothing.</summary>
    public Irreps RemoveZeroMultiplicities() => Filter(static entry => entry.Mul > 0);

    /// <summary>
    /// The channels <paramref name="start"/> ≤ c &lt; <paramref name="stop"/>, counting every copy of every irrep as one channel;
    /// entries at the ends are split: channels 1 and 2 of <c>2x0e+4x1o</c> are <c>1x0e+2x1o</c>.
    /// </summary>
    /// <param name="start">First channel, 0 or more.</param>
    /// <param name="stop">One past the last channel, at most <see cref="NumIrreps"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within 0 … <see cref="NumIrreps"/>.</exception>
    public Irreps SliceByMul(int start, int stop)
    {
        if (start < 0 || start > stop)
            throw new ArgumentOutOfRangeException(nameof(start), "The channels start before 0 or after their end.");
        if (stop > NumIrreps) throw new ArgumentOutOfRangeException(nameof(stop), "The channels end after the last one.");
        List<MulIrrep> slice = [];
        int first = 0;
        foreach ((int mul, Irrep irrep) in _entries)
        {
            int next = first + mul;
            int taken = Math.Min(stop, next) - Math.Max(start, first);
            // An entry of multiplicity 0 has no channel; it stays where it lies within the range.
            if (taken > 0 || (mul == 0 && start <= first && next <= stop)) slice.Add(new(taken, irrep));
            first = next;
        }

        return new(Group, slice);
    }

    /// <summary>The direct sum of <paramref name="times"/> copies of the whole list: <c>0e+1o</c> twice is <c>0e+1o+0e+1o</c>.</summary>
    /// <param name="times">Number of copies, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="OverflowException">
    /// The total dimension exceeds <see cref="Budget.MaxDim"/>, or so does the number of entries.
    /// </exception>
    public Irreps Repeat(int times)
    {
        if (times < 0) throw new ArgumentOutOfRangeException(nameof(times), "A list is repeated 0 or more times.");
        Budget.CheckDim(Math.Max((long)Dim, Count) * times);
        return new(Group, Enumerable.Repeat(_entries, times).SelectMany(static entries => entries));
    }
}
