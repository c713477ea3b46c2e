using System;
using System.Linq;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Products;

/// <summary>Products as modules: kernels against operators, derivatives against differences, broadcasting, refusals.</summary>
public sealed class TensorProductModuleTests
{
    private static readonly EdgeGraph s_graph = new(4, 3, [0, 1, 3, 2, 0, 3, 1], [0, 0, 0, 1, 2, 2, 2]);

    public static TheoryData<Mode, string, string, string> Modes =>
        new()
        {
            { Mode.Uvw, "3x0e + 2x1o", "2x0e + 1o", "4x0e + 2x1o + 1e" },
            { Mode.Uvu, "5x0e + 5x1o + 5x2e", "0e + 1o + 2e", "5x0e + 5x1o + 5x1e" },
            { Mode.Uvv, "1x0e + 2x1o", "4x0e + 4x1o", "4x0e + 4x1o" },
            { Mode.Uuw, "3x0e + 3x1o", "3x0e + 3x1o", "2x0e + 3x1o" },
            { Mode.Uuu, "3x0e + 3x1o", "3x0e + 3x1o", "3x0e + 3x1o + 3x2e" },
            { Mode.Uvuv, "2x0e + 2x1o", "3x0e + 3x1o", "6x0e + 6x1o" },
            { Mode.UvuLessV, "3x0e + 3x1o", "3x0e + 3x1o", "3x0e + 3x1e" },
            { Mode.ULessVw, "3x0e + 3x1o", "3x0e + 3x1o", "2x0e + 4x1e" },
        };

    [Theory]
    [MemberData(nameof(Modes))]
    public void EveryModeAgreesWithItsOperators(Mode mode, string left, string right, string output)
    {
        using DisposeScope scope = NewDisposeScope();
        TensorProductModule module = new(TensorProduct.Create(left, right, output, mode), internalWeights: false);
        Tensor[] inputs =
        [
            TestDevice.Normal(1, 3, module.Plan.Left.Dim), TestDevice.Normal(2, 3, module.Plan.Right.Dim), TestDevice.Normal(3, module.WeightCount),
        ];
        Agreement.Check(x => module.forward(x[0], x[1], x[2]), inputs);
        inputs[2] = TestDevice.Normal(4, 3, module.WeightCount);
        Agreement.Check(x => module.forward(x[0], x[1], x[2]), inputs);
        Assertions.Derivatives(x => module.forward(x[0], x[1], x[2]), inputs, orders: 3);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void EveryModeConvolves(Mode mode, string left, string right, string output)
    {
        using DisposeScope scope = NewDisposeScope();
        TensorProductModule module = new(TensorProduct.Create(left, right, output, mode), internalWeights: false);
        Tensor[] inputs =
        [
            TestDevice.Normal(1, 4, module.Plan.Left.Dim), TestDevice.Normal(2, 7, module.Plan.Right.Dim), TestDevice.Normal(3, 7, module.WeightCount),
        ];
        Agreement.Check(x => module.forward(s_graph, x[0], x[1], x[2]), inputs);
        Assertions.Derivatives(x => module.forward(s_graph, x[0], x[1], x[2]), inputs);
    }

    [Fact]
    public void GeneratedModulesAgreeWithTheirOperators()
    {
        using DisposeScope scope = NewDisposeScope();
        using Convolve convolve = new(internalWeights: false);
        Tensor[] inputs = [TestDevice.Normal(1, 5, Hidden.Dim), TestDevice.Normal(2, 5, Direction.Dim), TestDevice.Normal(3, 5, Convolve.WeightCount)];
        Agreement.Check(x => convolve.forward(new(x[0]), new(x[1]), x[2]).Tensor, inputs);
        Assertions.Derivatives(x => convolve.forward(new(x[0]), new(x[1]), x[2]).Tensor, inputs, orders: 3);
        using ConvolveWide wide = new(internalWeights: false);
        Tensor[] large = [TestDevice.Normal(1, 4, Wide.Dim), TestDevice.Normal(2, 7, Direction.Dim), TestDevice.Normal(3, 7, ConvolveWide.WeightCount)];
        Agreement.Check(x => wide.forward(s_graph, new(x[0]), new(x[1]), x[2]).Tensor, large);
        using FullyConnected full = new(internalWeights: false);
        Tensor[] dense = [TestDevice.Normal(1, 5, Hidden.Dim), TestDevice.Normal(2, 5, Hidden.Dim), TestDevice.Normal(3, FullyConnected.WeightCount)];
        Agreement.Check(x => full.forward(new(x[0]), new(x[1]), x[2]).Tensor, dense);
        using Chosen chosen = new(internalWeights: false);
        Tensor[] few = [TestDevice.Normal(1, 5, Hidden.Dim), TestDevice.Normal(2, 5, Direction.Dim), TestDevice.Normal(3, Chosen.WeightCount)];
        Agreement.Check(x => chosen.forward(new(x[0]), new(x[1]), x[2]).Tensor, few);
        using Channelwise channelwise = new();
        Assert.Null(channelwise.Weight);
        Agreement.Check(x => channelwise.forward(new(x[0]), new Feature<Hidden>(x[1])).Tensor, dense[..2]);
    }

    [Fact]
    public void SinglesAgreeToSinglePrecision()
    {
        using DisposeScope scope = NewDisposeScope();
        using Convolve convolve = new(internalWeights: false);
        Tensor[] inputs = [TestDevice.Normal(1, 5, Hidden.Dim), TestDevice.Normal(2, 5, Direction.Dim), TestDevice.Normal(3, 5, Convolve.WeightCount)];
        Tensor expected = convolve.forward(new(inputs[0]), new(inputs[1]), inputs[2]).Tensor;
        Tensor[] singles = [.. inputs.Select(t => t.to(ScalarType.Float32))];
        Tensor actual = convolve.forward(new(singles[0]), new(singles[1]), singles[2]).Tensor;
        Assert.Equal(ScalarType.Float32, actual.dtype);
        Assertions.Close(expected, actual, 1e-5);
    }

    [Fact]
    public void LeadingDimensionsAreBroadcast()
    {
        using DisposeScope scope = NewDisposeScope();
        using Convolve convolve = new();
        convolve.to(ScalarType.Float64);
        convolve.to(TestDevice.Current);
        Tensor x = TestDevice.Normal(1, 2, 1, 3, Hidden.Dim);
        Tensor y = TestDevice.Normal(2, 4, 1, Direction.Dim);
        Tensor result = convolve.forward(new(x), new(y)).Tensor;
        Assert.Equal([2, 4, 3, Hidden.Dim], result.shape);
        Tensor one = convolve.forward(new(x[1, 0, 2]), new(y[3, 0])).Tensor;
        Assertions.Close(one, result[1, 3, 2], 1e-13);
    }

    [Fact]
    public void OneNumberTypeForAll()
    {
        using DisposeScope scope = NewDisposeScope();
        using Convolve convolve = new();
        convolve.to(TestDevice.Current);
        Feature<Hidden> x = new(TestDevice.Normal(1, 2, Hidden.Dim));
        Feature<Direction> y = new(TestDevice.Normal(1, 2, Direction.Dim));
        ArgumentException error = Assert.Throws<ArgumentException>(() => convolve.forward(x, y));
        Assert.Contains("was given Float64, Float64, Float32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        using DisposeScope scope = NewDisposeScope();
        using Convolve convolve = new(internalWeights: false);
        TensorProductModule module = TensorProductModule.Create("2x0e", "0e", "2x0e", Mode.Uvu);
        Feature<Hidden> x = new(TestDevice.Normal(1, 2, Hidden.Dim));
        Feature<Direction> y = new(TestDevice.Normal(1, 2, Direction.Dim));
        Assert.Contains("no weights of its own", Assert.Throws<InvalidOperationException>(() => convolve.forward(x, y)).Message, StringComparison.Ordinal);
        Assert.Contains("'weights' has the shape [3]", Assert.Throws<ArgumentException>(() => convolve.forward(x, y, TestDevice.Normal(1, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("'left' has the shape [2, 3]", Assert.Throws<ArgumentException>(() => module.forward(TestDevice.Normal(1, 2, 3), TestDevice.Normal(1, 2, 1))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "cannot be broadcast",
            Assert.Throws<ArgumentException>(() => module.forward(TestDevice.Normal(1, 2, 2), TestDevice.Normal(1, 3, 1))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "the graph has 4 sources",
            Assert.Throws<ArgumentException>(() => convolve.forward(s_graph, x, y, TestDevice.Normal(1, Convolve.WeightCount))).Message,
            StringComparison.Ordinal
        );
    }
}
