using System;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Reps.Algebra;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Executes a program before and after group elements.</summary>
internal static class SymmetryRun
{
    /// <summary>The largest relative difference between acting before and after, over inputs and group elements; NaN where a result is not finite.</summary>
    /// <param name="method">The program.</param>
    /// <param name="result">The representation of its result, where it is not annotated; invariants if null.</param>
    /// <param name="draws">How many inputs.</param>
    public static double Error(MethodInfo method, string? result, int draws)
    {
        using DisposeScope scope = NewDisposeScope();
        // What its fields draw, they draw before the first run, and the same whatever ran before.
        torch.random.manual_seed(1);
        RuntimeHelpers.RunClassConstructor(method.DeclaringType!.TypeHandle);
        ParameterInfo[] parameters = method.GetParameters();
        TensorSpec[] inputs = [.. parameters.Select(p => TensorSpec.Of(p, p.ParameterType))];
        TensorSpec output = result is null ? TensorSpec.Of(method.ReturnParameter, method.ReturnType) : TensorSpec.OfResult(result);
        bool inverts = inputs.Append(output).All(spec => spec.HasInversion);
        Random random = new(7);
        double worst = 0;
        for (int draw = 0; draw < draws; draw++)
        {
            Tensor[] arguments = [.. inputs.Select(spec => spec.Draw(random))];
            Tensor plain = Call(method, arguments);
            foreach (GroupElement element in GroupElement.Draw(random, inverts))
            {
                Tensor moved = Call(method, [.. arguments.Zip(inputs, (a, spec) => spec.Act(element, a))]);
                double difference = Difference(moved, output.Act(element, plain));
                if (!double.IsFinite(difference)) return double.NaN;
                worst = Math.Max(worst, difference);
            }
        }
        return worst;
    }

    private static double Difference(Tensor left, Tensor right)
    {
        if (!left.shape.SequenceEqual(right.shape)) return 1;
        double size = Math.Max(Norm(left), Norm(right));
        // What is zero but for rounding is the same everywhere.
        return size < 1e-12 ? 0 : Norm(left - right) / size;
    }

    private static double Norm(Tensor tensor) => Math.Sqrt(tensor.square().sum().item<double>());

    // Random numbers are the same in every run, so that they are no reason to differ.
    private static Tensor Call(MethodInfo method, Tensor[] arguments)
    {
        random.manual_seed(3);
        object?[] values = [
            .. arguments.Zip(
                method.GetParameters(),
                (a, p) => p.ParameterType == typeof(Tensor) ? (object)a.clone() : Feature(p.ParameterType, a.clone())
            )
        ];
        object result = method.Invoke(null, values)!;
        Tensor tensor = result as Tensor ?? (Tensor)result.GetType().GetProperty("Tensor")!.GetValue(result)!;
        return tensor.to(ScalarType.Float64);
    }

    private static object Feature(Type type, Tensor tensor) =>
        type.GetGenericTypeDefinition() == typeof(PowersFeature<>)
            ? Activator.CreateInstance(type, tensor, PowersOf(type).OpenSizes)!
            : Activator.CreateInstance(type, tensor)!;

    private static PowersSpec PowersOf(Type type) =>
        new(TensorPowers.Parse(type.GenericTypeArguments[0].GetCustomAttribute<RepAttribute>()!.Signature), isRow: true);
}
