using System.Runtime.InteropServices;

namespace Reps;

/// <summary>One path of a generated layer: which segments it couples, and where its weights are.</summary>
/// <param name="Left">The index of the left (or only) input segment.</param>
/// <param name="Right">The index of the right input segment; −1 in a linear layer.</param>
/// <param name="Output">The index of the output segment.</param>
/// <param name="WeightOffset">Where the path's weights begin in the flat weight vector.</param>
/// <param name="WeightCount">How many weights it has; 0 for an unweighted path.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct LayerPath(int Left, int Right, int Output, int WeightOffset, int WeightCount);
