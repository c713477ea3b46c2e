using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Reps.Tests;

/// <summary>Layer classes become torch modules where Reps.Layers is referenced and C# allows it, and stay as they are elsewhere.</summary>
public sealed class ModuleTests
{
    private const string Types =
        """
        using Reps;
        namespace Demo;
        [Rep("4x0e + 4x1o")] public readonly partial struct Hidden;
        [Rep("4x0e")] public readonly partial struct Scalars;
        [Rep("0e + 1o")] public readonly partial struct Harmonics;
        [Rep("4x0e")] readonly partial struct Secret;
        [Rep("S(n): 2xV^2")] public readonly partial struct Edges;
        [Rep("S(n): 2xV^2")] readonly partial struct SecretEdges;
        public interface IMine;
        public class Mine;
        """;

    private static readonly MetadataReference[] s_layers =
    [
        MetadataReference.CreateFromFile(typeof(Layers.Feature<>).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location),
    ];

    [Theory]
    [InlineData("[Linear<Hidden, Scalars>] public sealed partial class Layer;", "LinearModule")]
    [InlineData("[TensorProduct<Hidden, Harmonics, Hidden>(Mode.Uvu)] public sealed partial class Layer;", "TensorProductModule")]
    [InlineData("[SymmetricContraction<Hidden, Scalars>(Correlation = 2)] public sealed partial class Layer;", "SymmetricContractionModule")]
    [InlineData("[SphericalHarmonics<Harmonics>] public sealed partial class Layer;", "SphericalHarmonicsModule")]
    [InlineData("[DiagramLinear<Edges, Edges>] public sealed partial class Layer;", "DiagramLinearModule")]
    [InlineData("[DiagramLinear<Edges, SecretEdges>] partial class Layer;", "DiagramLinearModule")]
    [InlineData("[DiagramLinear<Edges, SecretEdges>] public sealed partial class Layer;", "Object")]
    [InlineData("[DiagramLinear<Edges, Edges>] public sealed partial class Layer : Mine;", "Mine")]
    [InlineData("[Linear<Hidden, Scalars>] public sealed partial class Layer : IMine;", "LinearModule")]
    [InlineData("[Linear<Hidden, Scalars>] partial class Layer;", "LinearModule")]
    [InlineData("[Linear<Secret, Scalars>] partial class Layer;", "LinearModule")]
    [InlineData("[Linear<Hidden, Scalars>] public partial class Layer { public Layer() : base(biases: true) { } }", "LinearModule")]
    [InlineData("[Linear<Hidden, Scalars>] public partial class Layer(int depth) { public int Depth => depth; }", "LinearModule")]
    [InlineData("public partial class Outer { [Linear<Hidden, Scalars>] private sealed partial class Layer; }", "LinearModule")]
    [InlineData("[Linear<Hidden, Scalars>] public sealed partial class Layer : Mine;", "Mine")]
    [InlineData("[Linear<Hidden, Scalars>] public sealed partial record Layer;", "Object")]
    [InlineData("[Linear<Secret, Scalars>] public sealed partial class Layer;", "Object")]
    public void TheBaseClassIsAModuleWhereThereMayBeOne(string layer, string expected) => Assert.Equal(expected, Layer(layer, withLayers: true).BaseType!.Name);

    [Fact]
    public void WithoutTheLayersPackageThereIsNoBaseClass() =>
        Assert.Equal(SpecialType.System_Object, Layer("[Linear<Hidden, Scalars>] public sealed partial class Layer;", withLayers: false).BaseType!.SpecialType);

    [Fact]
    public void AConstructorIsGeneratedUnlessThereIsOne()
    {
        Assert.Equal(["biases", "internalWeights"], Parameters("[Linear<Hidden, Scalars>] public partial class Layer;"));
        Assert.Equal(["depth"], Parameters("[Linear<Hidden, Scalars>] public partial class Layer { public Layer(int depth) : base(biases: depth > 0) { } }"));
        Assert.Equal(["biases"], Parameters("[DiagramLinear<Edges, Edges>] public partial class Layer;"));
        Assert.Equal(["elements"], Parameters("[SymmetricContraction<Hidden, Scalars>(Correlation = 2)] public partial class Layer;"));
    }

    private static string[] Parameters(string layer) =>
        [.. Layer(layer, withLayers: true).InstanceConstructors.Single().Parameters.Select(parameter => parameter.Name)];

    private static INamedTypeSymbol Layer(string layer, bool withLayers) =>
        Complete(layer, withLayers).GetSymbolsWithName("Layer", SymbolFilter.Type).OfType<INamedTypeSymbol>().Single();

    private static Compilation Complete(string layer, bool withLayers)
    {
        CSharpCompilation compilation = Compile.Create(Types, "using Reps; namespace Demo; " + layer);
        if (withLayers) compilation = compilation.AddReferences(s_layers);
        return Driver.Complete(compilation);
    }
}
