using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using Reps.Algebra;
using Reps.Generators.Models;
using Reps.Generators.Planning;

namespace Reps.Generators.Emission;

/// <summary>Completes a class with spherical harmonics: static constants, and calls of the one kernel that evaluates them.</summary>
internal static class HarmonicsEmitter
{
    public static string Emit(HarmonicsModel model, bool hasLayers, CancellationToken cancellationToken)
    {
        string interfaceName = $"global::Reps.ISphericalHarmonics<{model.Output.TypeName}>";
        ModuleModel? module = hasLayers && model.Type.CanDerive
            ? new($"global::Reps.Layers.SphericalHarmonicsModule<{model.Type.Name}, {model.Output.TypeName}>", "", "")
            : null;
        if (HarmonicsDerivation.TryDerive(model, out _) is not Irreps irreps)
            return PartialType.Write(
                model.Type,
                "// The layer cannot be derived: see the REPS1xxx and REPS2xxx errors.",
                interfaceName,
                writer => Invalid(writer, model, interfaceName),
                module: module
            );
        int degree = irreps.Max(entry => entry.Irrep.L);
        double[] constants = HarmonicRecurrence.Constants(degree, cancellationToken);
        return PartialType.Write(
            model.Type,
            $"/// <remarks>Real spherical harmonics {irreps}, {(model.Normalize ? "of normalised vectors" : "solid: r^l Y^l")}, {model.Normalization.ToString().ToLowerInvariant()} normalisation.</remarks>",
            interfaceName,
            writer =>
            {
                Options(writer, model, interfaceName);
                foreach (ScalarType scalar in ScalarType.All) Members(writer, model, scalar, irreps.Dim);
                writer.Line("// offset, multiplicity, twice the degree, parity");
                writer.Line($"private static global::System.ReadOnlySpan<int> SegmentData => [{StaticData.Segments(irreps)}];").Line();
                writer.Line("// For each (l, m), 0 ≤ m ≤ l: A (D for m = l), B, E, F, G of HarmonicRecurrence.");
                StaticData.Doubles(writer, "Constants", constants);
            },
            module: module
        );
    }

    // A number that is no normalisation is reported where it stands; here it must only compile.
    private static void Options(CodeWriter writer, HarmonicsModel model, string interfaceName) =>
        writer
            .Line($"static global::Reps.HarmonicsNormalization {interfaceName}.Normalization => {(Enum.IsDefined(typeof(HarmonicsNormalization), model.Normalization) ? $"global::Reps.HarmonicsNormalization.{model.Normalization}" : "default")};")
            .Line()
            .Line($"static bool {interfaceName}.Normalize => {(model.Normalize ? "true" : "false")};")
            .Line();

    private static void Members(CodeWriter writer, HarmonicsModel model, ScalarType scalar, int dim)
    {
        string head =
            "global::System.Runtime.InteropServices.MemoryMarshal.Cast<int, global::Reps.RepSegment>(SegmentData), "
            + $"global::Reps.HarmonicsNormalization.{model.Normalization}, {(model.Normalize ? "true" : "false")}, Constants, "
            + dim.ToString(CultureInfo.InvariantCulture);
        writer.Line("/// <inheritdoc/>").Line($"public static void Forward({ForwardParameters(scalar)}) =>");
        writer.Line($"    global::Reps.Kernels.SphericalHarmonicsKernel.Forward({head}, vectors, output);").Line();
        writer.Line("/// <inheritdoc/>").Line($"public static void ForwardWithJacobian({JacobianParameters(scalar)}) =>");
        writer.Line($"    global::Reps.Kernels.SphericalHarmonicsKernel.ForwardWithJacobian({head}, vectors, output, jacobian);").Line();
        writer.Line("/// <inheritdoc/>").Line($"public static void Backward({BackwardParameters(scalar)}) =>");
        writer.Line($"    global::Reps.Kernels.SphericalHarmonicsKernel.Backward({head}, vectors, gradOutput, gradVectors);").Line();
        writer.Line("/// <inheritdoc/>").Line($"public static void DoubleBackward({SecondParameters(scalar)}) =>");
        writer.Line($"    global::Reps.Kernels.SphericalHarmonicsKernel.DoubleBackward({head}, vectors, gradOutput, cotangent, gradVectors, gradGradOutput);").Line();
        string array = $"global::Reps.RepArray<{model.Output.TypeName}, {scalar.Name}>";
        writer.Line("/// <summary>Evaluates the harmonics of vectors, [rows, 3].</summary>");
        using (writer.Block($"{model.Visibility} static {array} Forward({scalar.ReadOnlySpan} vectors)"))
        {
            writer.Line($"{array} output = {array}.Zeros(global::Reps.Kernels.SpanGuard.Rows(\"vectors\", vectors.Length, 3));");
            writer.Line("Forward(vectors, output.Values);");
            writer.Line("return output;");
        }
        writer.Line();
    }

    private static void Invalid(CodeWriter writer, HarmonicsModel model, string interfaceName)
    {
        const string Body = "throw new global::System.InvalidOperationException(\"The layer was not valid when it was compiled.\");";
        Options(writer, model, interfaceName);
        foreach (ScalarType scalar in ScalarType.All)
        {
            writer.Line($"public static void Forward({ForwardParameters(scalar)}) => {Body}").Line();
            writer.Line($"public static void ForwardWithJacobian({JacobianParameters(scalar)}) => {Body}").Line();
            writer.Line($"public static void Backward({BackwardParameters(scalar)}) => {Body}").Line();
            writer.Line($"public static void DoubleBackward({SecondParameters(scalar)}) => {Body}").Line();
            writer.Line($"{model.Visibility} static global::Reps.RepArray<{model.Output.TypeName}, {scalar.Name}> Forward({scalar.ReadOnlySpan} vectors) => {Body}").Line();
        }
    }

    private static string ForwardParameters(ScalarType scalar) => $"{scalar.ReadOnlySpan} vectors, {scalar.Span} output";

    private static string JacobianParameters(ScalarType scalar) => $"{scalar.ReadOnlySpan} vectors, {scalar.Span} output, {scalar.Span} jacobian";

    private static string SecondParameters(ScalarType scalar) =>
        $"{scalar.ReadOnlySpan} vectors, {scalar.ReadOnlySpan} gradOutput, {scalar.ReadOnlySpan} cotangent, {scalar.Span} gradVectors, {scalar.Span} gradGradOutput";

    private static string BackwardParameters(ScalarType scalar) =>
        $"{scalar.ReadOnlySpan} vectors, {scalar.ReadOnlySpan} gradOutput, {scalar.Span} gradVectors";
}
