using System.Runtime.InteropServices;

namespace Reps.Kernels.Channelwise;

/// <summary>The integers of one path of a <see cref="Algebra.ChannelwiseProgram"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ChannelwisePath
{
    public int LaneOffset;
    public int LaneComponents;
    public int OutOffset;
    public int OutComponents;
    public int WeightOffset;
    public int Channels;
    public int PairStart;
    public int PairCount;
    public int Shape;
    public int TransposedShape;
    public int IsFirst;
    public int IsFirstOfLane;
    public int ExtraStart;
    public int ExtraCount;
}
