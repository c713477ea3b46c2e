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
/// <param name="kernel">The class of Reps.Runtime that executes the layer's program.</param>
/// <param name="features">The feature operands: their names in the plan and their types.</param>
/// <param name="output">The output type.</param>
/// <param name="visibility">The visibility of members that name the operand types.</param>
/// <param name="planType">The type of the layer's plan.</param>
/// <param name="module">The module that the class becomes; null for none.</param>
internal sealed class LayerEmitter(
    TypeModel type,
    string interfaceName,
    string kernel,
    IReadOnlyList<(string Name, OperandModel Model)> features,
    OperandModel output,
    string visibility,
    string planType,
    ModuleModel? module
)
{
    /// <summary>The methods that a layer receives; a user may add overloads of them.</summary>
    public static readonly string[] OverloadedNames = ["Forward", "Backward", "DoubleBackward", "ForwardWithJacobian"];

    /// <summary>The members that layers receive, one kind or another; a user's member of that name is an error.</summary>
    public static readonly string[] MemberNames =
    [
        "WeightCount", "CoefficientCount", "Paths", "PathData", "Program", "SegmentData", "Constants", "ConstantsBits",
        "Singles", "SinglesBits", "Doubles", "DoublesBits", "Kernels", .. OverloadedNames,
    ];

    private const string Graph = "global::Reps.EdgeGraph graph";

    private IEnumerable<string> Names => features.Select(f => f.Name).Append("weights");

    /// <summary>The layer of a program.</summary>
    public string Emit(LayerSource layer, CancellationToken cancellationToken)
    {
        return PartialType.Write(
            type,
            Remarks.Of(layer.Summary, [.. layer.Comments.SelectMany(static comment => comment.Split('\n'))]),
            interfaceName,
            writer =>
            {
                Constants(writer, layer);
                Plan(writer, layer.Plan);
                foreach (ScalarType scalar in ScalarType.All)
                {
                    string kernels = layer.Shapes.Count > 0 ? "global::Reps.Generated." + StraightLineEmitter.TypeName : $"global::Reps.Kernels.Channelwise.NoStraightLine<{scalar.Name}>";
                    string arguments = layer.TakesKernels ? $"<{scalar.Name}, {kernels}>" : "";
                    Method(writer, "Forward", arguments, scalar, ForwardParameters(scalar), [.. Names, "output"]);
                    Method(writer, "Backward", arguments, scalar, BackwardParameters(scalar), [.. Names, "gradOutput", .. Gradients]);
                    Method(
                        writer,
                        "DoubleBackward",
                        arguments,
                        scalar,
                        DoubleBackwardParameters(scalar),
                        [.. Names, "gradOutput", .. Cotangents, .. Gradients, "gradGradOutput"]
                    );
                    if (layer.TakesKernels) Convolution(writer, arguments, scalar);
                    Typed(writer, scalar);
                }
                foreach (string comment in layer.Comments) writer.Lines(comment);
                StaticData.Integers(writer, "Program", layer.Program.Integers);
                writer.Line().Line("// The coefficients: exact numbers, each rounded once.");
                StaticData.Singles(writer, "Singles", [.. layer.Program.Coefficients.Select(c => c.ToSingle())]);
                writer.Line();
                StaticData.Doubles(writer, "Doubles", [.. layer.Program.Coefficients.Select(c => c.ToDouble())]);
            },
            writer =>
            {
                if (layer.Shapes.Count > 0) new StraightLineEmitter(writer, layer.Shapes).Emit(cancellationToken);
            },
            module
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
                string body = "throw new global::System.InvalidOperationException(\"The layer was not valid when it was compiled.\");";
                string plan = body.TrimEnd(';');
                Constants(writer, new LayerSource("", 0, 0, [], new LayerProgram(ProgramForm.Mixing, default, default), [], [], false, plan));
                Plan(writer, plan);
                foreach (ScalarType scalar in ScalarType.All)
                {
                    writer.Line($"public static void Forward({ForwardParameters(scalar)}) => {body}").Line();
                    writer.Line($"public static void Backward({BackwardParameters(scalar)}) => {body}").Line();
                    writer.Line($"public static void DoubleBackward({DoubleBackwardParameters(scalar)}) => {body}").Line();
                    if (kernel == "ProductKernel")
                    {
                        writer.Line($"public static void Forward({Graph}, {ForwardParameters(scalar)}) => {body}").Line();
                        writer.Line($"public static void Backward({Graph}, {BackwardParameters(scalar)}) => {body}").Line();
                        writer.Line($"public static void DoubleBackward({Graph}, {DoubleBackwardParameters(scalar)}) => {body}").Line();
                        writer.Line($"{visibility} static {Array(output, scalar)} Forward({Graph}, {TypedParameters(scalar)}) => {body}").Line();
                    }
                    writer.Line($"{visibility} static {Array(output, scalar)} Forward({TypedParameters(scalar)}) => {body}").Line();
                }
            },
            module: module
        );

    private void Constants(CodeWriter writer, LayerSource layer) =>
        writer.Lines(
            $$"""
            /// <summary>The number of weights.</summary>
            public const int WeightCount = {{Number(layer.WeightCount)}};

            /// <summary>The number of coupling coefficients that are not zero.</summary>
            public const int CoefficientCount = {{Number(layer.CoefficientCount)}};

            /// <summary>The paths in weight order.</summary>
            public static global::System.ReadOnlySpan<global::Reps.LayerPath> Paths =>
                global::System.Runtime.InteropServices.MemoryMarshal.Cast<int, global::Reps.LayerPath>(PathData);

            static int {{interfaceName}}.WeightCount => WeightCount;

            // left, right, output, weight offset, weight count
            private static global::System.ReadOnlySpan<int> PathData => [{{StaticData.Join(layer.Paths)}}];

            """
        );

    private void Plan(CodeWriter writer, string plan) => writer.Line($"static {planType} {interfaceName}.CreatePlan() =>").Line($"    {plan};").Line();

    private void Method(CodeWriter writer, string method, string typeArguments, ScalarType scalar, string parameters, IEnumerable<string> arguments) =>
        writer
            .Line("/// <inheritdoc/>")
            .Line($"public static void {method}({parameters}) =>")
            .Line($"    global::Reps.Kernels.{kernel}.{method}{typeArguments}(Program, {scalar.Title}s, {string.Join(", ", arguments)});")
            .Line();

    // The same methods over the edges of a graph.
    private void Convolution(CodeWriter writer, string typeArguments, ScalarType scalar)
    {
        (string, string, string[])[] methods =
        [
            ("Forward", ForwardParameters(scalar), [.. Names, "output"]),
            ("Backward", BackwardParameters(scalar), [.. Names, "gradOutput", .. Gradients]),
            ("DoubleBackward", DoubleBackwardParameters(scalar), [.. Names, "gradOutput", .. Cotangents, .. Gradients, "gradGradOutput"]),
        ];
        foreach ((string method, string parameters, string[] arguments) in methods)
            writer
                .Line("/// <inheritdoc/>")
                .Line($"public static void {method}({Graph}, {parameters}) =>")
                .Line($"    global::Reps.Kernels.ConvolutionKernel.{method}{typeArguments}(Program, {scalar.Title}s, graph, {string.Join(", ", arguments)});")
                .Line();
        writer.Lines(
            """
            /// <summary>Message passing with typed features: those of the sources with those of the edges, summed at the targets.</summary>
            /// <exception cref="global::System.ArgumentException">The batches do not fit the graph, or the weights have the wrong length.</exception>
            """
        );
        using (writer.Block($"{visibility} static {Array(output, scalar)} Forward({Graph}, {TypedParameters(scalar)})"))
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(graph);");
            writer.Line($"{Array(output, scalar)} output = {Array(output, scalar)}.Zeros(graph.TargetCount);");
            writer.Line($"Forward(graph, {string.Join(", ", features.Select(f => f.Name + ".Values"))}, weights, output.Values);");
            writer.Line("return output;");
        }
        writer.Line();
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

    private IEnumerable<string> Gradients => Names.Select(name => Prefixed("grad", name));

    private IEnumerable<string> Cotangents => Names.Select(name => Prefixed("cotangent", name));

    private string ForwardParameters(ScalarType scalar) =>
        string.Join(", ", Names.Select(name => $"{scalar.ReadOnlySpan} {name}").Append($"{scalar.Span} output"));

    private string BackwardParameters(ScalarType scalar) =>
        string.Join(", ", Names.Append("gradOutput").Select(name => $"{scalar.ReadOnlySpan} {name}").Concat(Gradients.Select(name => $"{scalar.Span} {name}")));

    private string DoubleBackwardParameters(ScalarType scalar) =>
        string.Join(
            ", ",
            Names
                .Append("gradOutput")
                .Concat(Cotangents)
                .Select(name => $"{scalar.ReadOnlySpan} {name}")
                .Concat(Gradients.Append("gradGradOutput").Select(name => $"{scalar.Span} {name}"))
        );

    private string TypedParameters(ScalarType scalar) =>
        string.Join(", ", features.Select(f => $"{Array(f.Model, scalar)} {f.Name}").Append($"{scalar.ReadOnlySpan} weights"));

    private static string Array(OperandModel operand, ScalarType scalar) => $"global::Reps.RepArray<{operand.TypeName}, {scalar.Name}>";

    private static string Prefixed(string prefix, string operand) => prefix + char.ToUpperInvariant(operand[0]) + operand.Substring(1);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
