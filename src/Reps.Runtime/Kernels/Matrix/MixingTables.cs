using Reps.Algebra;

namespace Reps.Kernels.Matrix;

/// <summary>The sections of a <see cref="MixingProgram"/>.</summary>
internal unsafe struct MixingTables<T>
    where T : unmanaged
{
    public int PathCount;
    public int InputSize;
    public int OutputSize;
    public int WeightCount;
    public int EmptyOutputCount;
    public int EmptyInputCount;
    public int EmptyWeightsCount;
    public MixingPath* Paths;
    public int* EmptyOutput;
    public int* EmptyInput;
    public int* EmptyWeights;
    public T* Scales;

    public MixingTables(int* integers, T* scales)
    {
        (PathCount, InputSize, OutputSize, WeightCount) = (integers[1], integers[2], integers[3], integers[4]);
        (EmptyOutputCount, EmptyInputCount, EmptyWeightsCount) = (integers[5], integers[6], integers[7]);
        Paths = (MixingPath*)(integers + MixingProgram.HeaderSize);
        EmptyOutput = (int*)(Paths + PathCount);
        EmptyInput = EmptyOutput + 2 * EmptyOutputCount;
        EmptyWeights = EmptyInput + 2 * EmptyInputCount;
        Scales = scales;
    }
}
