using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Reps.Algebra;
using Reps.Generators.Models;
using Reps.Generators.Planning;

namespace Reps.Generators.Emission;

/// <summary>Completes a class with a tensor product.</summary>
internal static class TensorProductEmitter
{
    public static string Emit(TensorProductModel model, bool hasLayers, CancellationToken cancellationToken)
    {
        LayerEmitter emitter = new(
            model.Type,
            $"global::Reps.ITensorProduct<{model.Left.TypeName}, {model.Right.TypeName}, {model.Output.TypeName}>",
            "ProductKernel",
            [("left", model.Left), ("right", model.Right)],
            model.Output,
            model.Visibility,
            "global::Reps.Algebra.TensorProductPlan",
            hasLayers && model.Type.CanDerive ? Module(model) : null
        );
        if (TensorProductDerivation.TryDerive(model, out _, cancellationToken) is not TensorProductPlan plan) return emitter.EmitInvalid();
        string summary =
            $"{plan.Left} ⊗ {plan.Right} → {plan.Output}: {Number(plan.Segmented.Paths.Count)} paths, "
            + $"{Number(plan.WeightCount)} weights, {Number(plan.Segmented.CoefficientCount)} coefficients.";
        List<ChannelwiseProgram.Shape> shapes = [];
        LayerProgram program = ProductProgram.Lower(plan.Segmented, StraightLineEmitter.PairLimit, shapes, cancellationToken);
        LayerSource layer = new(
            summary,
            plan.WeightCount,
            plan.Segmented.CoefficientCount,
            Paths(plan),
            program,
            shapes,
            Comments(plan),
            TakesKernels: true,
            Plan(model)
        );
        return emitter.Emit(layer, cancellationToken);
    }

    private static ModuleModel Module(TensorProductModel model) =>
        new(
            $"global::Reps.Layers.TensorProductModule<{model.Type.Name}, {model.Left.TypeName}, {model.Right.TypeName}, {model.Output.TypeName}>",
            "bool internalWeights = true",
            """
            /// <summary>Makes a module.</summary>
            /// <param name="internalWeights">Whether it has weights of its own, standard normal at first; else they are passed with the inputs.</param>
            """
        );

    private static string Plan(TensorProductModel model)
    {
        string irreps = string.Join(", ", new[] { model.Left, model.Right, model.Output }.Select(static o => $"global::Reps.Rep<{o.TypeName}>.Irreps"));
        string instructions = model.Mode is Mode mode
            ? $"global::Reps.Algebra.TensorProductFamily.Connect({irreps}, global::Reps.Mode.{mode}, {(model.HasWeights ? "true" : "false")})"
            : $"new global::Reps.TensorProductInstruction[] {{ {string.Join(", ", model.Paths.Select(Instruction))} }}";
        string options =
            $"new global::Reps.TensorProductOptions {{ IrrepNormalization = global::Reps.IrrepNormalization.{model.Options.IrrepNormalization}, "
            + $"PathNormalization = global::Reps.PathNormalization.{model.Options.PathNormalization} }}";
        return $"global::Reps.Algebra.TensorProductPlan.Create({irreps}, {instructions}, {options})";
    }

    private static string Instruction(TensorProductInstruction path) =>
        $"new({Number(path.Left)}, {Number(path.Right)}, {Number(path.Output)}, global::Reps.Mode.{path.Mode}, {(path.HasWeight ? "true" : "false")}, {ExactDecimal.Format(path.PathWeight)})";

    private static List<string> Comments(TensorProductPlan plan)
    {
        List<string> comments = [];
        foreach (int n in plan.Evaluated)
        {
            TensorProductInstruction path = plan.Instructions[n];
            ConnectionRule rule = ConnectionRule.Of(path.Mode);
            string weight = path.HasWeight ? $"W[{Letters(rule.Weight)}] " : "";
            comments.Add(
                $"""
                // {plan.Left[path.Left]} ⊗ {plan.Right[path.Right]} → {plan.Output[path.Output]}, mode {rule.Name}:
                // output[{rule.Output},k] += {plan.PathCoefficients[n]} Σ {weight}C[i,j,k] left[{rule.Left},i] right[{rule.Right},j]
                """
            );
        }
        return comments;
    }

    private static List<int> Paths(TensorProductPlan plan)
    {
        List<int> data = [];
        int offset = 0;
        foreach (TensorProductInstruction path in plan.Instructions)
        {
            int count = path.HasWeight ? (int)TensorProductRules.WeightCount(plan.Left, plan.Right, plan.Output, path) : 0;
            data.AddRange([path.Left, path.Right, path.Output, offset, count]);
            offset += count;
        }
        return data;
    }

    private static string Letters(string letters) => string.Join(",", letters.ToCharArray());

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
