using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers;
using Reps.Layers.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Checkpoints;

/// <summary>Weights that were trained under e3nn's older signs.</summary>
public sealed class LegacySignsTests
{
    [Fact]
    public void TheSignsThatChangedAreKnown()
    {
        HashSet<(int, int, int)> changed = [(3, 4, 6), (3, 5, 7), (3, 6, 8), (4, 4, 5), (4, 5, 6), (4, 6, 7), (4, 7, 8), (5, 5, 5), (5, 6, 6), (5, 7, 7), (5, 8, 8)];
        for (int l = 2; l <= 8; l++) changed.Add((1, l, l));
        for (int a = 0; a <= 8; a++)
        for (int b = a; b <= 8; b++)
        for (int c = b; c <= Math.Min(8, a + b); c++)
        {
            Assert.Equal(changed.Contains((a, b, c)), LegacySigns.Differ(a, b, c));
            Assert.Equal(changed.Contains((a, b, c)), LegacySigns.Differ(c, a, b));
        }
    }

    [Fact]
    public void PathsAreFlippedWhereTheFileSaysSo()
    {
        using DisposeScope scope = NewDisposeScope();
        TensorProductModule product = Product();
        double[] weights = Weights(product);
        foreach (int sign in new[] { 1, -1 })
        {
            using StateDict file = new();
            file.Add("tp.weight", weights).AddCoupling("tp", 1, 1, 1).AddCoupling("tp", 1, 2, 2, sign).AddCoupling("tp", 2, 2, 1, sign).AddCoupling("tp", 1, 1, 2);
            E3nnCheckpointReport report = E3nnCheckpoint.Load(E3nnCheckpointTests.Model("tp", product), file.Write());
            Assert.Equal(sign < 0 ? E3nnSigns.Legacy : E3nnSigns.Current, report.Signs);
            Assert.Equal(sign < 0 ? 2 : 0, report.Flipped.Count);
            // What the old version computes: the same weights with the couplings that it had.
            Tensor x = TestDevice.Normal(1, 4, product.Plan.Left.Dim);
            Tensor y = TestDevice.Normal(2, 4, product.Plan.Right.Dim);
            double[] expected = [.. weights.Select((w, n) => InChanged(product, n) ? sign * w : w)];
            Tensor reference = product.forward(x, y, tensor(expected, ScalarType.Float64).to(TestDevice.Current));
            Assertions.Close(reference, product.forward(x, y), 1e-14);
        }
    }

    [Fact]
    public void WhereNothingDecidesTheVersionIsAskedFor()
    {
        using DisposeScope scope = NewDisposeScope();
        TensorProductModule product = Product();
        nn.Module model = E3nnCheckpointTests.Model("tp", product);
        StateDict Bare() => new StateDict().Add("tp.weight", Weights(product));
        E3nnCheckpointTests.Refused(model, Bare(), "With which version of e3nn was the model trained?");
        E3nnCheckpointTests.Refused(model, Bare(), "path 1 (1, 2, 2) of 'tp'");
        Assert.Equal(2, Load(model, Bare(), new() { Signs = E3nnSigns.Legacy }).Flipped.Count);
        Assert.Empty(Load(model, Bare(), new() { Signs = E3nnSigns.Current }).Flipped);
        // Another module's tensor says it for the whole file.
        Assert.Equal(2, Load(model, Bare().AddCoupling("other", 1, 3, 3, -1), new() { Strict = false }).Flipped.Count);
        E3nnCheckpointTests.Refused(model, Bare().AddCoupling("tp", 1, 2, 2), "Leave the option out", new() { Signs = E3nnSigns.Legacy });
        E3nnCheckpointTests.Refused(model, Bare().AddCoupling("tp", 1, 2, 2).AddCoupling("other", 1, 3, 3, -1), "of different versions");
        E3nnCheckpointTests.Refused(model, Bare().Add("tp._compiled_main_out._w3j_1_1_1", new double[27], 3, 3, 3), "is no coupling tensor in this basis");
        // Paths that did not change need no answer.
        TensorProductModule natural = TensorProductModule.Create("2x1o", "1o", "2x0e + 2x1e + 2x2e", Mode.Uvu);
        Assert.Null(Load(E3nnCheckpointTests.Model("tp", natural), new StateDict().Add("tp.weight", [1, 2, 3, 4, 5, 6])).Signs);
    }

    [Fact]
    public void ComputedWeightsTakeSignsWhereTheyAreMade()
    {
        using DisposeScope scope = NewDisposeScope();
        TensorProductModule product = Product(internalWeights: false);
        RadialNetworkModule network = RadialNetworkModule.Create([3, product.WeightCount]);
        nn.Module model = E3nnCheckpointTests.Model("tp", product);
        model.register_module("fc", network);
        model.to(ScalarType.Float64).to(TestDevice.Current);
        double[] layer = [.. Enumerable.Range(0, 3).SelectMany(_ => Weights(product))];
        StateDict File() => new StateDict().Add("fc.layer0.weight", layer, 3, product.WeightCount).AddCoupling("tp", 1, 2, 2, -1).AddCoupling("tp", 2, 2, 1, -1);
        E3nnCheckpointTests.Refused(model, File(), "Which tensor yields them");
        E3nnCheckpointTests.Refused(model, File(), "is not in the file", new() { ExternalWeights = new Dictionary<string, string> { ["tp"] = "fc.layer2.weight" } });
        E3nnCheckpointReport report = Load(model, File(), new() { ExternalWeights = new Dictionary<string, string> { ["tp"] = "fc.layer0.weight" } });
        Assert.Equal(2, report.Flipped.Count);
        Tensor loaded = model.state_dict()["fc.layer0.weight"].detach();
        double[] row = loaded[1].cpu().data<double>().ToArray();
        double[] given = Weights(product);
        for (int n = 0; n < row.Length; n++) Assert.Equal(InChanged(product, n) ? -given[n] : given[n], row[n]);
    }

    [Fact]
    public void PathsWithoutWeightsCannotTakeASign()
    {
        using DisposeScope scope = NewDisposeScope();
        TensorProductModule full = TensorProductModule.Full("1e", "2e");
        nn.Module model = E3nnCheckpointTests.Model("tp", full);
        E3nnCheckpointTests.Refused(model, new StateDict().Add("tp.weight", []).AddCoupling("tp", 1, 2, 2, -1), "no weights that could take it");
        Assert.Empty(Load(model, new StateDict().Add("tp.weight", []).AddCoupling("tp", 1, 2, 2)).Flipped);
        Assert.Single(Load(E3nnCheckpointTests.Model("tp", new LegacyTyped()), new StateDict().Add("tp.weight", new double[LegacyTyped.WeightCount]).AddCoupling("tp", 1, 2, 2, -1)).Flipped);
    }

    private static TensorProductModule Product(bool internalWeights = true) =>
        TensorProductModule.Create(
            "2x1e + 3x2e", "1e + 2e", "2x1e + 2x2e + 3x1e",
            [new(0, 0, 0, Mode.Uvu), new(0, 1, 1, Mode.Uvw), new(0, 0, 1, Mode.Uvu), new(1, 1, 2, Mode.Uvu)], internalWeights: internalWeights);

    // Weights of the paths (1, 2, 2), after the two of the first path, and (2, 2, 1), the last.
    private static bool InChanged(TensorProductModule product, int weight) => weight is >= 2 and < 6 || weight >= product.WeightCount - 3;

    private static double[] Weights(TensorProductModule product) => [.. Enumerable.Range(1, product.WeightCount).Select(n => n / 7.0)];

    private static E3nnCheckpointReport Load(nn.Module model, StateDict file, E3nnCheckpointOptions? options = null)
    {
        using (file) return E3nnCheckpoint.Load(model, file.Write(), options);
    }
}

[Rep("2x1e")]
public readonly partial struct Axial;

[Rep("2e")]
public readonly partial struct Quadrupole;

[Rep("2x2e")]
public readonly partial struct AxialOut;

[TensorProduct<Axial, Quadrupole, AxialOut>(Mode.Uvu)]
public sealed partial class LegacyTyped;
