using System.Runtime.InteropServices;

namespace Reps.Kernels.Rowwise;

/// <summary>The integers of one path of a <see cref="Algebra.RowwiseProgram"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RowwisePath
{
    public int OutOffset;
    public int OutComponents;
    public int OutChannels;
    public int OutIndex;
    public int WeightOffset;
    public int WeightIndex;
    public int Mixed;
    public int FirstComponent;
    public int EntryCount;
}
