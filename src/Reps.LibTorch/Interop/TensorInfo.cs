using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>What is known of a tensor without looking at its data. The pointers live as long as the tensor keeps its shape.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorInfo
{
    public long Dimensions;
    public long Count;
    public long* Sizes;
    public long* Strides;
    public long StorageOffset;
    public long Device;
    public int ScalarType;
    public byte RequiresGrad;
    public byte IsLeaf;
    public byte IsContiguous;
    public byte IsSparse;

    /// <summary>Whether the memory does not hold the elements as they are.</summary>
    public byte IsMarked;
}
