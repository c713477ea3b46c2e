using Reps.Algebra;

namespace Reps.Kernels.Rowwise;

/// <summary>The header of a <see cref="RowwiseProgram"/>, and where its sections begin.</summary>
internal unsafe struct RowwiseTables<T>
    where T : unmanaged
{
    public int GroupCount;
    public int MostProducts;
    public int MostComponents;
    public int LeftSize;
    public int RightSize;
    public int OutputSize;
    public int WeightCount;
    public int* Groups;
    public T* Coefficients;

    public RowwiseTables(int* integers, T* coefficients)
    {
        (GroupCount, MostProducts, MostComponents) = (integers[2], integers[3], integers[4]);
        (LeftSize, RightSize, OutputSize, WeightCount) = (integers[5], integers[6], integers[7], integers[8]);
        Groups = integers + RowwiseProgram.HeaderSize + 2 * integers[9];
        Coefficients = coefficients;
    }
}
