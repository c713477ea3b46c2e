using System;

namespace Reps.Tests;

/// <summary>The group elements that messages name do what the messages say.</summary>
public sealed class WitnessTests
{
    [Fact]
    public void QuarterTurnAboutZMapsXToY()
    {
        double[] matrix = WignerD.Matrix(Irrep.O3(1, -1), new OrthogonalTransform(Rotation.FromAxisAngle([0, 0, 1], Math.PI / 2), false));
        Assert.Equal(0, matrix[0], 12);
        Assert.Equal(1, matrix[3], 12);
        Assert.Equal(0, matrix[6], 12);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void TurnAboutYMapsTheLastComponentToTheFirst(int l)
    {
        int dim = 2 * l + 1;
        double[] matrix = WignerD.Matrix(Irrep.O3(l, 1), new OrthogonalTransform(Rotation.FromAxisAngle([0, 1, 0], Math.PI / 2 / l), false));
        Assert.Equal(1, Math.Abs(matrix[dim - 1]), 12);
    }
}
