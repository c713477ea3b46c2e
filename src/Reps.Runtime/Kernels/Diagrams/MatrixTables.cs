using Reps.Algebra;

namespace Reps.Kernels.Diagrams;

/// <summary>A path of a <see cref="MatrixProgram"/>.</summary>
internal struct MatrixPath
{
    public int Weight;
    public int Input;
    public int Output;
    public int InputChannels;
    public int OutputChannels;
    public int Entry;
    public int EntryCount;
}

/// <summary>An entry of a <see cref="MatrixProgram"/>.</summary>
internal struct MatrixEntry
{
    public int Row;
    public int Column;
    public int Sign;
}

/// <summary>The sections of a <see cref="MatrixProgram"/>.</summary>
internal unsafe struct MatrixTables(int* integers)
{
    public int PathCount = integers[2];
    public int InputSize = integers[4];
    public int OutputSize = integers[5];
    public int WeightCount = integers[10];
    public int BiasCount = integers[11];
    public MatrixPath* Paths = (MatrixPath*)(integers + DiagramProgram.HeaderSize + integers[1]);
    public MatrixEntry* Entries = (MatrixEntry*)(integers + DiagramProgram.HeaderSize + integers[1] + (integers[2] * MatrixProgram.PathSize));
}
