using System.Globalization;
using Reps.Algebra;

namespace Reps.Generators.Emission;

/// <summary>The coupling tables of a layer: one for each path that loops, shared by both number types and all derivatives.</summary>
internal static class LayerTables
{
    public static string IndexName(int path) => "Index" + path.ToString(CultureInfo.InvariantCulture);

    public static string ValueName(int path) => "Value" + path.ToString(CultureInfo.InvariantCulture);

    public static void Emit(CodeWriter writer, SegmentedPlan plan)
    {
        for (int n = 0; n < plan.Paths.Count; n++)
        {
            PlanPath path = plan.Paths[n];
            if (!new KernelPath(plan, path, n).UsesTable) continue;
            writer.Line();
            double[] values = new double[path.Coefficients.Count];
            for (int e = 0; e < values.Length; e++) values[e] = (path.Scale * path.Coefficients.Value(e)).ToDouble();
            StaticData.Indices(writer, IndexName(n), path.Coefficients);
            StaticData.Doubles(writer, ValueName(n), values);
        }
    }
}
