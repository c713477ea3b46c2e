namespace Reps.Algebra;

/// <summary>
/// A Levi-Civita symbol on R^n that joins the halves of a diagram: its arguments are the colours of blocks that go through, then those of blocks
/// of outputs, then those of blocks of inputs, and the missing colour if there is one less.
/// </summary>
/// <param name="N">n.</param>
/// <param name="Through">The number of blocks that go through.</param>
/// <param name="Outputs">The number of blocks of outputs alone.</param>
internal sealed record AlternatingSymbol(int N, int Through, int Outputs);
