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
    public static string Emit(LinearModel model, CancellationToken cancellationToken)
    {
        LayerEmitter emitter = new(
            model.Type,
            $"global::Reps.ILinear<{model.Input.TypeName}, {model.Output.TypeName}>",
            "MixingKernel",
            [("input", model.Input)],
            model.Output,
            model.Visibility
        );
        if (LinearDerivation.TryDerive(model, out _) is not LinearPlan plan) return emitter.EmitInvalid();
        string summary =
            $"/// <remarks>{plan.Input} → {plan.Output}: {Number(plan.Paths.Count)} paths, {Number(plan.WeightCount)} weights.</remarks>";
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
        LayerSource layer = new(summary, plan.WeightCount, plan.Segmented.CoefficientCount, paths, program, [], comments, TakesKernels: false);
        return emitter.Emit(layer, cancellationToken);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
