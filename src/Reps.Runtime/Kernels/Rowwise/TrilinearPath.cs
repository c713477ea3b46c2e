using System.Runtime.InteropServices;
using Reps.Algebra;

namespace Reps.Kernels.Rowwise;

/// <summary>The integers of a path of a <see cref="TrilinearProgram"/>.</summary>
internal readonly unsafe struct TrilinearPath
{
    public readonly PathHeader* Header;

    public TrilinearPath(int* integers)
    {
        Header = (PathHeader*)integers;
        PathOperand* operands = &Header->Left;
        (Mixed, Folded, Third) = (operands[Header->Mixed], operands[Header->Folded], operands[Header->Third]);
        int* strides = stackalloc int[] { Header->Right.Channels * Header->Output.Channels, Header->Output.Channels, 1 };
        (MixedStride, FoldedStride, ThirdStride) = (strides[Header->Mixed], strides[Header->Folded], strides[Header->Third]);
        Pairs = Mixed.Components * Third.Components;
        FoldCounts = integers + TrilinearProgram.HeaderSize;
        FoldComponents = FoldCounts + Pairs;
        FoldOrder = FoldComponents + Header->EntryCount;
        UnfoldCounts = FoldOrder + Header->EntryCount;
        UnfoldPairs = UnfoldCounts + Folded.Components;
        UnfoldOrder = UnfoldPairs + Header->EntryCount;
    }

    public PathOperand Mixed { get; }

    public PathOperand Folded { get; }

    public PathOperand Third { get; }

    /// <summary>How far weights of neighbouring channels of the mixed operand are apart.</summary>
    public int MixedStride { get; }

    /// <summary>The same of the folded operand.</summary>
    public int FoldedStride { get; }

    /// <summary>The same of the third.</summary>
    public int ThirdStride { get; }

    /// <summary>The number of pairs of a component of the mixed operand and one of the third.</summary>
    public int Pairs { get; }

    /// <summary>The number of coefficients for each pair, then the components of the folded operand, then the coefficients.</summary>
    public int* FoldCounts { get; }

    public int* FoldComponents { get; }

    public int* FoldOrder { get; }

    /// <summary>The number of coefficients for each component of the folded operand, then the pairs, then the coefficients.</summary>
    public int* UnfoldCounts { get; }

    public int* UnfoldPairs { get; }

    public int* UnfoldOrder { get; }

    /// <summary>The integers before the tables.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PathHeader
    {
        public int Length;
        public int Mixed;
        public int Folded;
        public int Third;
        public int WeightOffset;
        public PathOperand Left;
        public PathOperand Right;
        public PathOperand Output;
        public int EntryCount;
        public int CoefficientStart;
    }

    /// <summary>A segment of an operand.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PathOperand
    {
        public int Offset;
        public int Components;
        public int Channels;
    }
}
