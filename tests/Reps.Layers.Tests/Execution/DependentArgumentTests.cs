using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Execution;

/// <summary>Derivatives of kernels whose arguments, or whose cotangent, were computed from one another.</summary>
public sealed class DependentArgumentTests
{
    [Fact]
    public void CotangentsMayDependOnTheArguments()
    {
        using DisposeScope scope = NewDisposeScope();
        using SphericalHarmonicsModule harmonics = SphericalHarmonicsModule.Create("0e + 1o + 2e");
        // The derivative of the square is twice the harmonics themselves.
        Assertions.Derivatives(x => harmonics.forward(x[0]).pow(2) * x[1], [TestDevice.Normal(1, 4, 3), TestDevice.Normal(2, 4, 9)], 1e-6, orders: 3);
    }

    [Fact]
    public void ArgumentsMayDependOnOneAnother()
    {
        using DisposeScope scope = NewDisposeScope();
        using TensorProductModule product = TensorProductModule.Create("0e + 1o", "0e + 1o", "0e + 1o", internalWeights: false);
        using SphericalHarmonicsModule harmonics = SphericalHarmonicsModule.Create("0e + 1o");
        Tensor weights = TestDevice.Normal(3, product.WeightCount);
        Assertions.Derivatives(
            x =>
            {
                Tensor y = harmonics.forward(x[0]);
                return product.forward(product.forward(y, y, weights), y, x[1]).tanh();
            },
            [TestDevice.Normal(1, 4, 3), TestDevice.Normal(2, product.WeightCount)],
            1e-6,
            orders: 3
        );
    }
}
