using Reps.Algebra;

namespace Reps.Kernels.Diagrams;

/// <summary>A term of an <see cref="OrbitProgram"/>.</summary>
internal struct OrbitTerm
{
    public int Channels;
    public int Offset;
    public int Lists;
    public int AxisCount;
    public int Axes;
}

/// <summary>Output lists that meet the same orbits.</summary>
internal struct OrbitClass
{
    public int Term;
    public int List;
    public int ListCount;
    public int Block;
    public int BlockCount;
    public int Bias;
}

/// <summary>The orbits of a class on the lists of an input term.</summary>
internal struct OrbitBlock
{
    public int Term;
    public int OrbitCount;
    public int Weight;
    public int Starts;
    public int Entries;
}

/// <summary>The sections of an <see cref="OrbitProgram"/>.</summary>
internal unsafe struct OrbitTables
{
    public int OutputTerm;
    public int ClassCount;
    public int BlockCount;
    public int ImageCount;
    public int InputSize;
    public int OutputSize;
    public int WeightCount;
    public int BiasCount;
    public OrbitTerm* Terms;
    public OrbitClass* Classes;
    public OrbitBlock* Blocks;
    public int* Lists;
    public int* Images;
    public int* Rest;

    public OrbitTables(int* integers)
    {
        (OutputTerm, ClassCount, BlockCount, ImageCount) = (integers[2], integers[4], integers[5], integers[7]);
        (InputSize, OutputSize, WeightCount, BiasCount) = (integers[8], integers[9], integers[10], integers[11]);
        Terms = (OrbitTerm*)(integers + DiagramProgram.HeaderSize + integers[1]);
        Classes = (OrbitClass*)(Terms + OutputTerm + integers[3]);
        Blocks = (OrbitBlock*)(Classes + ClassCount);
        Lists = (int*)(Blocks + BlockCount);
        Images = Lists + integers[6];
        Rest = Images + (long)integers[6] * ImageCount;
    }

    /// <summary>The most lists of an input term.</summary>
    public readonly int MostLists
    {
        get
        {
            int most = 0;
            for (int t = 0; t < OutputTerm; t++) most = System.Math.Max(most, Terms[t].Lists);
            return most;
        }
    }
}
