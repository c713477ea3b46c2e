using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reps.Layers.Diagrams;

/// <summary>The parameters of diagram layers, at first and diagram by diagram.</summary>
internal static class DiagramParameters
{
    /// <summary>Normal weights, scaled by what each output sums; null if there are none.</summary>
    public static Parameter? Weights(DiagramPlan plan)
    {
        if (plan.WeightCount == 0) return null;
        using DisposeScope scope = NewDisposeScope();
        // Of diagrams an output sums all of its term; of orbits those of its list.
        Dictionary<(int, EquatableArray<int>), int> fanIn = [];
        foreach (DiagramPath path in plan.Paths) fanIn[Key(path)] = fanIn.GetValueOrDefault(Key(path)) + plan.Input.Terms[path.Input].Channels;
        Dictionary<(int, EquatableArray<int>), long> lists = [];
        foreach (DiagramPath bias in plan.Biases)
            if (bias.Orbit is ListOrbit orbit)
                lists[Key(bias)] = orbit.Size;
        Tensor[] parts =
        [
            .. plan.Paths.Select(path =>
            {
                double summed = path.Orbit is ListOrbit orbit ? orbit.Size / (double)lists[Key(path)] : 1;
                long count = (long)plan.Input.Terms[path.Input].Channels * plan.Output.Terms[path.Output].Channels;
                return randn(count).Over(Math.Sqrt(fanIn[Key(path)] * summed));
            }),
        ];
        return nn.Parameter(scope.MoveToOuter(cat(parts)));

        static (int, EquatableArray<int>) Key(DiagramPath path) => (path.Output, path.Orbit?.Outputs ?? default);
    }

    /// <summary>Biases of zero; null if there are none.</summary>
    public static Parameter? Biases(DiagramPlan plan) => plan.BiasCount > 0 ? nn.Parameter(zeros(plan.BiasCount)) : null;

    /// <summary>The numbers of a parameter, none where it is null.</summary>
    public static double[] Numbers(Tensor? parameter) => parameter is null ? [] : TensorNumbers.Doubles(parameter);

    /// <summary>The weights of one diagram.</summary>
    /// <exception cref="ArgumentException">The layer has no diagram of that name.</exception>
    public static Tensor Of(DiagramPlan plan, Tensor? weight, string diagram)
    {
        DiagramPath path =
            plan.Paths.FirstOrDefault(path => DiagramPlan.NameOf(path) == diagram)
            ?? throw new ArgumentException(
                $"No diagram has the name '{diagram}'; the first of {plan.Paths.Count} is '{plan.Paths.Select(DiagramPlan.NameOf).FirstOrDefault()}'.",
                nameof(diagram));
        (long from, long to) = (plan.Input.Terms[path.Input].Channels, plan.Output.Terms[path.Output].Channels);
        using DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(weight!.narrow(0, path.WeightOffset, from * to).reshape(from, to));
    }
}
