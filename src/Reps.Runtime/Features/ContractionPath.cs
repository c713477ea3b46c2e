using System.Runtime.InteropServices;

namespace Reps;

/// <summary>One path of a generated symmetric contraction: which segments it multiplies, and where its weights are.</summary>
/// <param name="First">The index of the first input segment.</param>
/// <param name="Second">The index of the second; −1 for a path of degree 1.</param>
/// <param name="Third">The index of the third; −1 for a path of degree 1 or 2.</param>
/// <param name="Output">The index of the output segment.</param>
/// <param name="WeightOffset">Where the path's weights begin among those of an element.</param>
/// <param name="WeightCount">How many weights it has: one for each channel.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct ContractionPath(int First, int Second, int Third, int Output, int WeightOffset, int WeightCount);
