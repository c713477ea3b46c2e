using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>The workloads that are compared with other libraries; their names are those that tables, options and peers use.</summary>
internal static class Workloads
{
    private static readonly (string Name, Func<string, Workload> Create)[] s_all =
    [
        ("a", name => Product<ProductA, NodesA, DirectionsA, MessagesA>(name, "edge", 2000, Mode.Uvu, WeightUse.Each)),
        ("b", name => Product<ProductB, NodesB, DirectionsB, MessagesB>(name, "edge", 1000, Mode.Uvu, WeightUse.Each)),
        ("a fused", name => Convolution<ProductA, NodesA, DirectionsA, MessagesA>(name)),
        ("b fused", name => Convolution<ProductB, NodesB, DirectionsB, MessagesB>(name)),
        ("c", name => Product<ProductC, EightEach, EightEach, EightEach>(name, "row", 1000, Mode.Uvw, WeightUse.Shared)),
        ("d", name => Linear<LinearD, NodesA, NodesA>(name, 2000)),
        ("e3", name => Harmonics<HarmonicsE3, UpToThree>(name, 3)),
        ("e6", name => Harmonics<HarmonicsE6, UpToSix>(name, 6)),
        ("e10", name => Harmonics<HarmonicsE10, UpToTen>(name, 10)),
        ("f", name => Product<ProductF, UpToSix, UpToSix, FullOutput>(name, "row", 1000, Mode.Uvuv, WeightUse.None)),
        ("g", name => Contraction<ContractionG, DensitiesG, NodesB>(name, 1000)),
        ("h", name => new RadialWorkload(name, 10_000, new RadialNetwork(8, 64, 64, 960))),
    ];

    /// <summary>The names in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_all.Select(workload => workload.Name)];

    /// <summary>Allocates a workload.</summary>
    public static Workload Create(string name) => s_all.Single(workload => workload.Name == name).Create(name);

    /// <summary>The plan that a generated product follows.</summary>
    public static TensorProductPlan PlanOf<TLayer, TLeft, TRight, TOutput>(Mode mode)
        where TLayer : ITensorProduct<TLeft, TRight, TOutput>
        where TLeft : struct, IRep<TLeft>
        where TRight : struct, IRep<TRight>
        where TOutput : struct, IRep<TOutput>
    {
        List<TensorProductInstruction> instructions = [];
        foreach (LayerPath path in TLayer.Paths) instructions.Add(new(path.Left, path.Right, path.Output, mode, path.WeightCount > 0));
        TensorProductPlan plan = TensorProductPlan.Create(Irreps<TLeft>(), Irreps<TRight>(), Irreps<TOutput>(), instructions);
        if (plan.WeightCount != TLayer.WeightCount) throw new InvalidOperationException($"{typeof(TLayer).Name} does not follow the mode {mode}.");
        return plan;
    }

    private static ProductWorkload Product<TLayer, TLeft, TRight, TOutput>(string name, string unit, int rows, Mode mode, WeightUse use)
        where TLayer : ITensorProduct<TLeft, TRight, TOutput>
        where TLeft : struct, IRep<TLeft>
        where TRight : struct, IRep<TRight>
        where TOutput : struct, IRep<TOutput> =>
        new(name, unit, rows, PlanOf<TLayer, TLeft, TRight, TOutput>(mode), use, TLayer.Forward, TLayer.Backward);

    private static ConvolutionWorkload Convolution<TLayer, TLeft, TRight, TOutput>(string name)
        where TLayer : ITensorProduct<TLeft, TRight, TOutput>
        where TLeft : struct, IRep<TLeft>
        where TRight : struct, IRep<TRight>
        where TOutput : struct, IRep<TOutput> =>
        new(name, PlanOf<TLayer, TLeft, TRight, TOutput>(Mode.Uvu), TLayer.Forward, TLayer.Backward);

    private static LinearWorkload Linear<TLayer, TInput, TOutput>(string name, int rows)
        where TLayer : ILinear<TInput, TOutput>
        where TInput : struct, IRep<TInput>
        where TOutput : struct, IRep<TOutput> =>
        new(name, rows, LinearPlan.Create(Irreps<TInput>(), Irreps<TOutput>()), WeightUse.Shared, TLayer.Forward, TLayer.Backward);

    private static HarmonicsWorkload Harmonics<TLayer, TOutput>(string name, int lmax)
        where TLayer : ISphericalHarmonics<TOutput>
        where TOutput : struct, IRep<TOutput> => new(name, lmax, TLayer.Forward, TLayer.ForwardWithJacobian, TLayer.Backward);

    private static ContractionWorkload Contraction<TLayer, TInput, TOutput>(string name, int rows)
        where TLayer : ISymmetricContraction<TInput, TOutput>
        where TInput : struct, IRep<TInput>
        where TOutput : struct, IRep<TOutput> =>
        new(name, rows, SymmetricContractionPlan.Create(Irreps<TInput>(), Irreps<TOutput>()), TLayer.Forward, TLayer.Backward);

    private static Irreps Irreps<TRep>()
        where TRep : struct, IRep<TRep> => Signature.Parse(TRep.Signature).Irreps;
}
