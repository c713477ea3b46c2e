using System.Runtime.InteropServices;
using Reps.Algebra;

namespace Reps.Kernels.Rowwise;

/// <summary>The sections of one group of a <see cref="RowwiseProgram"/>.</summary>
internal unsafe struct RowwiseGroup
{
    public GroupHeader* Header;

    /// <summary>i and j of each product.</summary>
    public int* Products;
    public RowwisePath* Paths;

    /// <summary>The number of products for each component τ, and then the products.</summary>
    public int* ComponentCounts;
    public int* ProductOfEntry;

    /// <summary>The number of components for each product, then the components, then where their coefficients stand.</summary>
    public int* ProductCounts;
    public int* ComponentOfEntry;
    public int* CoefficientOfEntry;

    public RowwiseGroup(int* integers)
    {
        Header = (GroupHeader*)integers;
        Products = integers + RowwiseProgram.GroupSize;
        Paths = (RowwisePath*)(Products + 2 * Header->ProductCount);
        ComponentCounts = (int*)(Paths + Header->PathCount);
        ProductOfEntry = ComponentCounts + Header->ComponentCount;
        ProductCounts = ProductOfEntry + Header->EntryCount;
        ComponentOfEntry = ProductCounts + Header->ProductCount;
        CoefficientOfEntry = ComponentOfEntry + Header->EntryCount;
    }

    /// <summary>The number of pairs of channels.</summary>
    public readonly int PairCount =>
        (RowwiseProgram.ChannelPairs)Header->Pairs switch
        {
            RowwiseProgram.ChannelPairs.All => Header->LeftChannels * Header->RightChannels,
            RowwiseProgram.ChannelPairs.Same => Header->LeftChannels,
            _ => Header->LeftChannels * (Header->LeftChannels - 1) / 2,
        };

    /// <summary>The integers before a group's sections.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct GroupHeader
    {
        public int Length;
        public int LeftOffset;
        public int LeftComponents;
        public int LeftChannels;
        public int RightOffset;
        public int RightComponents;
        public int RightChannels;
        public int Pairs;
        public int ProductCount;
        public int PathCount;
        public int ComponentCount;
        public int EntryCount;
        public int CoefficientStart;
        public int IsTrilinear;
    }
}
