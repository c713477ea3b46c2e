using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Reps;

/// <summary>
/// The symmetry of a tensor under permutations of its indices, as text: <c>ij=ji</c> is a symmetric matrix, <c>ij=-ji</c> an antisymmetric
/// one, and <c>ijkl=jikl=klij</c> has the symmetries of an elasticity tensor but one. What is written generates a group.
/// </summary>
public sealed class IndexFormula
{
    /// <summary>The largest number of indices.</summary>
    public const int MaxRank = 8;

    private readonly SignedPermutation[] _generators;

    private IndexFormula(string text, string indices, List<(int Sign, string Letters)> terms)
    {
        (Text, Indices) = (text, indices);
        _generators =
        [
            .. terms.Select(term => new SignedPermutation(term.Sign, new Permutation([.. indices.Select(c => term.Letters.IndexOf(c))]))).Distinct(),
        ];
    }

    /// <summary>The text that was read.</summary>
    public string Text { get; }

    /// <summary>The indices, in the order of the first term.</summary>
    public string Indices { get; }

    /// <summary>The number of indices.</summary>
    public int Rank => Indices.Length;

    /// <summary>What each term says, the first one's identity included.</summary>
    public IReadOnlyList<SignedPermutation> Generators => _generators;

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The text, for example <c>ij=-ji</c>; the first term has no sign.</param>
    /// <returns>The formula.</returns>
    /// <exception cref="FormulaException">The text has errors; the exception lists all of them with their places.</exception>
    public static IndexFormula Parse(string text) =>
        TryParse(text, out IndexFormula? formula, out IReadOnlyList<FormulaError> errors) ? formula! : throw new FormulaException(text, errors);

    /// <summary>Reads a formula without throwing.</summary>
    /// <param name="text">The text; null counts as empty.</param>
    /// <param name="formula">The formula, or null if there are errors.</param>
    /// <param name="errors">All errors, in the order of the text; empty exactly if it is valid.</param>
    /// <returns>Whether the text is a formula.</returns>
    public static bool TryParse(string? text, out IndexFormula? formula, out IReadOnlyList<FormulaError> errors)
    {
        FormulaReader reader = new(text ?? "");
        (string indices, List<(int Sign, string Letters)> terms) = reader.Read();
        errors = [.. reader.Errors.OrderBy(error => error.Start)];
        formula = errors.Count == 0 ? new IndexFormula(text!, indices, terms) : null;
        return formula is not null;
    }

    /// <summary>The whole group, e3nn's <c>germinate_formulas</c>.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Its elements, sorted by permutation. If the identity is there with both signs, only the zero tensor has the symmetry.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<SignedPermutation> Group(CancellationToken cancellationToken = default)
    {
        // In a finite group products of the generators reach everything, inverses too.
        HashSet<SignedPermutation> found = [new(1, Permutation.Identity(Rank))];
        Queue<SignedPermutation> open = new(found);
        while (open.TryDequeue(out SignedPermutation element))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (SignedPermutation generator in _generators)
            {
                SignedPermutation product = generator * element;
                if (found.Add(product)) open.Enqueue(product);
            }
        }
        return [.. found.OrderBy(element => element.Permutation).ThenByDescending(element => element.Sign)];
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    /// <summary>Gives every index a value, when those that are permuted into each other have the same one.</summary>
    /// <param name="given">Values of some indices, at least one of each set that is permuted.</param>
    /// <param name="what">What the values are, for messages.</param>
    /// <param name="name">The parameter's name, for exceptions.</param>
    internal T[] Assign<T>(IReadOnlyDictionary<char, T> given, string what, [CallerArgumentExpression(nameof(given))] string? name = null)
        where T : IEquatable<T>
    {
        foreach (char index in given.Keys)
            if (!Indices.Contains(index, StringComparison.Ordinal))
                throw new ArgumentException($"Index '{index}' has a {what}, but '{Text}' has the indices {Indices}.", name);
        T[] values = new T[Rank];
        bool[] known = new bool[Rank];
        foreach (int[] orbit in Orbits())
        {
            string letters = string.Concat(orbit.Select(i => Indices[i]));
            foreach (int i in orbit.Where(i => given.ContainsKey(Indices[i])))
            {
                T value = given[Indices[i]];
                if (known[orbit[0]] && !values[orbit[0]].Equals(value))
                    throw new ArgumentException(
                        $"'{Text}' permutes the indices {letters}, but they have {values[orbit[0]]} and {value}: give them the same {what}.",
                        name
                    );
                foreach (int other in orbit) (values[other], known[other]) = (value, true);
            }
            if (!known[orbit[0]])
                throw new ArgumentException(
                    letters.Length > 1
                        ? $"None of the indices {letters} of '{Text}' has a {what}: give one."
                        : $"Index {letters} of '{Text}' has no {what}: give one.",
                    name
                );
        }
        return values;
    }

    // The positions of indices that are permuted into each other.
    private IEnumerable<int[]> Orbits()
    {
        int[] root = [.. Enumerable.Range(0, Rank)];
        foreach (SignedPermutation generator in _generators)
        for (int i = 0; i < Rank; i++)
        {
            (int from, int to) = (root[i], root[generator.Permutation[i]]);
            for (int k = 0; k < Rank; k++)
                if (root[k] == from)
                    root[k] = to;
        }
        return Enumerable.Range(0, Rank).GroupBy(i => root[i]).Select(group => group.ToArray());
    }
}
