using System;
using System.Linq;
using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Executes a program before and after group elements.</summary>
internal static class SymmetryRun
{
    private const int Draws = 4;

    /// <summary>The largest relative difference between acting before and after, over inputs and group elements.</summary>
    public static double Error(MethodInfo method)
    {
        using DisposeScope scope = NewDisposeScope();
        ParameterInfo[] parameters = method.GetParameters();
        TensorSpec[] inputs = [.. parameters.Select(p => TensorSpec.Of(p, p.ParameterType))];
        TensorSpec output = TensorSpec.Of(method.ReturnParameter, method.ReturnType);
        bool inverts = inputs.Append(output).All(spec => spec.HasInversion);
        Random random = new(7);
        double worst = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            Tensor[] arguments = [.. inputs.Select(spec => spec.Draw(random))];
            Tensor plain = Call(method, arguments);
            foreach (GroupElement element in GroupElement.Draw(random, inverts))
            {
                Tensor moved = Call(method, [.. arguments.Zip(inputs, (a, spec) => spec.Act(element, a))]);
                worst = Math.Max(worst, Difference(moved, output.Act(element, plain)));
            }
        }
        return worst;
    }

    private static double Difference(Tensor left, Tensor right)
    {
        if (!left.shape.SequenceEqual(right.shape)) return 1;
        double size = Math.Max(Norm(left), Norm(right));
        return size == 0 ? 0 : Norm(left - right) / size;
    }

    private static double Norm(Tensor tensor) => tensor.square().sum().item<double>() is double value && double.IsFinite(value) ? Math.Sqrt(value) : double.MaxValue;

    // Random numbers are the same in every run, so that they are no reason to differ.
    private static Tensor Call(MethodInfo method, Tensor[] arguments)
    {
        random.manual_seed(3);
        object?[] values = [.. arguments.Zip(method.GetParameters(), (a, p) => p.ParameterType == typeof(Tensor) ? (object)a.clone() : Activator.CreateInstance(p.ParameterType, a.clone()))];
        object result = method.Invoke(null, values)!;
        Tensor tensor = result as Tensor ?? (Tensor)result.GetType().GetProperty("Tensor")!.GetValue(result)!;
        return tensor.to(ScalarType.Float64);
    }
}
