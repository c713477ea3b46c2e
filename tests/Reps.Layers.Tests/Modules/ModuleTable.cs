using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers;
using Reps.Tests.Diagrams;
using Reps.Tests.Nonlinear;
using Reps.Tests.Selection;
using static TorchSharp.torch;

namespace Reps.Tests.Modules;

/// <summary>Every public module of the library, in each of its forms: with nothing to do, without weights, over a graph.</summary>
public static class ModuleTable
{
    private const string Signature = "2x0e + 3x1o";
    private const int Dim = 11;

    private static readonly Irreps s_irreps = Irreps.Parse(Signature);
    private static readonly ActivationFunction s_silu = ScalarActivation.Silu;

    public static IReadOnlyList<ModuleCase> All { get; } =
    [.. Elementwise(), .. Typed(), .. Normalizations(), .. Products(), .. Grids(), .. Radials(), .. Diagrams(), .. Networks()];

    public static ModuleCase Named(string name) => All.Single(one => one.Name == name);

    private static IEnumerable<ModuleCase> Elementwise()
    {
        yield return Unary("Activation", () => Activation.Create(Signature, [s_silu, null]), Dim);
        yield return Unary("Activation of one segment", () => Activation.Create("4x0e", [ScalarActivation.ShiftedSoftplus]), 4);
        yield return Unary("Activation by the identity", () => Activation.Create("4x0e", [ScalarActivation.Identity]), 4);
        yield return Unary("Activation with nothing to do", () => Activation.Create(Signature, [null, null]), Dim);
        yield return Unary("Norm", () => Norm.Create(Signature), Dim);
        yield return Unary("Norm squared, of one segment", () => Norm.Create("4x0e", squared: true), 4);
        yield return Unary("NormActivation", () => NormActivation.Create(Signature, s_silu, bias: true), Dim) with
        {
            OneNumberType = false,
        };
        yield return Unary("NormActivation without normalization", () => NormActivation.Create(Signature, s_silu, normalize: false), Dim);
        yield return Unary("Gate", () => Gate.Create("2x0e", [s_silu], "3x0e", [ScalarActivation.Sigmoid], "3x1o"), 2 + 3 + 9);
        yield return Unary("Gate without gates", () => Gate.Create("2x0e", [s_silu], "", [], ""), 2);
        yield return Unary("Gate without gates and functions", () => Gate.Create("2x0e", [null], "", [], ""), 2);
        yield return Unary("ExtractIrrep", () => ExtractIrrep.Create(Signature, Irrep.O3(1, -1)), Dim);
        yield return Unary("ExtractIrrep of everything", () => ExtractIrrep.Create("3x1o", Irrep.O3(1, -1)), 9);
        yield return Unary("EquivariantIdentity", () => EquivariantIdentity.Create("2x1o + 1x1o", "3x1o"), 9);
        yield return Unary("EquivariantIdentity with nothing to do", () => EquivariantIdentity.Create(Signature, Signature), Dim);
        yield return Of(
            "Extract",
            () => Extract.Create(Signature, [1], [0, 1], []),
            [new("input", [Dim])],
            static (m, x, _) => () => ((Extract)m).forward(x[0])
        );
    }

    private static IEnumerable<ModuleCase> Typed()
    {
        yield return OfFeature<ActivationInput, ActivationOutput>("Activation<,>", () =>
            new Activation<ActivationInput, ActivationOutput>([s_silu, ScalarActivation.Abs, null])
        );
        yield return OfFeature<NormInput, NormOutput>("Norm<,>", () => new Norm<NormInput, NormOutput>());
        yield return OfFeature<NormInput, NormInput>("NormActivation<>", () => new NormActivation<NormInput>(s_silu, bias: true)) with
        {
            OneNumberType = false,
        };
        yield return OfFeature<GateInput, GateOutput>("Gate<,>", () => new Gate<GateInput, GateOutput>());
        yield return OfFeature<Mixed, Vectors>("Extract<,>", () => new Extract<Mixed, Vectors>(Irrep.O3(1, -1)));
        yield return OfFeature<Mixed, Mixed>("Extract<,> of everything", () => new Extract<Mixed, Mixed>(0, 1, 2));
        yield return OfFeature<Mixed, Mixed>("EquivariantIdentity<,>", () => new EquivariantIdentity<Mixed, Mixed>());
        yield return OfFeature<Mixed, Mixed>("EquivariantDropout<>", () => new EquivariantDropout<Mixed>());
        yield return OfFeature<Mixed, Mixed>("EquivariantBatchNorm<>", () => new EquivariantBatchNorm<Mixed>()) with
        {
            OneNumberType = false,
        };
        yield return OfFeature<Mixed, Mixed>("EquivariantLayerNorm<>", () => new EquivariantLayerNorm<Mixed>()) with
        {
            OneNumberType = false,
        };
        yield return OfFeature<Hidden, Hidden>("LinearModule<,,>", () => new Mix(biases: true));
        yield return Of(
            "SphericalHarmonicsModule<,>",
            () => new Embed(),
            [new("vectors", [3])],
            static (m, x, _) => () => [((Embed)m).forward(x[0]).Tensor]
        );
        yield return Of(
            "TensorProductModule<,,,>",
            () => new Convolve(),
            [new("left", [Hidden.Dim]), new("right", [Direction.Dim])],
            static (m, x, _) =>
            {
                (Feature<Hidden> left, Feature<Direction> right) = (new(x[0]), new(x[1]));
                return () => [((Convolve)m).forward(left, right).Tensor];
            }
        );
        yield return Of(
            "TensorProductModule<,,,> without weights",
            () => new Channelwise(),
            [new("left", [Hidden.Dim]), new("right", [Hidden.Dim])],
            static (m, x, _) =>
            {
                (Feature<Hidden> left, Feature<Hidden> right) = (new(x[0]), new(x[1]));
                return () => [((Channelwise)m).forward(left, right).Tensor];
            }
        );
        yield return Of(
            "SymmetricContractionModule<,,>",
            () => new Power(2),
            [new("input", [Hidden.Dim])],
            static (m, x, _) =>
            {
                Feature<Hidden> feature = new(x[0]);
                int[] elements = Elements(x[0]);
                return () => [((Power)m).forward(feature, elements).Tensor];
            }
        ) with
        {
            Leading = false,
        };
    }

    private static IEnumerable<ModuleCase> Normalizations()
    {
        yield return Unary("EquivariantDropout", () => EquivariantDropout.Create(Signature), Dim);
        yield return Unary("EquivariantDropout of nothing", () => EquivariantDropout.Create(Signature, 0), Dim);
        yield return Unary("EquivariantDropout of everything", () => EquivariantDropout.Create(Signature, 1), Dim);
        foreach (
            (string of, BatchNormOptions options) in new (string, BatchNormOptions)[]
            {
                ("", new()),
                (" of each row", new() { Instance = true }),
                (" by maxima", new() { Reduction = BatchNormReduction.Max, Affine = false }),
            }
        )
            yield return Unary("EquivariantBatchNorm" + of, () => EquivariantBatchNorm.Create(Signature, options), Dim) with
            {
                OneNumberType = false,
                RowByRow = !options.Instance,
            };
        foreach (LayerNormKind kind in Enum.GetValues<LayerNormKind>())
            yield return Unary(
                $"EquivariantLayerNorm {kind}",
                () => EquivariantLayerNorm.Create(Signature, new() { Kind = kind }),
                Dim
            ) with
            {
                OneNumberType = false,
            };
    }

    private static IEnumerable<ModuleCase> Products()
    {
        yield return Unary("LinearModule", () => LinearModule.Create(Signature, "3x0e + 2x1o", biases: true), Dim);
        yield return Unary("LinearModule without paths", () => LinearModule.Create("2x0e", "3x1o"), 2);
        yield return Of(
            "LinearModule with weights for each row",
            () => LinearModule.Create(Signature, Signature, internalWeights: false),
            [new("input", [Dim]), new("weights", [4 + 9])],
            static (m, x, _) => () => [((LinearModule)m).forward(x[0], x[1])]
        );
        yield return Of(
            "TensorProductModule",
            () => TensorProductModule.FullyConnected(Signature, "0e + 1o", Signature),
            [new("left", [Dim]), new("right", [4])],
            static (m, x, _) => () => [((TensorProductModule)m).forward(x[0], x[1])]
        );
        yield return Of(
            "TensorProductModule without weights",
            () => TensorProductModule.Full(Signature, "0e + 1o"),
            [new("left", [Dim]), new("right", [4])],
            static (m, x, _) => () => [((TensorProductModule)m).forward(x[0], x[1])]
        );
        yield return Of(
            "TensorProductModule over a graph",
            () => TensorProductModule.FullyConnected(Signature, "0e + 1o", Signature),
            [new("left", [Dim]), new("right", [4], OfEdges: true)],
            static (m, x, graph) => () => [((TensorProductModule)m).forward(graph, x[0], x[1])]
        ) with
        {
            Leading = false,
            CountsRows = true,
        };
        yield return Unary("TensorSquareModule", () => TensorSquareModule.Create(Signature, Signature), Dim);
        yield return Unary("TensorSquareModule without weights", () => TensorSquareModule.Create(Signature), Dim);
        yield return Of(
            "SymmetricContractionModule",
            () => new SymmetricContractionModule(SymmetricContraction.Create("3x0e + 3x1o", "3x0e + 3x1o", 2), 2),
            [new("input", [12])],
            static (m, x, _) =>
            {
                int[] elements = Elements(x[0]);
                return () => [((SymmetricContractionModule)m).forward(x[0], elements)];
            }
        ) with
        {
            Leading = false,
        };
        yield return Of(
            "ReducedTensorProductsModule",
            () => ReducedTensorProductsModule.Create("ij=ji", "2x1o"),
            [new("vectors[0]", [6]), new("vectors[1]", [6])],
            static (m, x, _) => () => [((ReducedTensorProductsModule)m).forward(x[0], x[1])]
        );
        yield return Of(
            "ReducedTensorProductsModule of tensors",
            () => ReducedTensorProductsModule.Create("ij=ji", "1o"),
            [new("tensors", [3, 3])],
            static (m, x, _) => () => [((ReducedTensorProductsModule)m).FromTensor(x[0])]
        ) with
        {
            OneNumberType = false,
        };
        yield return Of(
            "ReducedTensorProductsModule to tensors",
            () => ReducedTensorProductsModule.Create("ij=ji", "1o"),
            [new("features", [6])],
            static (m, x, _) => () => [((ReducedTensorProductsModule)m).ToTensor(x[0])]
        ) with
        {
            OneNumberType = false,
        };
        yield return Unary("SphericalHarmonicsModule", () => SphericalHarmonicsModule.Create("0e + 1o + 2e"), 3);
    }

    private static IEnumerable<ModuleCase> Grids()
    {
        foreach (bool fourier in (bool[])[false, true])
        {
            string how = fourier ? " by Fourier transforms" : "";
            yield return Unary(
                "ToS2GridModule" + how,
                () => new ToS2GridModule(S2Grid.Soft(6, 7).Synthesis(2, GridNormalization.Component), fourier),
                9
            );
            yield return Of(
                "FromS2GridModule" + how,
                () => new FromS2GridModule(S2Grid.Soft(6, 7).Analysis(2, GridNormalization.Component), fourier),
                [new("values", [6, 7])],
                static (m, x, _) => () => [((FromS2GridModule)m).forward(x[0])]
            );
        }
        yield return Unary("SO3GridModule", () => new SO3GridModule(1, 2), 10);
        yield return Of(
            "SO3GridModule from the grid",
            () => new SO3GridModule(1, 1),
            [new("values", [4, 2, 4])],
            static (m, x, _) => () => [((SO3GridModule)m).FromGrid(x[0])]
        );
        yield return Unary("S2Activation", () => new S2Activation(Irreps.Parse("0e + 1o"), ScalarActivation.Tanh, 4), 4);
        yield return Unary(
            "S2Activation on a turned grid",
            () => new S2Activation(Irreps.Parse("0e + 1o"), ScalarActivation.Identity, 4, randomRotation: true),
            4
        );
        yield return Unary("SO3Activation", () => new SO3Activation(1, 1, s_silu, 2), 10);
    }

    private static IEnumerable<ModuleCase> Radials()
    {
        yield return Radial("BesselBasisModule", () => new BesselBasisModule(4, 3.0));
        yield return Radial("GaussianBasisModule", () => new GaussianBasisModule(4, 0, 3));
        yield return Radial("SoftOneHotLinspaceModule", () =>
            new SoftOneHotLinspaceModule(0, 3, 4, SoftOneHotFamily.SmoothFinite, cutoff: true)
        );
        yield return Radial("PolynomialCutoffModule", () => new PolynomialCutoffModule(3));
        yield return Radial("SoftUnitStepModule", () => new SoftUnitStepModule());
        yield return Unary("FullyConnectedNet", () => new FullyConnectedNet([4, 5, 3], s_silu), 4);
        yield return Unary("FullyConnectedNet of one layer", () => new FullyConnectedNet([4, 3]), 4);
        yield return Unary("RadialNetworkModule", () => RadialNetworkModule.Create([4, 5, 3]), 4);
        yield return Unary("RadialNetworkModule of one layer", () => RadialNetworkModule.Create([4, 3]), 4);
    }

    private static IEnumerable<ModuleCase> Diagrams()
    {
        yield return Of(
            "DiagramLinearModule",
            () => DiagramLinearModule.Create("S(n): 2xV^2 + 3xV", "S(n): 3xV^2 + 2xV^0", biases: true),
            [new("input", [2 * 9 + 3 * 3])],
            static (m, x, _) => () => [((DiagramLinearModule)m).forward(x[0], [3])]
        );
        yield return Of(
            "DiagramLinearModule of a graph's automorphisms",
            () => DiagramLinearModule.Create("Aut(cycle(4)): 2xV", "Aut(cycle(4)): V^2"),
            [new("input", [8])],
            static (m, x, _) => () => [((DiagramLinearModule)m).forward(x[0])]
        );
        yield return Of(
            "DiagramLinearModule<,,>",
            () => new Summarize(biases: true),
            [new("input", [Pairs.Dim(3)])],
            static (m, x, _) =>
            {
                PowersFeature<Pairs> feature = new(x[0], 3);
                return () => [((Summarize)m).forward(feature).Tensor];
            }
        );
    }

    private static IEnumerable<ModuleCase> Networks()
    {
        (Irreps nodes, Irreps edges) = (Irreps.Parse("2x0e"), Irreps.Parse("0e + 1o"));
        Argument[] arguments =
        [
            new("features", [Dim]),
            new("nodeAttributes", [2]),
            new("edgeAttributes", [4], OfEdges: true),
            new("edgeScalars", [3], OfEdges: true),
        ];
        foreach (ConvolutionMixing mixing in Enum.GetValues<ConvolutionMixing>())
            yield return Of(
                $"EquivariantConvolution {mixing}",
                () => new EquivariantConvolution(s_irreps, nodes, edges, s_irreps, [3, 4], 2, mixing),
                arguments,
                static (m, x, graph) => () => [((EquivariantConvolution)m).forward(graph, x[0], x[1], x[2], x[3])]
            ) with
            {
                Leading = false,
                CountsRows = true,
            };
        yield return Of(
            "MessagePassing",
            () => new MessagePassing([s_irreps, s_irreps, s_irreps], nodes, edges, [3, 4], 2),
            arguments,
            static (m, x, graph) => () => [((MessagePassing)m).forward(graph, x[0], x[1], x[2], x[3])]
        ) with
        {
            Leading = false,
            CountsRows = true,
        };
        foreach (bool pool in (bool[])[false, true])
        {
            string how = pool ? " with pooling" : "";
            yield return OfPoints(
                "SimpleNetwork" + how,
                () => new SimpleNetwork(s_irreps, s_irreps, 9, 2, 4, mul: 2, layers: 1, lmax: 1, pool: pool),
                [new("features", [Dim])],
                static (m, x, points) => [((SimpleNetwork)m).forward(points, x[1])]
            );
            yield return OfPoints(
                "GatePointsNetwork" + how,
                () =>
                    new GatePointsNetwork(
                        s_irreps,
                        Irreps.Parse("2x0e + 2x1o"),
                        s_irreps,
                        nodes,
                        edges,
                        new(9, 2, 4)
                        {
                            Layers = 1,
                            RadialNeurons = 4,
                            Pool = pool,
                        }
                    ),
                [new("features", [Dim]), new("attributes", [2])],
                static (m, x, points) => [((GatePointsNetwork)m).forward(points, x[1], x[2])]
            );
        }
        yield return OfPoints(
            "GatePointsNetwork of points alone",
            () =>
                new GatePointsNetwork(
                    null,
                    Irreps.Parse("2x0e + 2x1o"),
                    s_irreps,
                    null,
                    edges,
                    new(9, 2, 4) { Layers = 1, RadialNeurons = 4 }
                ),
            [],
            static (m, x, points) => [((GatePointsNetwork)m).forward(points)]
        );
        yield return OfPoints(
            "NetworkForAGraphWithAttributes",
            () => new NetworkForAGraphWithAttributes(s_irreps, nodes, Irreps.Parse("1e"), s_irreps, 9, 2, 4, mul: 2, layers: 1, lmax: 1),
            [new("features", [Dim]), new("nodeAttributes", [2]), new("edgeAttributes", [3], OfEdges: true)],
            static (m, x, points) => [((NetworkForAGraphWithAttributes)m).forward(points, x[1], x[2], x[3])]
        );
    }

    private static ModuleCase Of(
        string name,
        Func<nn.Module> make,
        Argument[] arguments,
        Func<nn.Module, Tensor[], EdgeGraph, Func<Tensor[]>> bind
    ) =>
        new()
        {
            Name = name,
            Make = make,
            Arguments = arguments,
            Bind = bind,
        };

    private static ModuleCase Unary(string name, Func<nn.Module<Tensor, Tensor>> make, int dim) =>
        Of(name, make, [new("input", [dim])], static (m, x, _) => () => [((nn.Module<Tensor, Tensor>)m).call(x[0])]) with
        {
            IsCall = true,
        };

    private static ModuleCase Radial(string name, Func<nn.Module<Tensor, Tensor>> make) =>
        Of(name, make, [new("distances", [], Positive: true)], static (m, x, _) => () => [((nn.Module<Tensor, Tensor>)m).call(x[0])]) with
        {
            IsCall = true,
        };

    private static ModuleCase OfFeature<TInput, TOutput>(string name, Func<nn.Module<Feature<TInput>, Feature<TOutput>>> make)
        where TInput : struct, IRep<TInput>
        where TOutput : struct, IRep<TOutput> => Of(name, make, [new("input", [TInput.Dim])], static (m, x, _) =>
        {
            Feature<TInput> feature = new(x[0]);
            return () => [((nn.Module<Feature<TInput>, Feature<TOutput>>)m).call(feature).Tensor];
        });

    private static ModuleCase OfPoints(
        string name,
        Func<nn.Module> make,
        Argument[] further,
        Func<nn.Module, Tensor[], PointGraph, Tensor[]> call
    ) => Of(name, make, [new("positions", [3]), .. further], (m, x, graph) =>
        {
            PointGraph points = PointGraph.FromEdges(x[0], graph);
            return () => call(m, x, points);
        }) with { Leading = false, CountsRows = true };

    private static int[] Elements(Tensor? rows) =>
        rows is null || rows.dim() == 0 ? [] : [.. Enumerable.Range(0, (int)rows.shape[0]).Select(static row => row % 2)];
}
