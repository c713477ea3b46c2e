using System;

namespace Reps.Algebra;

/// <summary>
/// The calculus of the diagrams of a group acting on R^n: which diagrams there are, and how their matrices multiply. All results are exact.
/// </summary>
/// <remarks>
/// The groups and their diagrams: S_n has partitions and orbits, A_n (n ≥ 2) jellyfish as well, O(n) Brauer diagrams, SO(n) those and
/// the ones with n free vertices, Sp(n) symplectic ones. S_n: partition category with parameter n, and its orbit basis (Benkart and Halverson,
/// arXiv 1707.01410, 1709.07751). O(n): Brauer category. SO(n): enhanced Brauer category (Lehrer and Zhang, arXiv 1612.03998). Sp(n): Brauer
/// category with parameter −n, through normalised diagrams; see <see cref="Diagram.NormalizationSign"/>. A_n: jellyfish partition
/// category (Comes); layers of neural networks: Pearce-Crump, arXiv 2212.08648, 2212.08630, 2301.10152.
/// </remarks>
public sealed partial record DiagramCategory
{
    /// <summary>The diagrams of a group.</summary>
    /// <param name="family">The family of groups.</param>
    /// <param name="n">The dimension of R^n, 1 or more; even for <see cref="GroupFamily.Symplectic"/>.</param>
    /// <exception cref="ArgumentException">There is no such group.</exception>
    public DiagramCategory(GroupFamily family, int n)
    {
        if (family is < GroupFamily.Symmetric or > GroupFamily.Symplectic)
            throw new ArgumentOutOfRangeException(nameof(family), FormattableString.Invariant($"{(int)family} is no family of groups: pass a member of GroupFamily."));
        if (n < 1) throw new ArgumentOutOfRangeException(nameof(n), FormattableString.Invariant($"The dimension is {n}: it must be 1 or more."));
        if (family == GroupFamily.Symplectic && n % 2 != 0)
            throw new ArgumentOutOfRangeException(
                nameof(n), FormattableString.Invariant($"The dimension is {n}: symplectic groups act on even dimensions, such as {(n == int.MaxValue ? n - 1 : n + 1)}."));
        Family = family;
        N = n;
    }

    /// <summary>The family of groups.</summary>
    public GroupFamily Family { get; }

    /// <summary>The dimension of R^n.</summary>
    public int N { get; }

    /// <summary>The equivariant maps from one tensor power of R^n to another.</summary>
    /// <param name="inputs">k, 0 or more.</param>
    /// <param name="outputs">l, 0 or more; k + l is at most <see cref="Diagram.MaxVertices"/>.</param>
    /// <returns>Hom_G((R^n)^⊗k, (R^n)^⊗l).</returns>
    /// <exception cref="ArgumentException">k or l is negative, or k + l too large.</exception>
    public HomSpace Hom(int inputs, int outputs) => new(this, inputs, outputs);

    /// <summary>Whether the matrix of a diagram is an equivariant map of this group.</summary>
    /// <param name="diagram">The diagram.</param>
    /// <returns>Whether it is.</returns>
    public bool Contains(Diagram diagram) => Problem(diagram) is null;

    /// <summary>The group: <c>S(5)</c>, <c>A(4)</c>, <c>O(3)</c>, <c>SO(3)</c>, <c>Sp(4)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Symbol(Family)}({N})");

    private bool IsOfPermutations => Family is GroupFamily.Symmetric or GroupFamily.Alternating;

    internal static string Symbol(GroupFamily family) => family switch
    {
        GroupFamily.Symmetric => "S",
        GroupFamily.Alternating => "A",
        GroupFamily.Orthogonal => "O",
        GroupFamily.SpecialOrthogonal => "SO",
        _ => "Sp",
    };

    private string? Problem(Diagram diagram)
    {
        bool known = Family switch
        {
            GroupFamily.Symmetric => diagram.Kind is DiagramKind.Partition or DiagramKind.Orbit,
            GroupFamily.Alternating => diagram.Kind is DiagramKind.Partition or DiagramKind.Orbit or DiagramKind.Jellyfish,
            GroupFamily.Orthogonal => diagram.Kind is DiagramKind.Brauer,
            GroupFamily.SpecialOrthogonal => diagram.Kind is DiagramKind.Brauer or DiagramKind.BrauerFree,
            _ => diagram.Kind is DiagramKind.Symplectic,
        };
        return known ? diagram.DimensionProblem(N) : $"{diagram} is no diagram of {this}.";
    }

    private DiagramSum Checked(DiagramSum sum, string parameter)
    {
        if (sum is null) throw new ArgumentNullException(parameter);
        foreach (DiagramTerm term in sum.Terms)
            if (Problem(term.Diagram) is string problem)
                throw new ArgumentException(problem, parameter);
        return sum;
    }
}
