using System;

namespace Reps;

/// <content>Drawing one.</content>
public sealed partial class Permutation
{
    /// <summary>A permutation drawn uniformly.</summary>
    /// <param name="count">n.</param>
    /// <param name="random">The source of randomness.</param>
    /// <returns>The permutation.</returns>
    /// <exception cref="ArgumentException">n is negative or above <see cref="MaxCount"/>.</exception>
    public static Permutation Random(int count, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        int[] images = [.. Identity(count)];
        random.Shuffle(images);
        return new(images);
    }
}
