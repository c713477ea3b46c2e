using System.Runtime.InteropServices;

namespace Reps;

/// <summary>One entry of a representation in storage: Components × Multiplicity numbers, component outer, channel inner.</summary>
/// <param name="Offset">Where the segment begins in a feature vector.</param>
/// <param name="Multiplicity">The number of channels.</param>
/// <param name="TwoJ">Twice the degree of the irrep.</param>
/// <param name="Parity">+1 for even, −1 for odd; +1 in groups without inversion.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct RepSegment(int Offset, int Multiplicity, int TwoJ, int Parity)
{
    /// <summary>The dimension of the irrep.</summary>
    public int Components => TwoJ + 1;

    /// <summary>The number of values in the segment.</summary>
    public int Size => Components * Multiplicity;
}
