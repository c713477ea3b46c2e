namespace Reps.Algebra;

/// <summary>Which matrix a <see cref="Diagram"/> stands for. A matrix has a row for each colouring I of the outputs, a column for each J of the inputs.</summary>
public enum DiagramKind
{
    /// <summary>D_π of a set partition π, written <c>D{…}</c>: 1 where (I, J) is constant on every block (S_n, A_n).</summary>
    Partition,

    /// <summary>E_β of a perfect matching β, written <c>E{…}</c>: 1 where the ends of every arc have one colour (O(n), SO(n)).</summary>
    Brauer,

    /// <summary>
    /// H_α of a matching that leaves n vertices free, written <c>H{…}</c>, the "(l+k)\n" or Brauer–Grood diagrams of SO(n): the product of
    /// the arcs as in <see cref="Brauer"/>, times the Levi-Civita symbol of the colours of the free vertices in the order of the vertices.
    /// </summary>
    BrauerFree,

    /// <summary>
    /// F_β of a perfect matching β, written <c>F{…}</c>: an arc between the rows is δ, and an arc within a row, left end first, is the
    /// symplectic form ε with ε(2a, 2a+1) = 1 = −ε(2a+1, 2a) (Sp(n)).
    /// </summary>
    Symplectic,

    /// <summary>
    /// J_π of a set partition π with n or n−1 blocks, written <c>J{…}</c>: where (I, J) is constant on every block, the Levi-Civita symbol of
    /// the colours of the blocks, ordered by smallest vertex, followed by the missing colour if there are n−1 (A_n).
    /// </summary>
    Jellyfish,

    /// <summary>X_π of a set partition π, written <c>X{…}</c>: as <see cref="Partition"/>, and different blocks have different colours (S_n, A_n).</summary>
    Orbit,
}
