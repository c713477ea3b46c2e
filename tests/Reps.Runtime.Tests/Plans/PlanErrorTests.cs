using System;

namespace Reps.Tests.Plans;

/// <summary>Instructions and sizes that cannot be: one clear error, before any table is evaluated.</summary>
public sealed class PlanErrorTests
{
    [Theory]
    [InlineData(5, 0, 0, Mode.Uvw, true, 1.0, "left segment 5 does not exist")]
    [InlineData(0, -1, 0, Mode.Uvw, true, 1.0, "right segment -1 does not exist")]
    [InlineData(0, 0, 9, Mode.Uvw, true, 1.0, "output segment 9 does not exist")]
    [InlineData(0, 0, 0, (Mode)42, true, 1.0, "uvw, uvu")]
    [InlineData(0, 0, 0, Mode.Uvw, true, -1.0, "path weight")]
    [InlineData(0, 0, 0, Mode.Uvw, true, double.NaN, "path weight")]
    [InlineData(0, 0, 1, Mode.Uvw, true, 1.0, "1o ⊗ 1o holds 0e + 1e + 2e, not 1o")]
    [InlineData(0, 0, 0, Mode.Uvu, true, 1.0, "write 4 there")]
    [InlineData(0, 0, 0, Mode.Uvw, false, 1.0, "cannot be unweighted")]
    public void BadInstructionIsNamed(int left, int right, int output, Mode mode, bool weight, double pathWeight, string message)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
            TensorProduct.Create("4x1o", "2x1o", "3x0e+1o", [new TensorProductInstruction(left, right, output, mode, weight, pathWeight)])
        );
        Assert.Contains(message, exception.Message);
    }

    [Fact]
    public void GroupsMustAgree()
    {
        Assert.Contains("O(3), SO(3) and O(3)", Assert.Throws<ArgumentException>(() => TensorProduct.Create("1o", "SO(3): 1", "0e")).Message);
        Assert.Contains("SO(3)", Assert.Throws<ArgumentException>(() => Linear.Create("1o", "SO(3): 1")).Message);
    }

    [Fact]
    public void SizesBeyondTheBudgetAreRefusedAtOnce()
    {
        Assert.Contains("weights", Assert.Throws<ArgumentException>(() => TensorProduct.Create("100000x0e", "100000x0e", "100000x0e")).Message);
        Assert.Contains("weights", Assert.Throws<ArgumentException>(() => Linear.Create("1000000x0e", "1000000x0e")).Message);
        string high = "60e+61o+62e+63o+64e+65o";
        string harmonics = Irreps.SphericalHarmonics(60).ToString();
        Assert.Contains("coefficients", Assert.Throws<ArgumentException>(() => TensorProduct.Create(high, high, harmonics)).Message);
        Assert.Contains("paths", Assert.Throws<ArgumentException>(() => TensorProduct.Create(harmonics, harmonics, harmonics)).Message);
    }

    [Fact]
    public void ElementwiseNeedsEqualNumbers() =>
        Assert.Contains("3", Assert.Throws<ArgumentException>(() => TensorProduct.Elementwise("2x0e+1o", "2x1o")).Message);
}
