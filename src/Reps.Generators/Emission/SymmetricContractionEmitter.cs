using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using Reps.Algebra;
using Reps.Generators.Models;
using Reps.Generators.Planning;

namespace Reps.Generators.Emission;

/// <summary>Completes a class with a symmetric contraction: its tables as static data, and calls of the one kernel that evaluates them.</summary>
internal static class SymmetricContractionEmitter
{
    private const string Int = "global::System.ReadOnlySpan<int>";

    public static string Emit(SymmetricContractionModel model, bool hasLayers, CancellationToken cancellationToken)
    {
        string interfaceName = $"global::Reps.ISymmetricContraction<{model.Input.TypeName}, {model.Output.TypeName}>";
        ModuleModel? module = hasLayers && model.Type.CanDerive ? Module(model) : null;
        if (SymmetricContractionDerivation.TryDerive(model, out _, cancellationToken) is not SymmetricContractionPlan plan)
            return PartialType.Write(
                model.Type,
                "// The layer cannot be derived: see the REPS1xxx and REPS2xxx errors.",
                interfaceName,
                writer => Invalid(writer, model, interfaceName),
                module: module
            );
        ContractionTables tables = ContractionTables.Create(plan);
        return PartialType.Write(
            model.Type,
            Remarks.Of($"{plan.Segmented.Name}: {Number(plan.Paths.Count)} paths, {Number(plan.WeightCount)} weights for each element.", []),
            interfaceName,
            writer =>
            {
                Constants(writer, interfaceName, plan.WeightCount, tables.Values.Length, Paths(plan));
                writer.Line($"static global::Reps.Algebra.SymmetricContractionPlan {interfaceName}.CreatePlan() =>").Line($"    {Plan(model)};").Line();
                foreach (ScalarType scalar in ScalarType.All) Members(writer, model, scalar);
                using (writer.Block("private static class Kernels")) Tables(writer, plan, tables);
            },
            module: module
        );
    }

    private static void Constants(CodeWriter writer, string interfaceName, int weightCount, int coefficientCount, IEnumerable<int> paths) =>
        writer.Lines(
            $$"""
            /// <summary>The number of weights of one element: [path, channel].</summary>
            public const int WeightCount = {{Number(weightCount)}};

            /// <summary>The number of coefficients that are not zero: the size of the tables behind the kernel.</summary>
            public const int CoefficientCount = {{Number(coefficientCount)}};

            /// <summary>The paths in weight order.</summary>
            public static global::System.ReadOnlySpan<global::Reps.ContractionPath> Paths =>
                global::System.Runtime.InteropServices.MemoryMarshal.Cast<int, global::Reps.ContractionPath>(PathData);

            static int {{interfaceName}}.WeightCount => WeightCount;

            // first, second and third segment, output, weight offset, weight count
            private static global::System.ReadOnlySpan<int> PathData => [{{StaticData.Join(paths)}}];

            """
        );

    private static ModuleModel Module(SymmetricContractionModel model) =>
        new(
            $"global::Reps.Layers.SymmetricContractionModule<{model.Type.Name}, {model.Input.TypeName}, {model.Output.TypeName}>",
            "int elements",
            """
            /// <summary>Makes a module with standard normal weights.</summary>
            /// <param name="elements">The number of sets of weights: each row names one.</param>
            """
        );

    private static string Plan(SymmetricContractionModel model) =>
        $"global::Reps.Algebra.SymmetricContractionPlan.Create(global::Reps.Rep<{model.Input.TypeName}>.Irreps, global::Reps.Rep<{model.Output.TypeName}>.Irreps, {Number(model.Correlation)}, global::Reps.PathNormalization.{model.Normalization})";

    private static IEnumerable<int> Paths(SymmetricContractionPlan plan)
    {
        for (int n = 0; n < plan.Paths.Count; n++)
        {
            ContractionTerm path = plan.Paths[n];
            for (int f = 0; f < SymmetricContractionPlan.MaxCorrelation; f++) yield return f < path.Segments.Count ? path.Segments[f] : -1;
            yield return path.Output;
            yield return n * plan.Channels;
            yield return plan.Channels;
        }
    }

    private static void Members(CodeWriter writer, SymmetricContractionModel model, ScalarType scalar)
    {
        string table = "Kernels." + Table(scalar);
        foreach ((string name, string parameters) in Methods(scalar))
        {
            string arguments = string.Join(", ", parameters.Split([", "], StringSplitOptions.None).Select(static p => p.Substring(p.LastIndexOf(' ') + 1)));
            writer.Line("/// <inheritdoc/>").Line($"public static void {name}({parameters}) =>");
            writer.Line($"    global::Reps.Kernels.SymmetricContractionKernel.{name}({table}, {arguments});").Line();
        }
        writer.Lines(
            """
            /// <summary>Evaluates the layer for typed features.</summary>
            /// <exception cref="global::System.ArgumentException">The numbers of rows and elements differ, the weights have the wrong length, or an element has none.</exception>
            """
        );
        using (writer.Block(TypedHeader(model, scalar)))
        {
            string array = Array(model.Output, scalar);
            writer.Line($"{array} output = {array}.Zeros(input.Rows);");
            writer.Line("Forward(input.Values, weights, elements, output.Values);");
            writer.Line("return output;");
        }
        writer.Line();
    }

    private static void Invalid(CodeWriter writer, SymmetricContractionModel model, string interfaceName)
    {
        Constants(writer, interfaceName, 0, 0, []);
        const string Body = "throw new global::System.InvalidOperationException(\"The layer was not valid when it was compiled.\");";
        writer.Line($"static global::Reps.Algebra.SymmetricContractionPlan {interfaceName}.CreatePlan() => {Body}").Line();
        foreach (ScalarType scalar in ScalarType.All)
        {
            foreach ((string name, string parameters) in Methods(scalar)) writer.Line($"public static void {name}({parameters}) => {Body}").Line();
            writer.Line($"{TypedHeader(model, scalar)} => {Body}").Line();
        }
    }

    private static IEnumerable<(string Name, string Parameters)> Methods(ScalarType scalar)
    {
        string inputs = $"{scalar.ReadOnlySpan} input, {scalar.ReadOnlySpan} weights, {Int} elements";
        yield return ("Forward", $"{inputs}, {scalar.Span} output");
        yield return ("Backward", $"{inputs}, {scalar.ReadOnlySpan} gradOutput, {scalar.Span} gradInput, {scalar.Span} gradWeights");
        yield return (
            "DoubleBackward",
            $"{inputs}, {scalar.ReadOnlySpan} gradOutput, {scalar.ReadOnlySpan} cotangentInput, {scalar.ReadOnlySpan} cotangentWeights, "
                + $"{scalar.Span} gradInput, {scalar.Span} gradWeights, {scalar.Span} gradGradOutput"
        );
    }

    private static string TypedHeader(SymmetricContractionModel model, ScalarType scalar) =>
        $"{model.Visibility} static {Array(model.Output, scalar)} Forward({Array(model.Input, scalar)} input, {scalar.ReadOnlySpan} weights, {Int} elements)";

    private static void Tables(CodeWriter writer, SymmetricContractionPlan plan, ContractionTables tables)
    {
        int channels = Math.Max(1, plan.Channels);
        string sizes = StaticData.Join([plan.Channels, plan.Input.Dim / channels, plan.Output.Dim / channels, plan.Paths.Count]);
        foreach (ScalarType scalar in ScalarType.All)
            writer.Line($"public static global::Reps.Kernels.ContractionTable<{scalar.Name}> {Table(scalar)} => new({sizes}, Products, Rows, Indices, {Table(scalar)}Values);");
        writer.Line().Line("// For each monomial after the components of the input: a shorter monomial, and the component that it is multiplied by.");
        Integers(writer, "Products", tables.Products, 24);
        writer.Line().Line("// For each component of each path: the path, the output component, and where its coefficients end.");
        Integers(writer, "Rows", tables.Rows, 24);
        writer.Line().Line("// The monomial of each coefficient.");
        Integers(writer, "Indices", tables.Indices, 24);
        writer.Line();
        StaticData.Doubles(writer, "DoubleValues", [.. tables.Values.Select(static value => value.ToDouble())]);
        writer.Line().Line("private static global::System.ReadOnlySpan<float> SingleValues =>");
        List<string> texts = [.. tables.Values.Select(static value => ExactDecimal.Format(value.ToSingle()) + "f")];
        Rows(writer, texts, 12);
    }

    private static void Integers(CodeWriter writer, string name, int[] values, int perLine)
    {
        writer.Line($"private static {Int} {name} =>");
        Rows(writer, [.. values.Select(Number)], perLine);
    }

    private static void Rows(CodeWriter writer, List<string> values, int perLine)
    {
        writer.Line("[");
        StringBuilder line = new();
        for (int n = 0; n < values.Count; n++)
        {
            line.Append(line.Length == 0 ? "    " : " ").Append(values[n]).Append(',');
            if (n % perLine != perLine - 1 && n != values.Count - 1) continue;
            writer.Line(line.ToString());
            line.Clear();
        }
        writer.Line("];");
    }

    private static string Table(ScalarType scalar) => scalar.Name == "float" ? "Single" : "Double";

    private static string Array(OperandModel operand, ScalarType scalar) => $"global::Reps.RepArray<{operand.TypeName}, {scalar.Name}>";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
