using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Models;

/// <summary>e3nn's networks on points: their symmetries, their formula, their names of parameters, their derivatives.</summary>
public sealed class PointNetworkTests
{
    // The networks are steep in the lengths of edges: differences need small steps of the positions.
    private const double Small = 0.05;

    [Fact]
    public void SimpleNetworksHaveTheSymmetriesOfSpace()
    {
        using DisposeScope scope = NewDisposeScope();
        SimpleNetwork network = new(Irreps.Parse("3x0e + 2x1o"), Irreps.Parse("4x0e + 0o + 1o"), 2, 3, 5, mul: 4, layers: 2);
        Randomize(network);
        Symmetries(network.Input, network.Output, (graph, x) => network.forward(graph, x), pooled: true);
        SimpleNetwork nodes = new(Irreps.Parse("3x0e"), Irreps.Parse("2e"), 2, 3, 5, mul: 4, layers: 1, pool: false);
        Randomize(nodes);
        Symmetries(nodes.Input, nodes.Output, (graph, x) => nodes.forward(graph, x), pooled: false);
    }

    [Fact]
    public void GatePointsNetworksHaveTheSymmetriesOfSpace()
    {
        using DisposeScope scope = NewDisposeScope();
        GatePointsOptions options = new(2, 3, 5) { Layers = 2, RadialNeurons = 20 };
        Irreps hidden = Irreps.Parse("4x0e + 2x0o + 3x1o + 2x1e + 2x2e");
        GatePointsNetwork network = new(Irreps.Parse("2x0e + 1o"), hidden, Irreps.Parse("0e + 1e"), Irreps.Parse("2x0e"), Irreps.Parse("0e+1o+2e"), options);
        Randomize(network);
        Tensor attributes = TestDevice.Normal(9, 8, 2);
        Symmetries(network.Input!, network.Output, (graph, x) => network.forward(graph, x, attributes.to(x.dtype)), pooled: true, permute: false);
        GatePointsNetwork bare = new(null, hidden, Irreps.Parse("0e"), null, Irreps.Parse("0e+1o+2e"), options);
        Randomize(bare);
        Assert.Equal([1, 1], bare.forward(PointGraph.WithinRadius(TestDevice.Normal(3, 8, 3), 2)).shape);
        Assert.Contains("takes no 'features'", Assert.Throws<ArgumentException>(() => bare.forward(PointGraph.WithinRadius(TestDevice.Normal(3, 8, 3), 2), attributes)).Message, StringComparison.Ordinal);
        Assert.Contains("takes 'features'", Assert.Throws<ArgumentException>(() => network.forward(PointGraph.WithinRadius(TestDevice.Normal(3, 8, 3), 2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NodesAndEdgesMayHaveAttributes()
    {
        using DisposeScope scope = NewDisposeScope();
        NetworkForAGraphWithAttributes network = new(
            Irreps.Parse("3x0e + 2x1o"), Irreps.Parse("4x0e + 1o"), Irreps.Parse("1e"), Irreps.Parse("3x0o + 1e"), 2, 3, 5, mul: 2, layers: 1, pool: false);
        Randomize(network);
        EdgeGraph edges = new(3, 3, [2, 0, 1], [0, 1, 2]);
        Tensor[] inputs =
        [
            TestDevice.Normal(1, 3, 3), TestDevice.Normal(2, 3, network.Input.Dim), TestDevice.Normal(3, 3, network.NodeAttributes.Dim), TestDevice.Normal(4, 3, 3),
        ];
        OrthogonalTransform g = new(Rotation.Random(new Random(4)), true);
        Irreps[] irreps = [Irreps.Parse("1o"), network.Input, network.NodeAttributes, network.EdgeAttributes];
        Tensor[] turned = [.. inputs.Select((t, n) => IrrepsLayout.Transform(irreps[n], g, t))];
        Assertions.Close(IrrepsLayout.Transform(network.Output, g, Evaluate(inputs)), Evaluate(turned), 1e-12);
        Assertions.Derivatives(x => Evaluate([inputs[0] + x[0] * Small, .. x[1..]]), inputs, 1e-4);

        Tensor Evaluate(Tensor[] x) => network.forward(PointGraph.FromEdges(x[0], edges), x[1], x[2], x[3]);
    }

    [Theory]
    [InlineData(ConvolutionMixing.Angle)]
    [InlineData(ConvolutionMixing.Learned)]
    public void ConvolutionsFollowTheirFormula(ConvolutionMixing mixing)
    {
        using DisposeScope scope = NewDisposeScope();
        Irreps input = Irreps.Parse("2x0e + 1o");
        Irreps attributes = Irreps.Parse("0e + 1o");
        // No self-connection leads to 2o, of which messages are all there is.
        Irreps output = Irreps.Parse("2x0e + 2x1o + 2o");
        Irreps harmonics = Irreps.Parse("0e + 1o + 2e");
        EquivariantConvolution convolution = new(input, attributes, harmonics, output, [4, 8], 3, mixing);
        Randomize(convolution);
        Dictionary<string, Tensor> state = convolution.named_parameters().ToDictionary(p => p.name, p => (Tensor)p.parameter);
        Tensor x = TestDevice.Normal(1, 4, input.Dim);
        Tensor z = TestDevice.Normal(2, 4, attributes.Dim);
        Tensor y = TestDevice.Normal(3, 5, harmonics.Dim);
        Tensor scalars = TestDevice.Normal(4, 5, 4);
        EdgeGraph graph = new(4, 4, [1, 3, 0, 3, 2], [0, 0, 1, 2, 3]);
        Tensor sources = tensor([1L, 3, 0, 3, 2]).to(TestDevice.Current);
        Tensor targets = tensor([0L, 0, 1, 2, 3]).to(TestDevice.Current);

        Tensor Connected(string name, Irreps left, Tensor a, Irreps result) =>
            TensorProductModule.FullyConnected(left.ToString(), attributes.ToString(), result.ToString(), internalWeights: false).forward(a, z, state[name + ".weight"]);

        // e3nn's order of messages: those of the paths in the order of input, harmonic and irrep, sorted by irrep without merging.
        (MulIrrep Irrep, TensorProductInstruction Path)[] paths =
        [
            .. from i in Enumerable.Range(0, input.Count)
            from j in Enumerable.Range(0, 3)
            from irrep in input[i].Irrep.Product(harmonics[j].Irrep)
            where output.Contains(irrep)
            select (new MulIrrep(input[i].Mul, irrep), new TensorProductInstruction(i, j, 0, Mode.Uvu)),
        ];
        (Irreps middle, int[] position, _) = new Irreps(Group.O3, paths.Select(path => path.Irrep)).Sort();
        TensorProductModule messages = TensorProductModule.Create(
            input.ToString(), harmonics.ToString(), middle.ToString(), [.. paths.Select((path, n) => path.Path with { Output = position[n] })], internalWeights: false);
        Tensor hidden = NormalizedSilu(scalars.matmul(state["fc.layer0.weight"]) / 2);
        Tensor weights = hidden.matmul(state["fc.layer1.weight"]) / Math.Sqrt(8);
        Tensor before = Connected("lin1", input, x, input);
        Tensor summed = GraphFunctions.Scatter(messages.forward(before.index_select(0, sources), y, weights), targets, 4) / Math.Sqrt(3);
        Tensor after = Connected("lin2", middle, summed, output);
        Tensor self = Connected("sc", input, x, output);
        Tensor reached = cat([ones(8), zeros(5)]).to(ScalarType.Float64).to(TestDevice.Current);
        Tensor expected = mixing == ConvolutionMixing.Angle
            ? self * Math.Sin(Math.PI / 8) + after * (1 - reached + reached * Math.Cos(Math.PI / 8))
            : self + after * (1 - reached + reached * Connected("alpha", middle, summed, Irreps.Parse("0e")));
        Assertions.Close(expected, convolution.forward(graph, x, z, y, scalars), 1e-12);
    }

    [Fact]
    public void ParametersHaveTheNamesOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        SimpleNetwork network = new(Irreps.Parse("0e"), Irreps.Parse("0o + 6x0e"), 1.5, 2, 4, mul: 3, layers: 1);
        string[] parts = ["sc", "lin1", "fc.layer0", "fc.layer1", "lin2", "alpha"];
        string[] expected = [.. parts.Select(part => $"mp.layers.0.first.{part}.weight"), .. parts.Select(part => $"mp.layers.1.{part}.weight")];
        Assert.Equal(expected.Order(), network.state_dict().Keys.Order());
        Assert.Equal(0, network.state_dict()["mp.layers.0.first.alpha.weight"].abs().max().item<float>());
        // Hidden irreps that the product with the edges does not contain are left out, as there.
        MessagePassing passing = new([.. new[] { "0e", "0o + 0e + 1e", "0e + 1e", "1e" }.Select(text => Irreps.Parse(text))], Irreps.Parse("0e + 1e"), Irreps.Parse("0e + 1e"), [2, 10], 3);
        Assert.Equal("1x0e, 1x0e+1x1e, 1x0e+1x1e, 1x1e", string.Join(", ", passing.Sequence));
        GatePointsNetwork old = new(null, Irreps.Parse("2x0e + 1o"), Irreps.Parse("0e"), null, Irreps.Parse("0e + 1o"), new(1.5, 2, 4) { Layers = 1 });
        Assert.Contains("layers.0.first.fc.layer1.weight", old.state_dict().Keys);
        Assert.DoesNotContain(old.state_dict().Keys, key => key.Contains("alpha", StringComparison.Ordinal));
        Assert.Contains(
            "contains nothing that leads to the output",
            Assert.Throws<ArgumentException>(() => new SimpleNetwork(Irreps.Parse("0e"), Irreps.Parse("5e"), 1, 1, 1, mul: 1)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void EnergiesHaveForcesAndTheirDerivatives()
    {
        using DisposeScope scope = NewDisposeScope();
        SimpleNetwork network = new(Irreps.Parse("0e"), Irreps.Parse("0e"), 3, 3, 5, mul: 3, layers: 1);
        Randomize(network);
        Tensor positions = TestDevice.Normal(7, 5, 3);
        Tensor features = ones(5, 1, dtype: ScalarType.Float64, device: TestDevice.Current);
        Assertions.Derivatives(x => network.forward(PointGraph.WithinRadius(positions + x[0] * Small, 3), features), [TestDevice.Normal(8, 5, 3)], 1e-4);
    }

    [Fact]
    public void SinglePrecisionNetworksAreEquivariantToSinglePrecision()
    {
        using DisposeScope scope = NewDisposeScope();
        SimpleNetwork network = new(Irreps.Parse("3x0e + 2x1o"), Irreps.Parse("4x0e + 0o + 1o"), 2, 3, 5, mul: 4, layers: 2);
        Randomize(network);
        network.to(ScalarType.Float32);
        (Tensor positions, Tensor x) = (TestDevice.Normal(11, 8, 3), TestDevice.Normal(12, 8, network.Input.Dim));
        OrthogonalTransform g = new(Rotation.Random(new Random(3)), true);
        Tensor expected = IrrepsLayout.Transform(network.Output, g, Evaluate(positions, x));
        Assertions.Close(expected, Evaluate(IrrepsLayout.Transform(Irreps.Parse("1o"), g, positions), IrrepsLayout.Transform(network.Input, g, x)), 1e-5);

        Tensor Evaluate(Tensor at, Tensor features) =>
            network.forward(PointGraph.WithinRadius(at.to(ScalarType.Float32), 2), features.to(ScalarType.Float32)).to(ScalarType.Float64);
    }

    private static void Symmetries(Irreps input, Irreps output, Func<PointGraph, Tensor, Tensor> network, bool pooled, bool permute = true)
    {
        Tensor positions = TestDevice.Normal(11, 8, 3);
        Tensor x = TestDevice.Normal(12, 8, input.Dim);
        Tensor result = network(PointGraph.WithinRadius(positions, 2), x);
        Assert.Equal([pooled ? 1 : 8, output.Dim], result.shape);
        Assert.True(result.abs().max().item<double>() > 1e-3);
        foreach (bool inverts in new[] { false, true })
        {
            OrthogonalTransform g = new(Rotation.Random(new Random(3)), inverts);
            Tensor turned = IrrepsLayout.Transform(Irreps.Parse("1o"), g, positions) + TestDevice.Normal(13, 3);
            Tensor transformed = network(PointGraph.WithinRadius(turned, 2), IrrepsLayout.Transform(input, g, x));
            Assertions.Close(IrrepsLayout.Transform(output, g, result), transformed, 1e-12);
        }
        if (!permute) return;
        Tensor order = tensor([3L, 1, 4, 0, 5, 7, 2, 6]).to(TestDevice.Current);
        Tensor permuted = network(PointGraph.WithinRadius(positions.index_select(0, order), 2), x.index_select(0, order));
        Assertions.Close(pooled ? result : result.index_select(0, order), permuted, 1e-12);
    }

    // Weights that are zero at first hide what they multiply.
    private static void Randomize(nn.Module module)
    {
        module.to(ScalarType.Float64);
        module.to(TestDevice.Current);
        int seed = 1000;
        using (no_grad())
            foreach (TorchSharp.Modules.Parameter parameter in module.parameters()) parameter.copy_(TestDevice.Normal(seed++, parameter.shape));
    }

    private static Tensor NormalizedSilu(Tensor x) => x * x.sigmoid() * ScalarActivation.Silu.Constant(MomentSource.E3nn);
}
