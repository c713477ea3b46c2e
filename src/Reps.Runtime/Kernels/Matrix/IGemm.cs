namespace Reps.Kernels.Matrix;

/// <summary>The sizes and strides of a product of matrices; strides count numbers.</summary>
internal readonly struct GemmShape(int rows, int columns, int inner, nint rowStrideA, nint columnStrideA, nint strideB, nint strideC)
{
    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public int Inner { get; } = inner;

    public nint RowStrideA { get; } = rowStrideA;

    public nint ColumnStrideA { get; } = columnStrideA;

    public nint StrideB { get; } = strideB;

    public nint StrideC { get; } = strideC;
}

/// <summary>A product of matrices for one kind of vector; see <see cref="Gemm{T, S, V, SNarrow, VNarrow, SOne}"/>.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe interface IGemm<T>
    where T : unmanaged
{
    /// <summary>C (+)= scale · A B.</summary>
    static abstract void Multiply(in GemmShape shape, T* a, T* b, T* c, T scale, bool accumulate);

    /// <summary>Σ x y.</summary>
    static abstract T Dot(T* x, T* y, int count);
}
