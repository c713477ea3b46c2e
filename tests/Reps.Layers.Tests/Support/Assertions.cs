using System;
using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Comparisons of tensors, and derivatives checked against differences.</summary>
internal static class Assertions
{
    public static void Close(Tensor expected, Tensor actual, double tolerance, string what = "")
    {
        Assert.Equal(expected.shape, actual.shape);
        if (expected.numel() == 0) return;
        double scale = Math.Max(1, expected.abs().max().to(ScalarType.Float64).item<double>());
        double error = (expected.to(ScalarType.Float64) - actual.to(ScalarType.Float64)).abs().max().item<double>();
        Assert.True(error <= tolerance * scale, $"{what}: error {error:e2} of {scale:e2}");
    }

    /// <summary>
    /// The map and its first, second and third derivatives along random directions, by autograd against central differences of the order below.
    /// </summary>
    public static void Derivatives(Func<Tensor[], Tensor> map, Tensor[] at, double tolerance = 2e-7, int orders = 2)
    {
        Tensor[] inputs = [.. at.Select(t => t.detach().clone().requires_grad_())];
        Func<Tensor[], Tensor> function = x => map(x).mul(TestDevice.Normal(7, map(x).shape)).sum();
        for (int order = 1; order <= orders; order++)
        {
            Tensor[] directions = [.. inputs.Select((t, n) => TestDevice.Normal(100 * order + n, t.shape))];
            Func<Tensor[], Tensor> below = function;
            Tensor exact = Directional(below, inputs, directions);
            const double Step = 1e-4;
            double difference = (At(below, inputs, directions, Step) - At(below, inputs, directions, -Step)) / (2 * Step);
            double scale = Math.Max(1, Math.Abs(difference));
            Assert.True(Math.Abs(exact.item<double>() - difference) <= tolerance * scale, $"derivative {order}: {exact.item<double>()} against {difference}");
            function = x => Directional(below, x, directions);
        }
    }

    private static Tensor Directional(Func<Tensor[], Tensor> function, Tensor[] inputs, Tensor[] directions)
    {
        Tensor sum = zeros(1, dtype: ScalarType.Float64, device: TestDevice.Current).sum();
        Tensor value = function(inputs);
        // A bilinear map has no third derivative.
        if (!value.requires_grad) return sum;
        IList<Tensor> gradients = autograd.grad([value], inputs, retain_graph: true, create_graph: true, allow_unused: true);
        for (int n = 0; n < inputs.Length; n++)
            if (gradients[n] is { IsInvalid: false } gradient)
                sum = sum + (gradient * directions[n]).sum();
        return sum;
    }

    private static double At(Func<Tensor[], Tensor> function, Tensor[] inputs, Tensor[] directions, double step)
    {
        Tensor[] moved = [.. inputs.Select((t, n) => (t.detach() + directions[n] * step).requires_grad_())];
        return function(moved).detach().item<double>();
    }
}
