namespace Reps;

/// <summary>One path of a tensor product: which segments it couples into which, and how their channels are connected.</summary>
/// <param name="Left">The index of the left segment.</param>
/// <param name="Right">The index of the right segment.</param>
/// <param name="Output">The index of the output segment.</param>
/// <param name="Mode">How channels are connected.</param>
/// <param name="HasWeight">Whether the path has weights of its own.</param>
/// <param name="PathWeight">A non-negative factor on the variance of the path: its square root multiplies the path.</param>
public sealed record TensorProductInstruction(int Left, int Right, int Output, Mode Mode, bool HasWeight = true, double PathWeight = 1);
