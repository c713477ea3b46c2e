namespace Reps.Kernels.Convolution;

/// <summary>The arrays of an <see cref="EdgeGraph"/> while a kernel runs.</summary>
internal unsafe struct GraphPointers
{
    public int SourceCount;
    public int TargetCount;
    public int EdgeCount;
    public int* Sources;
    public int* Targets;
    public int* TargetOffsets;
}
