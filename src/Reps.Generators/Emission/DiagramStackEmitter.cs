using System.Linq;
using System.Threading;
using Reps.Algebra;
using Reps.Generators.Models;
using Reps.Generators.Planning;

namespace Reps.Generators.Emission;

/// <summary>Completes a class with two diagram layers as one.</summary>
internal static class DiagramStackEmitter
{
    /// <summary>The members that it receives; a user's member of that name is an error.</summary>
    public static readonly string[] MemberNames = [.. DiagramLinearEmitter.MemberNames, "Compose", "Composition"];

    private static readonly string[] s_read = ["secondWeights", "secondBiases", "firstWeights", "firstBiases"];
    private static readonly string[] s_written = ["weights", "biases"];

    public static string Emit(DiagramStackModel model, bool hasLayers, CancellationToken cancellationToken)
    {
        string stack = DiagramLinearEmitter.Interface("IDiagramStack", model.Composite);
        if (!DiagramStackDerivation.TryPrepare(model, cancellationToken, out (DiagramPlan First, DiagramPlan Second) plans, out _))
            return DiagramLinearEmitter.EmitInvalid(model.Composite, stack, static writer => Methods(writer, DiagramLinearEmitter.Failure), hasLayers);
        DiagramComposition composition = DiagramComposition.Create(plans.Second, plans.First, cancellationToken);
        EquatableArray<int> integers = CompositionProgram.Lower(composition, plans.Second, plans.First);
        return DiagramLinearEmitter.Emit(
            model.Composite,
            composition.Plan,
            stack,
            $"{model.SecondName} after {model.FirstName}: ",
            writer =>
            {
                Methods(writer, null);
                writer.Line("// What each weight and bias sums: products of weights of the two layers, and of biases of the first with weights of the second.");
                StaticData.Integers(writer, "Composition", integers);
                writer.Line();
            },
            hasLayers,
            cancellationToken);
    }

    private static void Methods(CodeWriter writer, string? failure)
    {
        foreach (ScalarType scalar in ScalarType.All)
        {
            string parameters = string.Join(", ", s_read.Select(name => $"{scalar.ReadOnlySpan} {name}").Concat(s_written.Select(name => $"{scalar.Span} {name}")));
            writer.Line("/// <inheritdoc/>").Line($"public static void Compose(global::System.ReadOnlySpan<int> sizes, {parameters}) =>");
            writer.Line("    " + (failure ?? $"global::Reps.Kernels.CompositionKernel.Compose<{scalar.Name}>(Composition, sizes, {string.Join(", ", s_read.Concat(s_written))})") + ";").Line();
        }
    }
}
