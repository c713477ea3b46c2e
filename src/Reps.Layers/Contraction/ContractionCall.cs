using System;
using System.Collections.Generic;
using static TorchSharp.torch;

namespace Reps.Layers.Contraction;

/// <summary>Checks the arguments of a symmetric contraction.</summary>
internal static class ContractionCall
{
    /// <summary>The elements of the rows as the kernel takes them.</summary>
    /// <exception cref="ArgumentException">There are not as many elements as rows, or one has no weights.</exception>
    public static int[] Elements(Irreps input, Tensor x, IReadOnlyList<int> elements, long sets)
    {
        Arguments.Features(nameof(SymmetricContraction), input, x, nameof(input));
        ArgumentNullException.ThrowIfNull(elements);
        if (x.dim() != 2 || x.size(0) != elements.Count)
            throw new ArgumentException($"'input' has the shape [{string.Join(", ", x.shape)}], but there are {elements.Count} elements: it must be [{elements.Count}, {input.Dim}].", nameof(input));
        int[] result = elements as int[] ?? [.. elements];
        for (int row = 0; row < result.Length; row++)
            if (result[row] < 0 || result[row] >= sets)
                throw new ArgumentException($"Row {row} is of element {result[row]}, but there are weights of elements 0 to {sets - 1}.", nameof(elements));
        return result;
    }
}
