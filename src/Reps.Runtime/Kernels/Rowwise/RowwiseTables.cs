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
    public int TrilinearCount;

    /// <summary>The most lines that a trilinear path needs for one channel.</summary>
    public int MostTrilinearLines;
    public int* Trilinear;
    public int* Groups;
    public T* Coefficients;

    public RowwiseTables(int* integers, T* coefficients)
    {
        (GroupCount, MostProducts, MostComponents) = (integers[2], integers[3], integers[4]);
        (LeftSize, RightSize, OutputSize, WeightCount) = (integers[5], integers[6], integers[7], integers[8]);
        (TrilinearCount, MostTrilinearLines) = (integers[10], integers[11]);
        Trilinear = integers + RowwiseProgram.HeaderSize + 2 * integers[9];
        Groups = Trilinear;
        for (int n = 0; n < TrilinearCount; n++) Groups += *Groups;
        Coefficients = coefficients;
    }
}
