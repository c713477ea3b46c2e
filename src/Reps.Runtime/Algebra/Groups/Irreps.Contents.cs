using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

public sealed partial class Irreps
{
    /// <summary>Number of irreps counted with multiplicity.</summary>
    public int NumIrreps => _entries.Sum(static entry => entry.Mul);

    /// <summary>The degree of every copy of every irrep, in order: <c>2x0e+1x1o</c> gives 0, 0, 1.</summary>
    /// <exception cref="InvalidOperationException">A degree is a half-integer (on enumeration).</exception>
    public IEnumerable<int> Ls => _entries.SelectMany(static entry => Enumerable.Repeat(entry.Mul == 0 ? 0 : entry.Irrep.L, entry.Mul));

    /// <summary>The largest degree among irreps of non-zero multiplicity.</summary>
    /// <exception cref="InvalidOperationException">There is no such irrep, or the largest degree is a half-integer.</exception>
    public int Lmax => (TwoJmax & 1) == 0
        ? TwoJmax / 2
        : throw new InvalidOperationException("The largest degree of '" + this + "' is a half-integer; use TwoJmax.");

    /// <summary>The largest doubled degree among irreps of non-zero multiplicity.</summary>
    /// <exception cref="InvalidOperationException">There is no such irrep.</exception>
    public int TwoJmax
    {
        get
        {
            int twoJ = -1;
            foreach (MulIrrep entry in _entries)
            {
                if (entry.Mul > 0) twoJ = Math.Max(twoJ, entry.Irrep.TwoJ);
            }

            return twoJ >= 0 ? twoJ : throw new InvalidOperationException("'" + this + "' contains no irrep, so it has no largest degree.");
        }
    }

    /// <summary>Whether the irrep occurs with non-zero total multiplicity.</summary>
    public bool Contains(Irrep irrep) => _entries.Any(entry => entry.Irrep == irrep && entry.Mul > 0);

    /// <summary>The entries that a predicate accepts, in order.</summary>
    /// <param name="keep">Accepts an entry.</param>
    public Irreps Filter(Func<MulIrrep, bool> keep) => new(Group, _entries.Where(keep));

    /// <summary>The entries whose irrep is in a set, or is not in a set, or is of bounded degree. Exactly one criterion is given.</summary>
    /// <param name="keep">Keep the entries whose irrep is listed here; multiplicities are ignored.</param>
    /// <param name="drop">Drop the entries whose irrep is listed here; multiplicities are ignored.</param>
    /// <param name="lmax">Keep the entries of at most this degree.</param>
    /// <exception cref="ArgumentException">None or several of the criteria are given.</exception>
    public Irreps Filter(Irreps? keep = null, Irreps? drop = null, int? lmax = null)
    {
        if ((keep is null ? 0 : 1) + (drop is null ? 0 : 1) + (lmax is null ? 0 : 1) != 1)
            throw new ArgumentException("Give exactly one of keep, drop and lmax.");
        if (keep is not null) return Filter(keep: keep._entries.Select(static entry => entry.Irrep));
        if (drop is not null) return Filter(drop: drop._entries.Select(static entry => entry.Irrep));
        return Filter(entry => entry.Irrep.TwoJ <= 2L * lmax!.Value);
    }

    /// <summary>The entries whose irrep is in a set, or is not in a set. Exactly one criterion is given.</summary>
    /// <param name="keep">Keep the entries of these irreps.</param>
    /// <param name="drop">Drop the entries of these irreps.</param>
    /// <exception cref="ArgumentException">None or both of the criteria are given.</exception>
    public Irreps Filter(IEnumerable<Irrep>? keep = null, IEnumerable<Irrep>? drop = null)
    {
        if (keep is null == drop is null) throw new ArgumentException("Give exactly one of keep and drop.");
        HashSet<Irrep> listed = [.. keep ?? drop!];
        bool wanted = keep is not null;
        return Filter(entry => listed.Contains(entry.Irrep) == wanted);
    }
}
