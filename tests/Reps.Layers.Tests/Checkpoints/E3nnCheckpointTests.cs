using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Checkpoints;

/// <summary>States of e3nn's modules, loaded by name, give e3nn's values.</summary>
public sealed class E3nnCheckpointTests
{
    public static TheoryData<int> ProductCases => [.. Enumerable.Range(0, E3nnReference.Load("tensor_products").GetProperty("cases").GetArrayLength())];

    public static TheoryData<string> Modes => [.. E3nnReference.Golden("tensor_products").EnumerateObject().Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(ProductCases))]
    public void ProductsOfEveryKind(int index)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement c = E3nnReference.Load("tensor_products").GetProperty("cases")[index];
        (string left, string right, string output) = (Text(c, "in1"), Text(c, "in2"), Text(c, "irreps_out"));
        TensorProductOptions options = Options(c);
        TensorProductModule product = Text(c, "kind") switch
        {
            "FullyConnected" => TensorProductModule.FullyConnected(left, right, output, options),
            "Full" => TensorProductModule.Full(left, right, options: options),
            "Elementwise" => TensorProductModule.Elementwise(left, right, options: options),
            _ => TensorProductModule.Create(left, right, output, Instructions(c.GetProperty("instructions")), options),
        };
        Compare(product, c.GetProperty("weight"), c.GetProperty("x"), c.GetProperty("y"), c.GetProperty("out"));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void ProductsOfEveryMode(string mode)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement c = E3nnReference.Golden("tensor_products").GetProperty(mode);
        TensorProductInstruction[] paths = Instructions(c.GetProperty("instructions"));
        // The reference leaves one path weight out, and its coefficient shows it.
        if (mode == "uvw") paths[3] = paths[3] with { PathWeight = 0.5 };
        TensorProductModule product = TensorProductModule.Create(Text(c, "irreps_in1"), Text(c, "irreps_in2"), Text(c, "irreps_out"), paths, Options(c.GetProperty("args")));
        Compare(product, c.GetProperty("w"), c.GetProperty("x"), c.GetProperty("y"), c.GetProperty("out"));
    }

    [Fact]
    public void LinearMaps()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (JsonElement c in E3nnReference.Layers("linear").EnumerateArray())
        {
            LinearModule linear = LinearModule.Create(Text(c, "in"), Text(c, "out"), c.GetProperty("biases").GetBoolean());
            using StateDict file = new();
            file.Add("lin.weight", E3nnReference.Numbers(c.GetProperty("weight"))).AddMask("lin", linear.Plan.Output);
            file.Add("lin.bias", c.GetProperty("biases").GetBoolean() ? E3nnReference.Numbers(c.GetProperty("bias")) : []);
            E3nnCheckpoint.Load(Model("lin", linear), file.Write());
            Tensor output = linear.forward(E3nnReference.Features(linear.Plan.Input, c.GetProperty("x")));
            Assertions.Close(E3nnReference.Features(linear.Plan.Output, c.GetProperty("out_values")), output, 1e-10);
        }
        JsonElement golden = E3nnReference.Golden("linear");
        LinearModule apart = LinearModule.Create("3x0e + 2x0e + 2x1o", "4x0e + 3x1o", biases: true);
        Load(apart, golden);
        Assertions.Close(
            E3nnReference.Features(apart.Plan.Output, golden.GetProperty("out")),
            apart.forward(E3nnReference.Features(apart.Plan.Input, golden.GetProperty("inputs")[0])), 1e-10);
    }

    [Fact]
    public void OtherModules()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement batch = E3nnReference.Golden("batchnorm_train");
        EquivariantBatchNorm norm = EquivariantBatchNorm.Create("3x0e + 2x0o + 2x1o");
        Load(norm, batch);
        Same(batch, norm, norm.Representation, norm.Representation);
        JsonElement activated = E3nnReference.Golden("norm_activation");
        NormActivation activation = NormActivation.Create("2x0e + 2x1o", ActivationFunction.Create("tanh", x => x.tanh()), bias: true);
        Load(activation, activated);
        Assert.Equal(4, activation.Biases!.numel());
        JsonElement network = E3nnReference.Golden("fully_connected_net");
        foreach (nn.Module<Tensor, Tensor> module in new nn.Module<Tensor, Tensor>[] { new FullyConnectedNet([3, 5, 2], ScalarActivation.Silu), RadialNetworkModule.Create([3, 5, 2]) })
        {
            Load(module, network);
            Assertions.Close(E3nnReference.Values(network.GetProperty("out")), module.call(E3nnReference.Values(network.GetProperty("inputs")[0])), 1e-10);
        }
        JsonElement lengths = E3nnReference.Golden("norm");
        Same(lengths, Norm.Create("2x0e + 3x1o"), Irreps.Parse("2x0e + 3x1o"), Irreps.Parse("5x0e"));
    }

    [Fact]
    public void WhatE3nnAddsIsLeftOut()
    {
        using DisposeScope scope = NewDisposeScope();
        using StateDict file = new();
        double[] weights = [.. Enumerable.Range(1, 27).Select(n => (double)n)];
        file.Add("conv.tp.weight", weights).AddMask("conv.tp", Irreps.Parse("3x0e + 3x1e")).AddCoupling("conv.tp", 1, 1, 1);
        file.Add("conv.tp._compiled_main_right._w3j_1_1_1", [.. Reps.Algebra.ClebschGordan.RealTensor(1, 1, 1).ToDense()], 3, 3, 3);
        file.Add("gate.mul.weight", []).AddMask("gate.mul", Irreps.Parse("1o")).Add("sq._compiled_main_left_right._triu_indices_3", [0, 0, 0, 1, 2, 2], 2, 3);
        TensorProductModule product = TensorProductModule.Create("3x1o", "3x1o", "3x0e + 3x1e", [new(0, 0, 0, Mode.Uvu), new(0, 0, 1, Mode.Uvu), new(0, 0, 0, Mode.Uvv)]);
        E3nnCheckpointReport report = E3nnCheckpoint.Load(Model("conv", Model("tp", product)), file.Write());
        Assert.Equal(["conv.tp.weight"], report.Loaded);
        Assert.Equal(6, report.Ignored.Count);
        Assert.Empty(report.Flipped);
        Assert.Null(report.Signs);
        Assert.Equal(27, product.Weight![26].item<double>());
        E3nnCheckpointOptions rename = new() { Rename = name => name.StartsWith("conv.tp.w", StringComparison.Ordinal) ? "weight" : null };
        Assert.Equal(["weight"], E3nnCheckpoint.Load(product, file.Path, rename).Loaded);
    }

    [Fact]
    public void TablesOfGridsAreLeftOut()
    {
        using DisposeScope scope = NewDisposeScope();
        using StateDict file = new();
        file.Add("act.to_s2.sha", [1, 2]).Add("act.to_s2.betas", [1]).Add("act.from_s2.shb", [1]).Add("so3.grid_in.D", [1]).Add("so3.grid_out.qw", [1]);
        ReducedTensorProductsModule reduced = ReducedTensorProductsModule.Create("ij=ji", "2x0e + 1o");
        double[] basis = reduced.Products.ToE3nn();
        file.Add("rtp.change_of_basis", [.. basis.Select(x => -x)], [.. reduced.Products.Shape.Select(n => (long)n)]);
        nn.Module model = Model("act", new S2Activation(Irreps.Parse("0e + 1o"), ScalarActivation.Tanh, 6));
        model.register_module("so3", new SO3Activation(1, 1, ScalarActivation.Tanh, 2));
        model.register_module("rtp", reduced);
        E3nnCheckpointReport report = E3nnCheckpoint.Load(model, file.Write());
        Assert.Equal(["rtp.change_of_basis"], report.Loaded);
        Assert.Equal(5, report.Ignored.Count);
        Assert.Equal(-basis.Sum(), reduced.ChangeOfBasis.sum().item<double>(), 1e-12);
        Refused(model, new StateDict().Add("act.sha", [1]), "act.sha");
    }

    [Fact]
    public void FilesOfOtherModulesAreRefused()
    {
        using DisposeScope scope = NewDisposeScope();
        LinearModule linear = LinearModule.Create("2x0e", "2x0e + 1o");
        nn.Module model = Model("lin", linear);
        double before = linear.Weight!.sum().item<double>();
        Refused(model, new StateDict().Add("lin.weight", [1, 2, 3]), "tensor 'lin.weight': has the shape [3], but the module has [4] there");
        Refused(model, new StateDict().Add("linear.weight", [1, 2, 3, 4]), "the file lacks 'lin.weight', and the module lacks 'linear.weight'");
        Refused(model, new StateDict().Add("lin.weight", [1, 2, 3, 4]).Add("more", [1]), "tensor 'more': is not in the module");
        Refused(model, new StateDict().Add("lin.weight", [1, 2, 3, 4]).Add("lin.output_mask", [1, 1, 1, 1, 1]), "a path ends in segment 1 (1x1o) of the output, but here none does");
        Refused(model, new StateDict().Add("lin.weight", [1, 2, 3, 4]).Add("lin.output_mask", [0, 0, 0, 0, 0]), "no path ends in segment 0 (2x0e)");
        Refused(model, new StateDict().Add("lin.weight", [1, 2, 3, 4]).Add("lin.output_mask", [1]), "the output has 1 numbers, but 2x0e+1x1o has 5");
        Refused(model, new StateDict().Add("lin.weight", [1, 2, 3, 4]).Add("a", [1]).Add("b", [1]), "renamed to 'lin.weight'", new() { Rename = _ => "lin.weight" });
        Assert.Equal(before, linear.Weight!.sum().item<double>());
        using StateDict partial = new();
        partial.Add("lin.weight", [1, 2, 3, 4]).Add("more", [1]);
        E3nnCheckpoint.Load(model, partial.Write(), new() { Strict = false });
        Assert.Equal(10, linear.Weight!.sum().item<double>());
        Assert.Throws<FileNotFoundException>(() => E3nnCheckpoint.Load(model, "/nowhere.safetensors".TrimStart('/')));
    }

    internal static void Refused(nn.Module model, StateDict file, string expected, E3nnCheckpointOptions? options = null)
    {
        using (file)
        {
            ModuleStateException error = Assert.Throws<ModuleStateException>(() => E3nnCheckpoint.Load(model, file.Write(), options));
            Assert.Contains(expected, error.Message, StringComparison.Ordinal);
            Assert.StartsWith(file.Path, error.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>A module with one child.</summary>
    internal static nn.Module Model(string name, nn.Module child)
    {
        Holder holder = new();
        holder.register_module(name, child);
        holder.to(ScalarType.Float64).to(TestDevice.Current);
        return holder;
    }

    private static void Compare(TensorProductModule product, JsonElement weight, JsonElement x, JsonElement y, JsonElement expected)
    {
        using StateDict file = new();
        file.Add("tp.weight", weight.ValueKind == JsonValueKind.Object ? E3nnReference.Numbers(weight.GetProperty("data")) : E3nnReference.Numbers(weight));
        HashSet<(int, int, int)> seen = [];
        foreach (TensorProductInstruction path in product.Plan.Instructions)
        {
            (int a, int b, int c) = (product.Plan.Left[path.Left].Irrep.L, product.Plan.Right[path.Right].Irrep.L, product.Plan.Output[path.Output].Irrep.L);
            if (a > 0 && b > 0 && c > 0 && seen.Add((a, b, c))) file.AddCoupling("tp", a, b, c);
        }
        file.Add(
            "tp.output_mask",
            [.. product.Plan.Output.SelectMany((entry, n) => Enumerable.Repeat(product.Plan.Instructions.Any(path => path.Output == n) ? 1.0 : 0.0, entry.Dim))]);
        E3nnCheckpoint.Load(Model("tp", product), file.Write());
        Tensor output = product.forward(E3nnReference.Features(product.Plan.Left, x), E3nnReference.Features(product.Plan.Right, y));
        Assertions.Close(E3nnReference.Features(product.Plan.Output, expected), output, 1e-10);
    }

    private static void Load(nn.Module module, JsonElement golden)
    {
        using StateDict file = new();
        foreach (JsonProperty parameter in golden.GetProperty("params").EnumerateObject())
            file.Add($"m.{parameter.Name}", E3nnReference.Numbers(parameter.Value.GetProperty("data")), [.. parameter.Value.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64())]);
        E3nnCheckpointReport report = E3nnCheckpoint.Load(Model("m", module), file.Write());
        Assert.Equal(module.state_dict().Count, report.Loaded.Count);
    }

    private static void Same(JsonElement golden, nn.Module<Tensor, Tensor> module, Irreps input, Irreps output) =>
        Assertions.Close(E3nnReference.Features(output, golden.GetProperty("out")), module.call(E3nnReference.Features(input, golden.GetProperty("inputs")[0])), 1e-10);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static TensorProductOptions Options(JsonElement c) =>
        new()
        {
            IrrepNormalization = c.TryGetProperty("irrep_normalization", out JsonElement irrep) ? Enum.Parse<IrrepNormalization>(irrep.GetString()!, true) : IrrepNormalization.Component,
            PathNormalization = c.TryGetProperty("path_normalization", out JsonElement path) ? Enum.Parse<PathNormalization>(path.GetString()!, true) : PathNormalization.Element,
        };

    private static TensorProductInstruction[] Instructions(JsonElement list) =>
        [
            .. list.EnumerateArray().Select(i => new TensorProductInstruction(
                i[0].GetInt32(), i[1].GetInt32(), i[2].GetInt32(),
                Enum.Parse<Mode>(i[3].GetString()!.Replace("<", "less", StringComparison.Ordinal), ignoreCase: true),
                i[4].GetBoolean())),
        ];

    private sealed class Holder() : nn.Module(nameof(Holder));
}
