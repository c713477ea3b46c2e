using System;
using System.Collections.Generic;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// The orbits of a group of permutations on the lists of N = l + k points, as a matrix of their numbers. The indicator matrices of the
/// orbits, 1 where the number is that of the orbit, are a basis of Hom(V^⊗k, V^⊗l), where the group permutes the coordinates of V = Rⁿ.
/// </summary>
/// <remarks>
/// Orbits are numbered by their smallest lists in lexicographic order. Rows are the lists of l output points and columns those of k input
/// points, both row-major: the point of position a counts n^(l−1−a).
/// </remarks>
public sealed class OrbitTable
{
    /// <summary>The most elements of a table, n^N.</summary>
    public const int MaxSize = 1 << 24;

    private readonly int[] _ids;

    private OrbitTable(PermutationGroup group, int outputs, int inputs, int[] strides, CancellationToken cancellationToken)
    {
        (Group, Outputs, Inputs, Rows, Columns) = (group, outputs, inputs, strides[outputs], strides[inputs]);
        OrbitNumbering numbering = new(group.Chain, strides, cancellationToken);
        _ids = numbering.Ids;
        int[] sizes = new int[numbering.Representatives.Count];
        foreach (int id in _ids) sizes[id]++;
        (Ids, Sizes, Representatives) = (Array.AsReadOnly(_ids), Array.AsReadOnly(sizes), numbering.Representatives.AsReadOnly());
    }

    /// <summary>The group.</summary>
    public PermutationGroup Group { get; }

    /// <summary>l, the number of output points.</summary>
    public int Outputs { get; }

    /// <summary>k, the number of input points.</summary>
    public int Inputs { get; }

    /// <summary>n^l.</summary>
    public int Rows { get; }

    /// <summary>n^k.</summary>
    public int Columns { get; }

    /// <summary>The number of orbits.</summary>
    public int Count => Representatives.Count;

    /// <summary>The number of the orbit of each list, n^l × n^k, row-major.</summary>
    public IReadOnlyList<int> Ids { get; }

    /// <summary>The number of lists of each orbit.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The position in <see cref="Ids"/> of the smallest list of each orbit.</summary>
    public IReadOnlyList<int> Representatives { get; }

    /// <summary>The number of the orbit at a row and a column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The row or the column is outside the table.</exception>
    public int this[int row, int column]
    {
        get
        {
            if (row < 0 || row >= Rows)
                throw new ArgumentOutOfRangeException(
                    nameof(row),
                    FormattableString.Invariant($"The table has the rows 0 to {Rows - 1}, not {row}.")
                );
            if (column < 0 || column >= Columns)
                throw new ArgumentOutOfRangeException(
                    nameof(column),
                    FormattableString.Invariant($"The table has the columns 0 to {Columns - 1}, not {column}.")
                );
            return _ids[(row * Columns) + column];
        }
    }

    /// <summary>The orbits of a group.</summary>
    /// <param name="group">The group, of n points.</param>
    /// <param name="outputs">l, 0 or more.</param>
    /// <param name="inputs">k, 0 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">k or l is negative.</exception>
    /// <exception cref="OverflowException">The table would have more than <see cref="MaxSize"/> elements, or takes too many stabilisers.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static OrbitTable Create(PermutationGroup group, int outputs, int inputs, CancellationToken cancellationToken = default)
    {
        if (group is null) throw new ArgumentNullException(nameof(group));
        TupleSpace.CheckOrder(outputs, nameof(outputs));
        TupleSpace.CheckOrder(inputs, nameof(inputs));
        return new(group, outputs, inputs, TupleSpace.Strides(group.Degree, outputs + inputs, MaxSize), cancellationToken);
    }

    /// <summary>The smallest list of an orbit, output points first.</summary>
    /// <param name="orbit">The number of the orbit.</param>
    /// <returns>N points.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such orbit.</exception>
    public int[] Representative(int orbit)
    {
        if (orbit < 0 || orbit >= Count)
            throw new ArgumentOutOfRangeException(
                nameof(orbit),
                FormattableString.Invariant($"The orbits have the numbers 0 to {Count - 1}, not {orbit}.")
            );
        return TupleSpace.Digits(Representatives[orbit], Group.Degree, Outputs + Inputs);
    }
}
