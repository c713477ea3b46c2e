using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Reps.Algebra;
using Reps.Generators.Models;

namespace Reps.Generators.Emission;

/// <summary>Completes a class with a multilinear layer: features, then weights, into one output.</summary>
/// <param name="type">The class.</param>
/// <param name="interfaceName">The interface that the members implement.</param>
/// <param name="features">The feature operands: their names in the plan and their types.</param>
/// <param name="output">The output type.</param>
/// <param name="visibility">The visibility of members that name the operand types.</param>
internal sealed class LayerEmitter(
    TypeModel type,
    string interfaceName,
    IReadOnlyList<(string Name, OperandModel Model)> features,
    OperandModel output,
    string visibility
)
{
    private const string Guard = "global::Reps.Kernels.SpanGuard";

    /// <summary>The methods that a layer receives; a user may add overloads of them.</summary>
    public static readonly string[] OverloadedNames = ["Forward", "Backward"];

    /// <summary>The members that a layer receives; a user's member of that name is an error.</summary>
    public static readonly string[] MemberNames = ["WeightCount", "CoefficientCount", "Paths", "PathData", "Kernels", "SegmentData", "Constants", "ConstantsBits", .. OverloadedNames];

    private IEnumerable<string> Names => features.Select(f => f.Name).Append("weights");

    /// <summary>The layer of a plan whose inputs are the features and then the weights.</summary>
    public string Emit(SegmentedPlan plan, string summary, IReadOnlyList<string> comments, IReadOnlyList<int> paths, CancellationToken cancellationToken)
    {
        LayerKernels kernels = new(plan, cancellationToken);
        return PartialType.Write(
            type,
            summary,
            interfaceName,
            writer =>
            {
                Constants(writer, plan.Inputs[plan.Inputs.Count - 1].Size, plan.CoefficientCount, paths);
                foreach (ScalarType scalar in ScalarType.All)
                {
                    Forward(writer, scalar, plan, kernels);
                    Backward(writer, scalar, plan, kernels);
                    Typed(writer, scalar);
                }
                writer.Line("// One method for each path and derivative, over one row.");
                using (writer.Block("private static class Kernels")) kernels.Emit(writer, comments, cancellationToken);
            }
        );
    }

    /// <summary>A layer whose signatures are not valid: it compiles, so that the one error that matters is the only one.</summary>
    public string EmitInvalid() =>
        PartialType.Write(
            type,
            "// The layer cannot be derived: see the REPS1xxx and REPS2xxx errors.",
            interfaceName,
            writer =>
            {
                Constants(writer, 0, 0, []);
                string body = "throw new global::System.InvalidOperationException(\"The layer was not valid when it was compiled.\");";
                foreach (ScalarType scalar in ScalarType.All)
                {
                    writer.Line($"public static void Forward({ForwardParameters(scalar)}) => {body}").Line();
                    writer.Line($"public static void Backward({BackwardParameters(scalar)}) => {body}").Line();
                    writer.Line($"{visibility} static {Array(output, scalar)} Forward({TypedParameters(scalar)}) => {body}").Line();
                }
            }
        );

    private void Constants(CodeWriter writer, int weightCount, int coefficientCount, IReadOnlyList<int> paths) =>
        writer.Lines(
            $$"""
            /// <summary>The number of weights.</summary>
            public const int WeightCount = {{Number(weightCount)}};

            /// <summary>The number of coupling coefficients that are not zero: the size of the tables behind the kernels.</summary>
            public const int CoefficientCount = {{Number(coefficientCount)}};

            /// <summary>The paths in weight order.</summary>
            public static global::System.ReadOnlySpan<global::Reps.LayerPath> Paths =>
                global::System.Runtime.InteropServices.MemoryMarshal.Cast<int, global::Reps.LayerPath>(PathData);

            static int {{interfaceName}}.WeightCount => WeightCount;

            // left, right, output, weight offset, weight count
            private static global::System.ReadOnlySpan<int> PathData => [{{StaticData.Join(paths)}}];

            """
        );

    private void Forward(CodeWriter writer, ScalarType scalar, SegmentedPlan plan, LayerKernels kernels)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"public static void Forward({ForwardParameters(scalar)})"))
        {
            Check(writer, plan, "output");
            writer.Line($"{Guard}.Apart(\"output\", output, {string.Join(", ", Names)});");
            writer.Line("output.Clear();");
            using (writer.Block("for (int row = 0; row < rows; row++)"))
            {
                foreach (PlanOperand operand in plan.Inputs.Append(plan.Output)) writer.Line(Row(scalar, operand, operand.Name, ReferenceEquals(operand, plan.Output)));
                foreach (KernelPath path in kernels.Forward)
                    writer.Line($"Kernels.{path.Method}({string.Join(", ", path.Sources.Select(s => s.Span + "_").Distinct().Append("output_"))});");
            }
        }
        writer.Line();
    }

    private void Backward(CodeWriter writer, ScalarType scalar, SegmentedPlan plan, LayerKernels kernels)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"public static void Backward({BackwardParameters(scalar)})"))
        {
            Check(writer, plan, "gradOutput");
            foreach ((string name, _) in features)
                writer.Line($"{Guard}.ExactlyOrEmpty(\"{KernelPath.GradientName(name)}\", {KernelPath.GradientName(name)}.Length, rows, {Number(Size(plan, name))});");
            writer.Line($"{Guard}.SameOrEmpty(\"gradWeights\", gradWeights.Length, weights.Length);");
            foreach (string target in Names.Select(KernelPath.GradientName))
                writer.Line($"{Guard}.Apart(\"{target}\", {target}, {string.Join(", ", Names)}, gradOutput);");
            for (int operand = 0; operand < plan.Inputs.Count; operand++) Gradient(writer, scalar, plan, operand, kernels);
        }
        writer.Line();
    }

    private static void Gradient(CodeWriter writer, ScalarType scalar, SegmentedPlan plan, int operand, LayerKernels kernels)
    {
        string name = KernelPath.GradientName(plan.Inputs[operand].Name);
        List<string> calls = [];
        foreach (KernelPath gradient in kernels.Gradients(operand))
            calls.Add($"Kernels.{gradient.Method}({string.Join(", ", gradient.Sources.Select(s => s.Span + "_").Distinct().Append(name + "_"))});");
        writer.Line($"{name}.Clear();");
        if (calls.Count == 0) return;
        using (writer.Block($"for (int row = 0; row < rows && !{name}.IsEmpty; row++)"))
        {
            foreach (PlanOperand input in plan.Inputs)
                if (calls.Any(call => call.Contains("(" + input.Name + "_") || call.Contains(" " + input.Name + "_")))
                    writer.Line(Row(scalar, input, input.Name, false));
            writer.Line(Row(scalar, plan.Output, "gradOutput", false));
            writer.Line(Row(scalar, plan.Inputs[operand], name, true));
            foreach (string call in calls) writer.Line(call);
        }
    }

    // Typed features in, typed features out: what cannot be mixed up has no overload.
    private void Typed(CodeWriter writer, ScalarType scalar)
    {
        string rows = features[0].Name + ".Rows";
        writer.Lines(
            $"""
            /// <summary>Evaluates the layer for typed features.</summary>
            /// <exception cref="global::System.ArgumentException">The batches differ in their numbers of rows, or the weights have the wrong length.</exception>
            """
        );
        using (writer.Block($"{visibility} static {Array(output, scalar)} Forward({TypedParameters(scalar)})"))
        {
            writer.Line($"{Array(output, scalar)} output = {Array(output, scalar)}.Zeros({rows});");
            writer.Line($"Forward({string.Join(", ", features.Select(f => f.Name + ".Values"))}, weights, output.Values);");
            writer.Line("return output;");
        }
        writer.Line();
    }

    private void Check(CodeWriter writer, SegmentedPlan plan, string output)
    {
        writer.Line($"int rows = {Guard}.Rows(\"{output}\", {output}.Length, {Number(plan.Output.Size)});");
        foreach ((string name, _) in features) writer.Line($"{Guard}.Exactly(\"{name}\", {name}.Length, rows, {Number(Size(plan, name))});");
        writer.Line($"int stride = {Guard}.WeightStride(\"weights\", weights.Length, rows, WeightCount);");
    }

    private static string Row(ScalarType scalar, PlanOperand operand, string name, bool written)
    {
        string span = written ? scalar.Span : scalar.ReadOnlySpan;
        return operand.Role == OperandRole.Weight
            ? $"{span} {name}_ = {name}.Slice(row * stride, WeightCount);"
            : $"{span} {name}_ = {name}.Slice(row * {Number(operand.Size)}, {Number(operand.Size)});";
    }

    private static int Size(SegmentedPlan plan, string name) => plan.Inputs.First(operand => operand.Name == name).Size;

    private string ForwardParameters(ScalarType scalar) =>
        string.Join(", ", Names.Select(name => $"{scalar.ReadOnlySpan} {name}").Append($"{scalar.Span} output"));

    private string BackwardParameters(ScalarType scalar) =>
        string.Join(
            ", ",
            Names.Append("gradOutput").Select(name => $"{scalar.ReadOnlySpan} {name}").Concat(Names.Select(name => $"{scalar.Span} {KernelPath.GradientName(name)}"))
        );

    private string TypedParameters(ScalarType scalar) =>
        string.Join(", ", features.Select(f => $"{Array(f.Model, scalar)} {f.Name}").Append($"{scalar.ReadOnlySpan} weights"));

    private static string Array(OperandModel operand, ScalarType scalar) => $"global::Reps.RepArray<{operand.TypeName}, {scalar.Name}>";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
