using System;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <content>Products of matrices and Kronecker products.</content>
public sealed partial record DiagramCategory
{
    /// <summary>The product of the matrices of two maps: first one, then the other.</summary>
    /// <remarks>
    /// Partitions and matchings give a power of n (of −n for Sp(n), up to the sign of the diagrams), and one diagram, which may have to be
    /// straightened. Where a sum has orbits or jellyfish, partitions are first written as orbits.
    /// </remarks>
    /// <param name="second">What is applied last, from m factors to l.</param>
    /// <param name="first">What is applied first, from k factors to m.</param>
    /// <param name="cancellationToken">Ends a long computation.</param>
    /// <returns>second · first, from k factors to l.</returns>
    /// <exception cref="ArgumentException">A diagram is none of this group, the numbers of factors do not fit, or k + l is too large.</exception>
    public DiagramSum Compose(DiagramSum second, DiagramSum first, CancellationToken cancellationToken = default)
    {
        Checked(second, nameof(second));
        Checked(first, nameof(first));
        if (second.Inputs != first.Outputs)
            throw new ArgumentException(
                FormattableString.Invariant($"A map of {second.Inputs} factors does not follow one to {first.Outputs}: these numbers must agree."), nameof(second));
        if (IsOfPermutations && !(HasPartitionsOnly(second) && HasPartitionsOnly(first)))
            (second, first) = (ToOrbits(second, cancellationToken), ToOrbits(first, cancellationToken));
        Diagram.CheckOrders(first.Inputs, second.Outputs);
        DiagramTerms terms = new();
        foreach (DiagramTerm after in second.Terms)
            foreach (DiagramTerm before in first.Terms)
            {
                cancellationToken.ThrowIfCancellationRequested();
                BigInteger factor = after.Coefficient * before.Coefficient;
                if (!IsOfPermutations) new MatchingProduct(after.Diagram, before.Diagram, N).AddTo(terms, factor, cancellationToken);
                else if (after.Diagram.Kind == DiagramKind.Partition) PartitionProduct.AddTo(terms, factor, after.Diagram, before.Diagram, N);
                else new OrbitProduct(after.Diagram, before.Diagram, N).AddComposition(terms, factor, cancellationToken);
            }
        return new(first.Inputs, second.Outputs, terms);
    }

    /// <summary>The Kronecker product of two maps: side by side, the factors of the left one first.</summary>
    /// <param name="left">From k factors to l.</param>
    /// <param name="right">From k′ factors to l′.</param>
    /// <param name="cancellationToken">Ends a long computation.</param>
    /// <returns>left ⊗ right, from k + k′ factors to l + l′.</returns>
    /// <exception cref="ArgumentException">A diagram is none of this group, or the product has too many vertices.</exception>
    public DiagramSum Tensor(DiagramSum left, DiagramSum right, CancellationToken cancellationToken = default)
    {
        Checked(left, nameof(left));
        Checked(right, nameof(right));
        Diagram.CheckOrders(left.Inputs + right.Inputs, left.Outputs + right.Outputs);
        if (IsOfPermutations && !(HasPartitionsOnly(left) && HasPartitionsOnly(right)))
            (left, right) = (ToOrbits(left, cancellationToken), ToOrbits(right, cancellationToken));
        DiagramTerms terms = new();
        foreach (DiagramTerm one in left.Terms)
            foreach (DiagramTerm other in right.Terms)
            {
                cancellationToken.ThrowIfCancellationRequested();
                BigInteger factor = one.Coefficient * other.Coefficient;
                if (one.Diagram.Kind is DiagramKind.Orbit or DiagramKind.Jellyfish)
                    new OrbitProduct(one.Diagram, other.Diagram, N).AddTensor(terms, factor, cancellationToken);
                else if (one.Diagram.FreeCount > 0 && other.Diagram.FreeCount > 0)
                    MatchingTensor.AddTo(terms, factor, one.Diagram, other.Diagram, cancellationToken);
                else terms.Add(MatchingTensor.SideBySide(one.Diagram, other.Diagram), factor);
            }
        return new(left.Inputs + right.Inputs, left.Outputs + right.Outputs, terms);
    }

    /// <summary>The map that permutes tensor factors; see <see cref="Diagram.Permutation"/>.</summary>
    /// <param name="images">Output i is input <c>images[i]</c>.</param>
    /// <returns>A diagram of this group.</returns>
    /// <exception cref="ArgumentException">The images are no permutation, or too many.</exception>
    public Diagram Permutation(params int[] images) => Diagram.Permutation(
        Family switch
        {
            GroupFamily.Symmetric or GroupFamily.Alternating => DiagramKind.Partition,
            GroupFamily.Symplectic => DiagramKind.Symplectic,
            _ => DiagramKind.Brauer,
        },
        images);

    private static bool HasPartitionsOnly(DiagramSum sum)
    {
        foreach (DiagramTerm term in sum.Terms)
            if (term.Diagram.Kind != DiagramKind.Partition)
                return false;
        return true;
    }
}
