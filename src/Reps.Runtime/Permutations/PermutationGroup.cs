using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps;

/// <summary>Groups of permutations, as sorted lists of their elements.</summary>
public static class PermutationGroup
{
    /// <summary>The largest group that is listed.</summary>
    public const int MaxOrder = 1 << 20;

    /// <summary>All permutations of n things.</summary>
    /// <param name="count">n, from 0 to 9.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>n! permutations, sorted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">n is negative, or the group is larger than <see cref="MaxOrder"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<Permutation> Symmetric(int count, CancellationToken cancellationToken = default)
    {
        if (count is < 0 or > 9)
            throw new ArgumentOutOfRangeException(nameof(count), count, "The permutations of 0 to 9 things are listed, not of more.");
        if (count < 2) return [Permutation.Identity(count)];
        Permutation exchange = new([1, 0, .. Enumerable.Range(2, count - 2)]);
        Permutation turn = new([.. Enumerable.Range(1, count - 1), 0]);
        return Generate([exchange, turn], cancellationToken);
    }

    /// <summary>The smallest group that contains some permutations, e3nn's <c>germinate</c>.</summary>
    /// <param name="generators">The permutations, all of as many things; without any there is no group, and the result is empty.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The elements, sorted.</returns>
    /// <exception cref="ArgumentException">They are of different numbers of things, or the group is larger than <see cref="MaxOrder"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<Permutation> Generate(IEnumerable<Permutation> generators, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(generators);
        Permutation[] steps = [.. generators];
        if (steps.Length == 0) return [];
        if (steps.FirstOrDefault(step => step.Count != steps[0].Count) is Permutation other)
            throw new ArgumentException(
                $"The generators permute {steps[0].Count} things and {other.Count}: they must permute as many.",
                nameof(generators)
            );
        // In a finite group products of the generators reach everything, inverses too.
        HashSet<Permutation> found = [Permutation.Identity(steps[0].Count)];
        Queue<Permutation> open = new(found);
        while (open.TryDequeue(out Permutation? element))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (Permutation step in steps)
            {
                Permutation product = step * element;
                if (!found.Add(product)) continue;
                if (found.Count > MaxOrder)
                    throw new ArgumentException(
                        $"The generators make a group of more than {MaxOrder} permutations, too large to be listed.",
                        nameof(generators)
                    );
                open.Enqueue(product);
            }
        }
        return [.. found.Order()];
    }

    /// <summary>Whether permutations are a group.</summary>
    /// <param name="elements">The permutations; duplicates do not matter.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether there is one, they are of as many things, and all their products are among them.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static bool IsGroup(IEnumerable<Permutation> elements, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(elements);
        HashSet<Permutation> set = [.. elements];
        Permutation[] list = [.. set];
        if (list.Length == 0 || list.Any(p => p.Count != list[0].Count)) return false;
        foreach (Permutation left in list)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (Permutation right in list)
                if (!set.Contains(left * right))
                    return false;
        }
        // A finite set closed under products contains the identity and inverses.
        return true;
    }
}
