using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps;

/// <summary>
/// An orthonormal basis of the tensors with the symmetry of an index formula, e3nn's <c>reduce_permutation</c>: one vector for each orbit of
/// elements that the symmetry makes equal up to sign.
/// </summary>
public sealed class PermutationBasis
{
    /// <summary>The largest number of elements of a tensor.</summary>
    public const int MaxSize = 1 << 20;

    // For each element its orbit, -1 where the symmetry makes it zero, and its sign in it.
    private readonly int[] _orbits;
    private readonly sbyte[] _signs;
    private readonly List<int> _lengths = [];

    private PermutationBasis(IndexFormula formula, int[] shape, CancellationToken cancellationToken)
    {
        (Formula, Shape) = (formula, shape);
        long size = 1;
        foreach (int dimension in shape)
        {
            size *= dimension;
            if (size > MaxSize)
                throw new ArgumentException(
                    $"Tensors of shape [{string.Join(", ", shape)}] have more than {MaxSize} elements: take fewer indices or components."
                );
        }
        (_orbits, _signs) = (new int[size], new sbyte[size]);
        Array.Fill(_orbits, int.MinValue);
        int[][] moves = [.. formula.Generators.Select(generator => Strides(generator.Permutation))];
        int[] index = new int[shape.Length];
        for (int element = 0; element < size; element++)
        {
            if (element % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            if (_orbits[element] == int.MinValue) Follow(element, moves, index);
        }
    }

    /// <summary>The symmetry.</summary>
    public IndexFormula Formula { get; }

    /// <summary>The dimension of each index.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The number of basis vectors: how many numbers determine such a tensor.</summary>
    public int Count => _lengths.Count;

    /// <summary>The number of elements of a tensor.</summary>
    public int Size => _orbits.Length;

    /// <summary>The basis for indices of given dimensions.</summary>
    /// <param name="formula">The symmetry.</param>
    /// <param name="dimensions">
    /// The dimension of indices, none negative; of those that the formula permutes into each other one is enough.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The basis.</returns>
    /// <exception cref="ArgumentException">A dimension is missing, negative or contradicts another, or the tensors are too large.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PermutationBasis Create(
        IndexFormula formula,
        IReadOnlyDictionary<char, int> dimensions,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(dimensions);
        int[] shape = formula.Assign(dimensions, "dimension");
        if (Array.FindIndex(shape, d => d < 0) is >= 0 and int negative)
            throw new ArgumentException(
                $"Index '{formula.Indices[negative]}' has the dimension {shape[negative]}: give 0 or more.",
                nameof(dimensions)
            );
        return new(formula, shape, cancellationToken);
    }

    /// <summary>The basis as a dense tensor, with e3nn's order and signs.</summary>
    /// <returns>[count, d(0), d(1), …].</returns>
    /// <exception cref="ArgumentException">It would be too large.</exception>
    public double[] ToDense()
    {
        double[] dense = new double[GridArguments.Table("The basis", Count, Size)];
        for (int element = 0; element < Size; element++)
            if (_orbits[element] >= 0)
                dense[_orbits[element] * Size + element] = _signs[element] / Math.Sqrt(_lengths[_orbits[element]]);
        return dense;
    }

    /// <summary>The basis vector that an element belongs to and its component, or (−1, 0) where the symmetry makes it zero.</summary>
    internal (int Orbit, double Component) At(int element) =>
        _orbits[element] < 0 ? (-1, 0) : (_orbits[element], _signs[element] / Math.Sqrt(_lengths[_orbits[element]]));

    // The stride by which each position of an index counts after the permutation.
    private int[] Strides(Permutation permutation)
    {
        int[] strides = new int[Shape.Count];
        int stride = 1;
        for (int i = Shape.Count - 1; i >= 0; i--)
        {
            strides[permutation[i]] = stride;
            stride *= Shape[i];
        }
        return strides;
    }

    private void Follow(int start, int[][] moves, int[] index)
    {
        List<int> orbit = [start];
        bool vanishes = false;
        (_orbits[start], _signs[start]) = (Count, 1);
        for (int n = 0; n < orbit.Count; n++)
        {
            int rest = orbit[n];
            for (int i = index.Length - 1; i >= 0; i--) (rest, index[i]) = Math.DivRem(rest, Shape[i]);
            for (int g = 0; g < moves.Length; g++)
            {
                int other = 0;
                for (int i = 0; i < index.Length; i++) other += index[i] * moves[g][i];
                sbyte sign = (sbyte)(_signs[orbit[n]] * Formula.Generators[g].Sign);
                if (_orbits[other] == int.MinValue)
                {
                    (_orbits[other], _signs[other]) = (Count, sign);
                    orbit.Add(other);
                }
                else if (_signs[other] != sign) vanishes = true;
            }
        }
        if (vanishes)
        {
            foreach (int element in orbit) (_orbits[element], _signs[element]) = (-1, 0);
            return;
        }
        // e3nn's sign: more positive elements than negative; where they are as many, the first is negative.
        if (orbit.Sum(element => _signs[element]) <= 0)
            foreach (int element in orbit) _signs[element] = (sbyte)-_signs[element];
        _lengths.Add(orbit.Count);
    }
}
