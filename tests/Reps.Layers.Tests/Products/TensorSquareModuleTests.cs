using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Products;

/// <summary>Squares as modules.</summary>
public sealed class TensorSquareModuleTests
{
    [Fact]
    public void KernelsAgreeWithOperators()
    {
        using DisposeScope scope = NewDisposeScope();
        TensorSquareModule whole = TensorSquareModule.Create("2x0e + 3x1o");
        Tensor x = TestDevice.Normal(1, 4, whole.Plan.Left.Dim);
        Agreement.Check(a => whole.call(a[0]), [x]);
        Assertions.Derivatives(a => whole.call(a[0]), [x], orders: 3);
        TensorSquareModule mixed = TensorSquareModule.Create("2x0e + 3x1o", "4x0e + 2x1o + 3x2e", internalWeights: false);
        Agreement.Check(a => mixed.forward(a[0], a[1]), [x, TestDevice.Normal(2, mixed.Plan.WeightCount)]);
        Agreement.Check(a => mixed.forward(a[0], a[1]), [x, TestDevice.Normal(2, 4, mixed.Plan.WeightCount)]);
    }
}
