using System.Collections.Generic;
using System.Globalization;
using Reps.Algebra;

namespace Reps.Generators.Emission;

/// <summary>
/// One path of a plan or of its transpose, as the emitter sees it: which span each factor is read from, and which table of the layer
/// holds the coefficients when they are too many to be written as code.
/// </summary>
internal sealed class KernelPath
{
    /// <summary>
    /// Paths with more coefficients than this loop over a table. Straight-line code grows with every coefficient, number type and
    /// derivative; up to l = 2 ⊗ 2 → 3 it stays readable and small.
    /// </summary>
    public const int StraightLineLimit = 32;

    private readonly int[] _tableAxes;

    /// <summary>A path of the plan itself.</summary>
    public KernelPath(SegmentedPlan plan, PlanPath path, int number)
    {
        (Path, Number, Method) = (path, number, Name(number));
        Sources = Describe(path, plan.Inputs);
        Output = Value(path.Output, plan.Output, plan.Output.Name, Sources);
        _tableAxes = Range(path.Coefficients.Rank);
    }

    private KernelPath(PlanPath path, int number, string method, PlanValue[] sources, PlanValue output, int[] tableAxes)
    {
        (Path, Number, Method, Sources, Output) = (path, number, method, sources, output);
        _tableAxes = tableAxes;
    }

    public PlanPath Path { get; }

    public int Number { get; }

    /// <summary>The name of the method that evaluates the path.</summary>
    public string Method { get; }

    /// <summary>The factors in order.</summary>
    public PlanValue[] Sources { get; }

    public PlanValue Output { get; }

    /// <summary>Whether the coefficients are read from the layer's table.</summary>
    public bool UsesTable => Path.Coefficients.Count > StraightLineLimit;

    /// <summary>The axis of the layer's table that holds the component index of an axis of this path.</summary>
    public int TableAxis(int axis) => _tableAxes[axis];

    /// <summary>The gradients of a path with respect to one operand: one path for each occurrence of the operand.</summary>
    public static IEnumerable<KernelPath> Gradients(SegmentedPlan plan, PlanPath path, int number, int operand)
    {
        List<PlanOperand> inputs = [.. plan.Inputs, plan.Output with { Name = GradientName(plan.Output.Name) }];
        for (int f = 0; f < path.Factors.Count; f++)
        {
            if (path.Factors[f].Operand != operand) continue;
            PlanPath transposed = plan.Transpose(path, f, out int[] axes);
            PlanValue[] sources = Describe(transposed, inputs);
            PlanOperand target = plan.Inputs[operand];
            PlanValue output = Value(transposed.Output, target, GradientName(target.Name), sources);
            yield return new KernelPath(transposed, number, Name(number) + Capitalize(target.Name), sources, output, axes);
        }
    }

    /// <summary>The name of the span that holds the gradient of an operand.</summary>
    public static string GradientName(string operand) => "grad" + Capitalize(operand);

    private static string Name(int path) => "Path" + path.ToString(CultureInfo.InvariantCulture);

    private static string Capitalize(string operand) => char.ToUpperInvariant(operand[0]) + operand.Substring(1);

    private static PlanValue[] Describe(PlanPath path, IReadOnlyList<PlanOperand> inputs)
    {
        PlanValue[] sources = new PlanValue[path.Factors.Count];
        int axis = 0;
        for (int f = 0; f < sources.Length; f++)
        {
            PlanOperand operand = inputs[path.Factors[f].Operand];
            int own = operand.Role == OperandRole.Feature ? axis++ : -1;
            sources[f] = new PlanValue(operand.Name, operand.Segments[path.Factors[f].Segment], path.Factors[f].Channels, own);
        }
        return sources;
    }

    private static PlanValue Value(PlanFactor factor, PlanOperand operand, string name, PlanValue[] sources)
    {
        int axes = 0;
        foreach (PlanValue source in sources)
            if (source.Axis >= 0)
                axes++;
        return new PlanValue(name, operand.Segments[factor.Segment], factor.Channels, operand.Role == OperandRole.Feature ? axes : -1);
    }

    private static int[] Range(int count)
    {
        int[] range = new int[count];
        for (int n = 0; n < count; n++) range[n] = n;
        return range;
    }
}
