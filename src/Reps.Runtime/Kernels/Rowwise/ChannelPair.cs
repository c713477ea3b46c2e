using Reps.Algebra;

namespace Reps.Kernels.Rowwise;

/// <summary>A channel of the left and one of the right, visited in the order of u and then v.</summary>
internal struct ChannelPair
{
    public int U;
    public int V;
    public int Number;

    /// <summary>The first pair of a group.</summary>
    public static unsafe ChannelPair First(ref readonly RowwiseGroup group) =>
        new() { V = group.Header->Pairs == (int)RowwiseProgram.ChannelPairs.Upper ? 1 : 0 };

    /// <summary>Goes to the next pair.</summary>
    public unsafe void Next(ref readonly RowwiseGroup group)
    {
        Number++;
        switch ((RowwiseProgram.ChannelPairs)group.Header->Pairs)
        {
            case RowwiseProgram.ChannelPairs.Same:
                V = ++U;
                return;
            case RowwiseProgram.ChannelPairs.All:
                if (++V == group.Header->RightChannels) (U, V) = (U + 1, 0);
                return;
            default:
                if (++V == group.Header->RightChannels) (U, V) = (U + 1, U + 2);
                return;
        }
    }

    /// <summary>The channel that an index names.</summary>
    public readonly int Channel(int index) =>
        (RowwiseProgram.ChannelIndex)index switch
        {
            RowwiseProgram.ChannelIndex.None => 0,
            RowwiseProgram.ChannelIndex.U => U,
            RowwiseProgram.ChannelIndex.V => V,
            _ => Number,
        };
}
