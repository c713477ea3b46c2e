using System;
using System.Linq;
using System.Numerics;
using Reps.Algebra;

namespace Reps.Tests.Kernels;

/// <summary>Random arguments of a layer, for tests that compare kernels with themselves.</summary>
internal sealed class Batch<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Batch(KernelLayer layer, int rows, bool shared)
    {
        Random random = new(rows);
        Inputs = [.. layer.Plan.Inputs.Select(input => Draw((input.Role == OperandRole.Weight && shared ? 1 : rows) * input.Size, random))];
        Cotangents = [.. Inputs.Select(input => Draw(input.Length, random))];
        GradOutput = Draw(rows * layer.Plan.Output.Size, random);
        Grads = [.. Inputs.Select(input => new T[input.Length].AsMemory())];
        Output = new T[GradOutput.Length];
        GradGradOutput = new T[GradOutput.Length];
    }

    public Memory<T>[] Inputs { get; }

    public Memory<T>[] Cotangents { get; }

    public Memory<T> GradOutput { get; }

    public Memory<T> Output { get; }

    public Memory<T>[] Grads { get; }

    public Memory<T> GradGradOutput { get; }

    /// <summary>Output, gradients, and what the second order gives.</summary>
    public T[][] Evaluate(KernelLayer layer)
    {
        layer.Forward(Inputs, Output);
        layer.Backward(Inputs, GradOutput, Grads);
        T[][] first = [Output.ToArray(), .. Grads.Select(grad => grad.ToArray())];
        layer.DoubleBackward(Inputs, GradOutput, Cotangents, Grads, GradGradOutput);
        return [.. first, GradGradOutput.ToArray(), .. Grads.Select(grad => grad.ToArray())];
    }

    private static Memory<T> Draw(int count, Random random) =>
        Enumerable.Range(0, count).Select(_ => T.CreateTruncating(Gaussian.Next(random))).ToArray();
}
