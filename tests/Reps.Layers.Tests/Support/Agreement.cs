using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Kernels against operators of torch.</summary>
internal static class Agreement
{
    /// <summary>The value and the first and second gradients by kernels and by operators.</summary>
    public static void Check(Func<Tensor[], Tensor> map, Tensor[] at, double tolerance = 1e-12)
    {
        List<Tensor> kernels = Evaluate(map, at);
        using IDisposable only = TensorKernel.OperatorsOnly();
        List<Tensor> operators = Evaluate(map, at);
        Assert.Equal(operators.Count, kernels.Count);
        for (int n = 0; n < kernels.Count; n++) Assertions.Close(operators[n], kernels[n], tolerance, $"result {n}");
    }

    private static List<Tensor> Evaluate(Func<Tensor[], Tensor> map, Tensor[] at)
    {
        Tensor[] inputs = [.. at.Select(t => t.detach().clone().requires_grad_())];
        Tensor output = map(inputs);
        Tensor cotangent = TestDevice.Normal(50, output.shape).requires_grad_();
        IList<Tensor> first = autograd.grad([output], inputs, [cotangent], retain_graph: true, create_graph: true);
        Tensor[] directions = [.. first.Select((g, n) => TestDevice.Normal(60 + n, g.shape))];
        IList<Tensor> second = autograd.grad(first, [.. inputs, cotangent], directions, allow_unused: true);
        return [output, .. first, .. second.Select((s, n) => s is { IsInvalid: false } ? s : zeros_like(n < inputs.Length ? inputs[n] : cotangent))];
    }
}
