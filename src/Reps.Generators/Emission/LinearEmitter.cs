using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using Reps.Algebra;
using Reps.Generators.Models;
using Reps.Generators.Planning;

namespace Reps.Generators.Emission;

/// <summary>Completes a class with a linear map.</summary>
internal static class LinearEmitter
{
    public static string Emit(LinearModel model, bool hasLayers, CancellationToken cancellationToken)
    {
        LayerEmitter emitter = new(
            model.Type,
            $"global::Reps.ILinear<{model.Input.TypeName}, {model.Output.TypeName}>",
            "MixingKernel",
            [("input", model.Input)],
            model.Output,
            model.Visibility,
            "global::Reps.Algebra.LinearPlan",
            hasLayers && model.Type.CanDerive ? Module(model) : null
        );
        if (LinearDerivation.TryDerive(model, out _) is not LinearPlan plan) return emitter.EmitInvalid();
        string summary =
            $"{plan.Input} → {plan.Output}: {Number(plan.Paths.Count)} paths, {Number(plan.WeightCount)} weights.";
        List<string> comments = [];
        List<int> paths = [];
        int offset = 0;
        for (int n = 0; n < plan.Paths.Count; n++)
        {
            (int i, int o) = plan.Paths[n];
            int count = plan.Input[i].Mul * plan.Output[o].Mul;
            paths.AddRange([i, -1, o, offset, count]);
            offset += count;
            if (count > 0)
                comments.Add($"// {plan.Input[i]} → {plan.Output[o]}: output[w,k] += {plan.PathCoefficients[n]} Σ W[u,w] input[u,k]");
        }
        LayerProgram program = MixingProgram.Lower(plan.Segmented, cancellationToken);
        LayerSource layer = new(summary, plan.WeightCount, plan.Segmented.CoefficientCount, paths, program, [], comments, TakesKernels: false, Plan(model));
        return emitter.Emit(layer, cancellationToken);
    }

    private static ModuleModel Module(LinearModel model) =>
        new(
            $"global::Reps.Layers.LinearModule<{model.Type.Name}, {model.Input.TypeName}, {model.Output.TypeName}>",
            "bool biases = false, bool internalWeights = true",
            """
            /// <summary>Makes a module.</summary>
            /// <param name="biases">Whether the invariants of the output have biases, zero at first.</param>
            /// <param name="internalWeights">Whether it has weights of its own, standard normal at first; else they are passed with the input.</param>
            """
        );

    private static string Plan(LinearModel model) =>
        $"global::Reps.Algebra.LinearPlan.Create(global::Reps.Rep<{model.Input.TypeName}>.Irreps, global::Reps.Rep<{model.Output.TypeName}>.Irreps, global::Reps.PathNormalization.{model.Normalization})";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
