using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Products of components: inner products once they are summed, and nothing before.</summary>
internal static class Products
{
    /// <summary>Whether two representations have the same degrees and channels, so that their inner product is invariant up to a sign.</summary>
    public static bool AreAlike(Irreps left, Irreps right) =>
        left.Count == right.Count
            && left.Zip(right, static (a, b) => a.Mul == b.Mul && a.Irrep.TwoJ == b.Irrep.TwoJ && a.Irrep.Group == b.Irrep.Group).All(static same => same);

    /// <summary>The sign of the inner product under inversion; null where its parts have different ones.</summary>
    public static int? Sign(ProductAxis product)
    {
        int[] signs = [.. product.Left.Zip(product.Right, static (a, b) => a.Irrep.Parity * b.Irrep.Parity).Distinct()];
        return signs.Length == 1 ? signs[0] : null;
    }

    /// <summary>Reports the multiplication, for what was done with its result.</summary>
    public static FlowValue Report(FlowReporter reporter, ProductAxis product)
    {
        Irrep irrep = product.Left.Select(static entry => entry.Irrep).OrderByDescending(static i => i.TwoJ).First();
        reporter.Report(
            Rules.ComponentProduct,
            product.Origin.Location,
            product.Origin.Operation,
            Describe.Irreps(product.Left),
            Describe.Irreps(product.Right),
            Witness.Of(irrep)
        );
        return FlowValue.Reported;
    }

    /// <summary>Whether a tensor holds such products; then the multiplication is reported.</summary>
    public static bool Misused(TensorCall call, TensorValue tensor)
    {
        if (tensor.Axes.FirstOrDefault(static axis => axis is ProductAxis) is not ProductAxis product) return false;
        Report(call.Reporter, product);
        return true;
    }
}
