using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Reps.Algebra;
using Reps.Generators.Models;
using Reps.Generators.Planning;

namespace Reps.Generators.Emission;

/// <summary>Completes a class with the linear maps between tensor powers.</summary>
internal static class DiagramLinearEmitter
{
    /// <summary>The members that it receives; a user's member of that name is an error.</summary>
    public static readonly string[] MemberNames = ["WeightCount", "BiasCount", "Program", .. LayerEmitter.OverloadedNames];

    // At six characters each within a text of 200 KiB. A larger program, of orbits on many lists, is derived on first use.
    private const int MostIntegers = 32_768;

    /// <summary>The body of members of a layer that could not be derived.</summary>
    public const string Failure = "throw new global::System.InvalidOperationException(\"The layer was not valid when it was compiled.\")";

    private const string Sizes = "global::System.ReadOnlySpan<int> sizes";
    private const string Kernel = "global::Reps.Kernels.DiagramKernel";

    public static string Emit(DiagramLinearModel model, bool hasLayers, CancellationToken cancellationToken)
    {
        string layer = Interface("IDiagramLinear", model);
        return DiagramLinearDerivation.TryDerive(model, cancellationToken) is DiagramPlan plan
            ? Emit(model, plan, layer, "", static _ => { }, hasLayers, cancellationToken)
            : EmitInvalid(model, layer, static _ => { }, hasLayers);
    }

    /// <summary>An interface of layers between two types.</summary>
    public static string Interface(string name, DiagramLinearModel model) => $"global::Reps.{name}<{model.Input.TypeName}, {model.Output.TypeName}>";

    /// <summary>Writes a layer that could not be derived, so that what uses it compiles.</summary>
    public static string EmitInvalid(DiagramLinearModel model, string implemented, System.Action<CodeWriter> more, bool hasLayers) =>
        PartialType.Write(
            model.Type,
            "// The layer cannot be derived: see the REPS1xxx and REPS2xxx errors.",
            implemented,
            writer =>
            {
                Members(writer, model, Interface("IDiagramLinear", model), "diagram", 0, 0, Failure);
                more(writer);
            },
            module: hasLayers && model.Type.CanDerive ? Module(model) : null);

    /// <summary>Writes a layer.</summary>
    /// <param name="model">The class and its operands.</param>
    /// <param name="plan">The maps.</param>
    /// <param name="implemented">The interface that it implements.</param>
    /// <param name="origin">Where it comes from, before what it is.</param>
    /// <param name="more">Writes further members.</param>
    /// <param name="hasLayers">Whether modules can be named.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static string Emit(
        DiagramLinearModel model, DiagramPlan plan, string implemented, string origin, System.Action<CodeWriter> more, bool hasLayers, CancellationToken cancellationToken)
    {
        string layer = Interface("IDiagramLinear", model);
        string map = plan.Input.HasOrbits ? "orbit" : "diagram";
        string[] comments = [.. DiagramText.Of(plan)];
        return PartialType.Write(
            model.Type,
            Remarks.Of($"{origin}{plan.Input} → {plan.Output}: {Number(plan.Paths.Count)} {map}s, {Number(plan.WeightCount)} weights, {Number(plan.BiasCount)} biases.", comments),
            implemented,
            writer =>
            {
                Members(writer, model, layer, map, plan.WeightCount, plan.BiasCount, null);
                more(writer);
                foreach (string comment in comments) writer.Line(comment);
                if (plan.Input.HasOrbits && OrbitProgram.Size(plan) > MostIntegers) writer.Line(Derived(model));
                else StaticData.Integers(writer, "Program", DiagramProgram.Lower(plan, cancellationToken).Integers);
            },
            module: hasLayers && model.Type.CanDerive ? Module(model) : null);
    }

    private static string Derived(DiagramLinearModel model) =>
        "internal static global::System.ReadOnlySpan<int> Program => "
        + $"global::Reps.Kernels.DerivedProgram<{model.Type.Name}, {model.Input.TypeName}, {model.Output.TypeName}>.Integers;";

    private static ModuleModel Module(DiagramLinearModel model) =>
        new(
            $"global::Reps.Layers.DiagramLinearModule<{model.Type.Name}, {model.Input.TypeName}, {model.Output.TypeName}>",
            "bool biases = false",
            """
            /// <summary>Makes a module. Weights are normal, scaled by what each output sums; biases zero.</summary>
            /// <param name="biases">Whether the invariants of the output have biases.</param>
            """
        );

    private static void Members(CodeWriter writer, DiagramLinearModel model, string layer, string map, int weights, int biases, string? failure)
    {
        string plan = failure ?? $"global::Reps.Algebra.DiagramPlan.Create(global::Reps.PowersOf<{model.Input.TypeName}>.Powers, global::Reps.PowersOf<{model.Output.TypeName}>.Powers, {(model.Spanning ? "true" : "false")})";
        writer.Lines(
            $$"""
            /// <summary>The number of weights: for each {{map}} [input channels, output channels].</summary>
            public const int WeightCount = {{Number(weights)}};

            /// <summary>The number of biases: for each {{map}} without inputs [output channels].</summary>
            public const int BiasCount = {{Number(biases)}};

            static int {{layer}}.WeightCount => WeightCount;

            static int {{layer}}.BiasCount => BiasCount;

            static global::Reps.Algebra.DiagramPlan {{layer}}.CreatePlan() =>
                {{plan}};

            """);
        foreach (ScalarType scalar in ScalarType.All)
        {
            Method(writer, "Forward", scalar, ["input", "weights", "biases"], ["output"], failure);
            Method(writer, "Backward", scalar, ["input", "weights", "gradOutput"], ["gradInput", "gradWeights", "gradBiases"], failure);
            Method(
                writer,
                "DoubleBackward",
                scalar,
                ["input", "weights", "gradOutput", "cotangentInput", "cotangentWeights", "cotangentBiases"],
                ["gradInput", "gradWeights", "gradGradOutput"],
                failure);
        }
    }

    private static void Method(CodeWriter writer, string name, ScalarType scalar, string[] read, string[] written, string? failure)
    {
        IEnumerable<string> parameters = read.Select(parameter => $"{scalar.ReadOnlySpan} {parameter}").Concat(written.Select(parameter => $"{scalar.Span} {parameter}"));
        writer.Line("/// <inheritdoc/>").Line($"public static void {name}({Sizes}, {string.Join(", ", parameters)}) =>");
        writer.Line("    " + (failure ?? $"{Kernel}.{name}<{scalar.Name}>(Program, sizes, {string.Join(", ", read.Concat(written))})") + ";").Line();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
