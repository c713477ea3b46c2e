using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Reduction;

/// <summary>A change of basis from tensors to irreps as operators of torch.</summary>
internal static class ReducedOperators
{
    /// <summary>[..., d(0), d(1), …] to [..., output dim].</summary>
    public static Tensor FromTensor(ReducedTensorProducts products, Tensor basis, Tensor tensors, string name)
    {
        Arguments.Real(products.Formula.ToString(), tensors, name);
        long[] sizes = [.. products.Shape.Skip(1).Select(n => (long)n)];
        long[] shape = tensors.shape;
        if (shape.Length < sizes.Length || !shape[^sizes.Length..].SequenceEqual(sizes))
            throw new ArgumentException(
                $"'{name}' has the shape [{string.Join(", ", shape)}], but tensors of '{products.Formula}' are [..., {string.Join(", ", sizes)}].",
                name
            );
        return tensors.reshape([.. shape[..^sizes.Length], products.Size]).matmul(Flat(products, basis, tensors).transpose(0, 1));
    }

    /// <summary>[..., output dim] to [..., d(0), d(1), …].</summary>
    public static Tensor ToTensor(ReducedTensorProducts products, Tensor basis, Tensor features, string name)
    {
        Arguments.Features(products.Formula.ToString(), products.Output, features, name);
        long[] sizes = [.. products.Shape.Skip(1).Select(n => (long)n)];
        return features.matmul(Flat(products, basis, features)).reshape([.. features.shape[..^1], .. sizes]);
    }

    /// <summary>One vector [..., d(k)] for each index to [..., output dim]; the product of the vectors is not formed.</summary>
    public static Tensor FromVectors(ReducedTensorProducts products, Tensor basis, IReadOnlyList<Tensor> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        if (vectors.Count != products.Inputs.Count)
            throw new ArgumentException($"'{products.Formula}' has {products.Inputs.Count} indices, but there are {vectors.Count} vectors.", nameof(vectors));
        for (int k = 0; k < vectors.Count; k++)
        {
            Arguments.Features(products.Formula.ToString(), products.Inputs[k], vectors[k], $"vectors[{k}]");
            Arguments.Alike(products.Formula.ToString(), vectors[k], $"vectors[{k}]", vectors[0], "vectors[0]");
        }
        long[] batch = Batching.Broadcast([.. vectors.Select(v => v.shape[..^1])]);
        Tensor[] rows = [.. vectors.Select(v => Batching.Rows(v, batch))];
        // The last index first: what is left is always [rows, output dim, d(0), …, d(k)].
        long dim = rows[^1].shape[1];
        Tensor rest = rows[^1].matmul(Flat(products, basis, rows[0]).reshape(products.Output.Dim * (products.Size / dim), dim).transpose(0, 1));
        for (int k = rows.Length - 2; k >= 0; k--)
        {
            dim = rows[k].shape[1];
            rest = rest.reshape(rest.shape[0], rest.shape[1] / dim, dim).matmul(rows[k].unsqueeze(-1)).squeeze(-1);
        }
        return rest.reshape([.. batch, products.Output.Dim]);
    }

    private static Tensor Flat(ReducedTensorProducts products, Tensor basis, Tensor like) =>
        basis.to(like.dtype, like.device).reshape(products.Output.Dim, products.Size);
}
