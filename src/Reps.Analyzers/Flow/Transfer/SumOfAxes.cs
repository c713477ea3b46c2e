namespace Reps.Analyzers.Flow;

/// <summary>What comes of two axes in a sum.</summary>
internal sealed class SumOfAxes(TensorValue left, TensorValue right)
{
    /// <summary>Whether the group acts on the two in different ways.</summary>
    public bool IsUnlike { get; private set; }

    /// <summary>The axis of which a node has a constant of its own.</summary>
    public Axis? BrokenNodes { get; private set; }

    /// <summary>Products of components that are added to something else.</summary>
    public ProductAxis? Misused { get; private set; }

    public Axis? Combine(Axis? a, Axis? b)
    {
        if (a is FreeAxis f && b is FreeAxis g) return Broadcasting.Free(f, g);
        if (a is ProductAxis p) return b is ProductAxis q ? Same(p, q) : Misuse(p);
        if (b is ProductAxis r) return Misuse(r);
        if (a is IrrepsAxis x && b is IrrepsAxis y) return x == y ? x : Unlike();
        if (a is IrrepsAxis || b is IrrepsAxis) return Unlike();
        if ((a is not null && Actions.IsMixing(a)) || (b is not null && Actions.IsMixing(b))) return a == b ? a : Unlike();
        if (a is NodeAxis or PointsAxis or PowersAxis) return Nodes(a, b, right);
        if (b is NodeAxis or PointsAxis or PowersAxis) return Nodes(b, a, left);
        return a ?? b;
    }

    private Axis? Nodes(Axis nodes, Axis? other, TensorValue tensor)
    {
        if (other == nodes || (nodes is NodeAxis && other is NodeAxis) || Broadcasting.IsStretched(other)) return nodes;
        if (tensor.IsFixed && other is FreeAxis { Count: > 1 } && Actions.IsPermuted(nodes)) BrokenNodes = nodes;
        return null;
    }

    private Axis? Same(ProductAxis p, ProductAxis q) => p.Left.Dim == q.Left.Dim ? p : null;

    private Axis? Misuse(ProductAxis product)
    {
        Misused = product;
        return null;
    }

    private Axis? Unlike()
    {
        IsUnlike = true;
        return null;
    }
}
