using System;
using Reps.Algebra;

namespace Reps.Kernels.Channelwise;

/// <summary>The sections of a <see cref="ChannelwiseProgram"/>, in memory that does not move while a kernel runs.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct ChannelwiseTables<T>
    where T : unmanaged
{
    public bool LaneIsLeft;
    public int LaneSize;
    public int ScalarSize;
    public int OutputSize;
    public int WeightCount;
    public int MaxChannels;
    public int PathCount;

    /// <summary>The most pairs of a path, and the most values of a path's part of the channel operand.</summary>
    public int MaxPairs;
    public int MaxLaneSegment;
    public int PairCount;
    public int ExtraCount;
    public int EmptyOutCount;
    public int EmptyLaneCount;
    public int EmptyWeightsCount;
    public ChannelwisePath* Paths;
    public int* PairLane;
    public int* PairOut;
    public int* OutCounts;
    public int* LaneCounts;
    public int* Transposed;
    public int* TransposedOut;
    public int* FoldIndex;
    public int* Extra;
    public int* EmptyOut;
    public int* EmptyLane;
    public int* EmptyWeights;
    public T* Coefficients;
    public T* ExtraCoefficients;

    public ChannelwiseTables(int* integers, T* coefficients)
    {
        LaneIsLeft = (integers[1] & LayerProgram.ChannelsOnTheLeft) != 0;
        PathCount = integers[2];
        PairCount = integers[3];
        ExtraCount = integers[4];
        (LaneSize, ScalarSize, OutputSize, WeightCount, MaxChannels) = (integers[5], integers[6], integers[7], integers[8], integers[9]);
        (EmptyOutCount, EmptyLaneCount, EmptyWeightsCount) = (integers[10], integers[11], integers[12]);
        int* next = integers + ChannelwiseProgram.HeaderSize;
        Paths = (ChannelwisePath*)next;
        PairLane = next + PathCount * ChannelwiseProgram.PathSize;
        PairOut = PairLane + PairCount;
        OutCounts = PairOut + PairCount;
        int outComponents = 0;
        int laneComponents = 0;
        for (int n = 0; n < PathCount; n++)
        {
            outComponents += Paths[n].OutComponents;
            laneComponents += Paths[n].LaneComponents;
            MaxPairs = Math.Max(MaxPairs, Paths[n].PairCount);
            MaxLaneSegment = Math.Max(MaxLaneSegment, Paths[n].LaneComponents * Paths[n].Channels);
        }
        LaneCounts = OutCounts + outComponents;
        Transposed = LaneCounts + laneComponents;
        TransposedOut = Transposed + PairCount;
        FoldIndex = TransposedOut + PairCount;
        Extra = FoldIndex + PairCount;
        EmptyOut = Extra + 2 * ExtraCount;
        EmptyLane = EmptyOut + 2 * EmptyOutCount;
        EmptyWeights = EmptyLane + 2 * EmptyLaneCount;
        Coefficients = coefficients;
        ExtraCoefficients = coefficients + PairCount;
    }
}
