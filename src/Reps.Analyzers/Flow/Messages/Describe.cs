using System.Globalization;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Values in words, for messages.</summary>
internal static class Describe
{
    /// <summary>How a tensor transforms: <c>16x1o</c>, <c>[nodes, 1x1o, 16]</c>, <c>invariants</c>.</summary>
    public static string Tensor(TensorValue tensor)
    {
        if (tensor.Weight != 0) return "positions";
        if (tensor.Axes.All(static axis => axis is FreeAxis))
            return tensor.IsOdd ? "pseudoscalars (0o)" : tensor.IsFixed ? "a constant" : "invariants";
        if (
            tensor.Axes.Count > 0
                && tensor.Axes[tensor.Axes.Count - 1] is IrrepsAxis last
                && tensor.Axes.Take(tensor.Axes.Count - 1).All(static axis => axis is FreeAxis)
        )
            return Irreps(last.Irreps);
        return (tensor.IsOdd ? "odd [" : "[") + string.Join(", ", tensor.Axes.Select(Axis)) + "]";
    }

    /// <summary>A representation, cut off where it is long.</summary>
    public static string Irreps(Irreps irreps) =>
        irreps.Count <= 6 ? irreps.ToString() : string.Join("+", irreps.Take(5)) + "+... (" + Number(irreps.Dim) + " numbers)";

    /// <summary>A number as in the language.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>One axis.</summary>
    public static string Axis(Axis axis) =>
        axis switch
        {
            IrrepsAxis irreps => Irreps(irreps.Irreps),
            NodeAxis => "nodes",
            PointsAxis points => "points of " + points.Space,
            VectorAxis vector => "V of " + vector.Space,
            PowersAxis powers => powers.Powers.ToString(),
            ProductAxis => "products",
            { Length: long length } => Number(length),
            _ => "*",
        };
}
