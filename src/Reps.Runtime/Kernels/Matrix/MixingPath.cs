using System.Runtime.InteropServices;

namespace Reps.Kernels.Matrix;

/// <summary>The integers of one path of a <see cref="Algebra.MixingProgram"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MixingPath
{
    public int InOffset;
    public int InChannels;
    public int OutOffset;
    public int OutChannels;
    public int Components;
    public int WeightOffset;
    public int IsFirst;
    public int IsFirstOfInput;
}
