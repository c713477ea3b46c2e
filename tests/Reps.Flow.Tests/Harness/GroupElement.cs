using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>An element of everything that may act at once: rotations with or without inversion, translations, permutations of nodes.</summary>
/// <param name="Orthogonal">The part of O(3).</param>
/// <param name="Translation">Where the origin moves.</param>
/// <param name="Permutation">Where each node goes.</param>
internal sealed record GroupElement(OrthogonalTransform Orthogonal, double[] Translation, int[] Permutation)
{
    public const int Nodes = 5;

    public static GroupElement Identity { get; } = new(
        new OrthogonalTransform(Rotation.Identity, false),
        [0, 0, 0],
        [.. Enumerable.Range(0, Nodes)]
    );

    /// <summary>Elements of each kind that acts, alone and together.</summary>
    public static IEnumerable<GroupElement> Draw(Random random, bool inverts)
    {
        GroupElement rotation = Identity with { Orthogonal = new(Rotation.Random(random), false) };
        GroupElement translation = Identity with { Translation = [random.NextDouble() + 1, random.NextDouble() - 2, random.NextDouble()] };
        GroupElement permutation = Identity with { Permutation = [2, 0, 4, 1, 3] };
        yield return rotation;
        if (inverts) yield return Identity with { Orthogonal = new(Rotation.Identity, true) };
        yield return translation;
        yield return permutation;
        yield return new(new(Rotation.Random(random), inverts), translation.Translation, permutation.Permutation);
    }

    /// <summary>Moves the rows of an axis of nodes.</summary>
    public Tensor Permute(Tensor tensor, int axis)
    {
        long[] sources = new long[Nodes];
        for (int n = 0; n < Nodes; n++) sources[Permutation[n]] = n;
        return tensor.index_select(axis, torch.tensor(sources));
    }

    /// <summary>Renames nodes.</summary>
    public Tensor Rename(Tensor indices) =>
        torch.tensor(Permutation.Select(node => (long)node).ToArray()).index_select(0, indices.flatten()).reshape(indices.shape);
}
