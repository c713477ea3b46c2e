using System;
using System.Linq;
using Reps.Algebra;

namespace Reps.Layers.Diagrams;

/// <summary>n of every space, from those that a call gives: one for each space that the signature leaves open.</summary>
internal static class OpenSizes
{
    /// <summary>Completes the sizes of a call.</summary>
    /// <param name="powers">The signature.</param>
    /// <param name="sizes">n of each open space, in their order.</param>
    /// <returns>n of each space.</returns>
    /// <exception cref="ArgumentException">There are other than one for each open space, or one is less than 1.</exception>
    public static int[] Complete(TensorPowers powers, int[]? sizes)
    {
        int open = powers.Spaces.Count(static space => space.IsOpen);
        if (sizes is null || sizes.Length != open)
            throw new ArgumentException(
                $"{sizes?.Length ?? 0} sizes were given for {string.Join("×", powers.Spaces)}: it leaves {open} open, and each call says what they are.",
                nameof(sizes));
        foreach (int size in sizes)
            if (size < 1)
                throw new ArgumentException($"The size {size} was given for {string.Join("×", powers.Spaces)}: n must be 1 or more.", nameof(sizes));
        int next = 0;
        return [.. powers.Spaces.Select(space => space.IsOpen ? sizes[next++] : space.N)];
    }

    /// <summary>Requires that rows have as many numbers as the signature says.</summary>
    /// <param name="powers">The signature.</param>
    /// <param name="sizes">n of each space.</param>
    /// <param name="shape">The shape of the rows.</param>
    /// <param name="name">What the argument is called.</param>
    /// <exception cref="ArgumentException">They have not.</exception>
    public static void Check(TensorPowers powers, int[] sizes, long[] shape, string name)
    {
        long dim = powers.Dim(sizes);
        if (shape.Length == 0 || shape[^1] != dim)
            throw new ArgumentException(
                $"The tensor has the shape [{string.Join(", ", shape)}], but {powers} with n = {string.Join(", ", sizes)} has {dim} numbers in the last dimension.",
                name);
    }
}
