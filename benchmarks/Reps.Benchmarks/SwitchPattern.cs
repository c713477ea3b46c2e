extern alias gen;

using System.Collections.Generic;
using System.Linq;
using System.Text;
using gen::Reps.Generators.Emission;
using Reps.Algebra;

namespace Reps.Benchmarks;

/// <summary>
/// A channelwise product of one path, in both forms that a generated layer can have. The generator's own emitter writes the straight-line
/// kernels, whatever their size; the program is the same for both forms, and without kernels its tables do all.
/// </summary>
internal sealed class SwitchPattern
{
    /// <summary>The namespace of the classes that <see cref="Text"/> declares.</summary>
    public const string Namespace = "Reps.Switched";

    private const int Channels = 64;
    private const int NoLimit = int.MaxValue;

    /// <summary>Writes the kernels.</summary>
    /// <param name="left">The degree of the operand with channels.</param>
    /// <param name="right">The degree of the small operand.</param>
    /// <param name="output">The degree of the output.</param>
    public SwitchPattern(int left, int right, int output)
    {
        Name = $"Path{left}{right}{output}";
        Plan = TensorProductPlan.Create(
            Irreps.Parse($"{Channels}x{left}e"),
            Irreps.Parse($"{right}e"),
            Irreps.Parse($"{Channels}x{output}e"),
            [new(0, 0, 0, Mode.Uvu)]
        );
        List<ChannelwiseProgram.Shape> shapes = [];
        LayerProgram program = ProductProgram.Lower(Plan.Segmented, NoLimit, shapes, default);
        Pairs = shapes[0].Pairs.Count;
        CodeWriter kernels = new();
        new StraightLineEmitter(kernels, [.. shapes.Select(Emitted)]).Emit(default);
        KernelBytes = Encoding.UTF8.GetByteCount(kernels.ToString());
        Text = Layer(program) + kernels;
    }

    /// <summary>The name of the class.</summary>
    public string Name { get; }

    /// <summary>The product.</summary>
    public TensorProductPlan Plan { get; }

    /// <summary>The number of coefficient pairs, by which the generator chooses the form.</summary>
    public int Pairs { get; }

    /// <summary>The size of what the straight-line form adds to a generated file.</summary>
    public int KernelBytes { get; }

    /// <summary>A file of C# with a class of both forms.</summary>
    public string Text { get; }

    private string Layer(LayerProgram program)
    {
        CodeWriter writer = new();
        using (writer.Block("namespace " + Namespace))
        using (writer.Block($"public static class {Name}"))
        {
            foreach ((SwitchForm form, string kernels) in new[] { (SwitchForm.StraightLine, $"global::Reps.Generated.{StraightLineEmitter.TypeName}"), (SwitchForm.Table, "global::Reps.Kernels.Channelwise.NoStraightLine<float>") })
            {
                Method(writer, "Forward", form, kernels, ["left", "right", "weights"], ["output"]);
                Method(writer, "Backward", form, kernels, ["left", "right", "weights", "gradOutput"], ["gradLeft", "gradRight", "gradWeights"]);
            }
            StaticData.Integers(writer, "Program", [.. program.Integers]);
            StaticData.Singles(writer, "Singles", [.. program.Coefficients.Select(c => c.ToSingle())]);
        }
        return writer.ToString();
    }

    private static void Method(CodeWriter writer, string method, SwitchForm form, string kernels, string[] inputs, string[] outputs)
    {
        string parameters = string.Join(", ", [.. inputs.Select(name => $"global::System.ReadOnlySpan<float> {name}"), .. outputs.Select(name => $"global::System.Span<float> {name}")]);
        writer.Line($"public static void {method}{form}({parameters}) =>");
        writer.Line($"    global::Reps.Kernels.ProductKernel.{method}<float, {kernels}>(Program, Singles, {string.Join(", ", [.. inputs, .. outputs])});");
    }

    private static gen::Reps.Algebra.ChannelwiseProgram.Shape Emitted(ChannelwiseProgram.Shape shape) =>
        new(shape.Inputs, shape.Outputs, new gen::Reps.Algebra.EquatableArray<int>(shape.Pairs));
}
