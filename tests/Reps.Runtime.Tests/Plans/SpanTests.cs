using System;

namespace Reps.Tests.Plans;

/// <summary>Spans of the wrong length are refused by name, and nothing is written.</summary>
public sealed class SpanTests
{
    private readonly TensorProduct _product = TensorProduct.Create("2x0e", "1o", "2x1o", Mode.Uvu);

    [Theory]
    [InlineData(3, 6, 2, 12, "left")]
    [InlineData(4, 5, 2, 12, "right")]
    [InlineData(4, 6, 3, 12, "weights")]
    [InlineData(4, 6, 2, 13, "output")]
    public void WrongLengthIsNamed(int left, int right, int weights, int output, string name)
    {
        double[] result = new double[output];
        Array.Fill(result, 7);
        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
            _product.Forward<double>(new double[left], new double[right], new double[weights], result)
        );
        Assert.Contains($"'{name}'", exception.Message);
        Assert.All(result, value => Assert.Equal(7, value));
    }

    [Fact]
    public void WeightsMayBeSharedOrPerRow()
    {
        double[] left = [1, 2, 3, 4];
        double[] right = [1, 2, 3, 4, 5, 6];
        double[] shared = new double[12];
        double[] own = new double[12];
        _product.Forward<double>(left, right, [5, 6], shared);
        _product.Forward<double>(left, right, [5, 6, 5, 6], own);
        Assert.Equal(shared, own);
    }
}
