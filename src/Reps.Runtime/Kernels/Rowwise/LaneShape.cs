namespace Reps.Kernels.Rowwise;

/// <summary>target[m, n] = Σ over k of left[m, k] · right[k, n] of lines; distances are counted in numbers.</summary>
internal struct LaneShape
{
    public int Rows;
    public int Columns;
    public int Inner;
    public nint LeftRow;
    public nint LeftInner;
    public nint RightInner;
    public nint RightColumn;
    public nint TargetRow;
    public nint TargetColumn;
}
