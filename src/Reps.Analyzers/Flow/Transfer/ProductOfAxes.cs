namespace Reps.Analyzers.Flow;

/// <summary>What comes of two axes in a product, entry by entry.</summary>
internal sealed class ProductOfAxes(TensorValue left, TensorValue right, Origin origin)
{
    /// <summary>A representation whose components are multiplied by different numbers, and whether these are constants.</summary>
    public (IrrepsAxis Axis, bool IsFixed)? Unequal { get; private set; }

    /// <summary>The axis of which a node has a factor of its own.</summary>
    public Axis? BrokenNodes { get; private set; }

    /// <summary>Products of components that are multiplied again.</summary>
    public ProductAxis? Misused { get; private set; }

    public Axis? Combine(Axis? a, Axis? b)
    {
        if (a is FreeAxis f && b is FreeAxis g) return Broadcasting.Free(f, g);
        if (a is ProductAxis p) return Broadcasting.IsStretched(b) ? p : Misuse(p, b);
        if (b is ProductAxis q) return Broadcasting.IsStretched(a) ? q : Misuse(q, a);
        if (a is IrrepsAxis x && b is IrrepsAxis y) return Multiply(x, y);
        if (a is IrrepsAxis left1) return Scale(left1, b, right);
        if (b is IrrepsAxis right1) return Scale(right1, a, left);
        if (a is VectorAxis or PowersAxis && Actions.IsMixing(a)) return Broadcasting.IsStretched(b) ? a : null;
        if (b is VectorAxis or PowersAxis && Actions.IsMixing(b)) return Broadcasting.IsStretched(a) ? b : null;
        if (a is NodeAxis or PointsAxis or PowersAxis) return Nodes(a, b, right);
        if (b is NodeAxis or PointsAxis or PowersAxis) return Nodes(b, a, left);
        return a ?? b;
    }

    private Axis? Multiply(IrrepsAxis a, IrrepsAxis b)
    {
        if (Products.AreAlike(a.Irreps, b.Irreps)) return new ProductAxis(a.Irreps, b.Irreps, origin);
        if (Actions.IsMixing(a) || Actions.IsMixing(b)) Unequal = (Actions.IsMixing(a) ? a : b, false);
        return null;
    }

    private Axis? Scale(IrrepsAxis axis, Axis? other, TensorValue tensor)
    {
        if (Broadcasting.IsStretched(other) || (!Actions.IsMixing(axis) && other is FreeAxis)) return axis;
        if (other is FreeAxis { Count: long count } && count == axis.Irreps.Dim) Unequal = (axis, tensor.IsFixed);
        return null;
    }

    private Axis? Nodes(Axis nodes, Axis? other, TensorValue tensor)
    {
        if (other == nodes || (nodes is NodeAxis && other is NodeAxis) || Broadcasting.IsStretched(other)) return nodes;
        if (tensor.IsFixed && other is FreeAxis { Count: > 1 } && Actions.IsPermuted(nodes)) BrokenNodes = nodes;
        return null;
    }

    private Axis? Misuse(ProductAxis product, Axis? other)
    {
        if (other is IrrepsAxis or ProductAxis) Misused = product;
        return null;
    }
}
