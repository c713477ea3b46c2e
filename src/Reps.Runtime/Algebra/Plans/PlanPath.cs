using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>One operand's part in a path.</summary>
/// <param name="Operand">The index of the operand among the plan's inputs; ignored for the output.</param>
/// <param name="Segment">The index of the segment in that operand.</param>
/// <param name="Channels">
/// The channel letters: <c>u</c>, <c>v</c>, <c>w</c>, and <c>q</c> for the number of the pair u &lt; v; several letters index a
/// row-major grid. Empty for a segment with a single channel.
/// </param>
public sealed record PlanFactor(int Operand, int Segment, string Channels);

/// <summary>
/// One term of a plan: output[ch, k] += scale · Σ coefficients[i, j, …, k] · factor₀[ch, i] · factor₁[ch, j] · …, summed over the
/// components and over every channel letter that the output does not carry.
/// </summary>
/// <param name="Factors">The inputs that are multiplied.</param>
/// <param name="Output">Where the product is added.</param>
/// <param name="Extents">The number of channels behind the letters u, v and w (0 where a letter is not used).</param>
/// <param name="Coefficients">One axis for each feature among the factors in order, then one for the output if that is a feature.</param>
/// <param name="Scale">The factor common to all coefficients.</param>
public sealed record PlanPath(
    EquatableArray<PlanFactor> Factors,
    PlanFactor Output,
    EquatableArray<int> Extents,
    SparseTensor Coefficients,
    Surd Scale
)
{
    /// <summary>Whether the channels u and v run over the pairs u &lt; v only.</summary>
    public bool Pairs
    {
        get
        {
            foreach (PlanFactor factor in Factors)
                if (factor.Channels.IndexOf('q') >= 0)
                    return true;
            return Output.Channels.IndexOf('q') >= 0;
        }
    }

    /// <summary>The number of channels behind a letter other than <c>q</c>.</summary>
    /// <param name="letter">One of u, v, w.</param>
    /// <returns>The extent of the loop over that letter.</returns>
    public int Extent(char letter) => Extents[letter - 'u'];

    /// <summary>The letters that the path loops over, in order.</summary>
    public IEnumerable<char> Letters
    {
        get
        {
            for (char letter = 'u'; letter <= 'w'; letter++)
                if (Extent(letter) > 0)
                    yield return letter;
        }
    }
}
