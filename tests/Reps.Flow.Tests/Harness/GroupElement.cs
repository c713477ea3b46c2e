using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>An element of everything that may act at once: rotations with or without inversion, translations, permutations of nodes.</summary>
/// <param name="Orthogonal">The part of O(3).</param>
/// <param name="Translation">Where the origin moves.</param>
/// <param name="Permutation">Where each node goes.</param>
/// <param name="Seed">What elements of the other groups are drawn by; 0 for the identity.</param>
internal sealed record GroupElement(OrthogonalTransform Orthogonal, double[] Translation, int[] Permutation, int Seed)
{
    public const int Nodes = 5;

    public static GroupElement Identity { get; } = new(
        new OrthogonalTransform(Rotation.Identity, false),
        [0, 0, 0],
        [.. Enumerable.Range(0, Nodes)],
        0
    );

    /// <summary>Elements of each kind that acts, alone and together.</summary>
    public static IEnumerable<GroupElement> Draw(Random random, bool inverts)
    {
        GroupElement rotation = Identity with { Orthogonal = new(Rotation.Random(random), false), Seed = random.Next(1, 1000) };
        GroupElement translation = Identity with { Translation = [random.NextDouble() + 1, random.NextDouble() - 2, random.NextDouble()] };
        GroupElement permutation = Identity with { Permutation = [2, 0, 4, 1, 3], Seed = random.Next(1, 1000) };
        yield return rotation;
        if (inverts) yield return Identity with { Orthogonal = new(Rotation.Identity, true) };
        yield return translation;
        yield return permutation;
        yield return new(new(Rotation.Random(random), inverts), translation.Translation, permutation.Permutation, random.Next(1, 1000));
    }

    /// <summary>Moves the rows of an axis of nodes.</summary>
    public Tensor Permute(Tensor tensor, int axis)
    {
        long[] sources = new long[Nodes];
        for (int n = 0; n < Nodes; n++) sources[Permutation[n]] = n;
        return tensor.index_select(axis, torch.tensor(sources));
    }

    /// <summary>Acts on an axis of coordinates of a tensor power.</summary>
    public Tensor Act(TensorSpace space, Tensor tensor, int axis)
    {
        if (space.Family == GroupFamily.Symmetric) return Permute(tensor, axis);
        bool inverts = space.Family == GroupFamily.Orthogonal;
        if (space.N == 3 && (inverts || space.Family == GroupFamily.SpecialOrthogonal))
            return IrrepsLayout.Transform(Irreps.Parse(inverts ? "1o" : "1", inverts ? Group.O3 : Group.SO3), Orthogonal, tensor.transpose(axis, -1)).transpose(axis, -1);
        if (Seed == 0) return tensor;
        int n = (int)tensor.shape[axis < 0 ? axis + tensor.dim() : axis];
        double[,] matrix = SpaceElement.Matrix(space, n, Seed);
        Tensor element = torch.tensor(matrix.Cast<double>().ToArray()).reshape(n, n);
        return tensor.transpose(axis, -1).matmul(element.transpose(0, 1)).transpose(axis, -1);
    }

    /// <summary>Renames nodes.</summary>
    public Tensor Rename(Tensor indices) =>
        torch.tensor(Permutation.Select(node => (long)node).ToArray()).index_select(0, indices.flatten()).reshape(indices.shape);
}
