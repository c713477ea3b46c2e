using System;

namespace Reps.Tests.Checks;

/// <summary>The check passes what is equivariant and finds what is not, and where.</summary>
public sealed class EquivarianceCheckTests
{
    private static readonly Irreps s_input = Irreps.Parse("2x0e + 3x1o");

    [Fact]
    public void RunTimeLayersPass()
    {
        TensorProduct product = TensorProduct.Create("2x0e+3x1o", "0e+1o", "2x0e+2x1o+1x1e+1x2e");
        double[] weights = new double[product.WeightCount];
        Array.Fill(weights, 0.7);
        EquivarianceReport report = EquivarianceCheck.Run(
            [product.Plan.Left, product.Plan.Right],
            product.Plan.Output,
            (x, y) => product.Forward<double>(x[0], x[1], weights, y)
        );
        Assert.True(report.IsWithin(1e-13), report.ToString());
        report.Require(1e-13);
    }

    [Fact]
    public void TheBrokenComponentIsNamed()
    {
        EquivarianceReport report = EquivarianceCheck.Run(
            [s_input],
            s_input,
            (x, y) =>
            {
                x[0].CopyTo(y, 0);
                // Component 1 of channel 2 of the vectors in row 3: segment offset 2, three channels.
                y[3 * 11 + 2 + 1 * 3 + 2] += 5;
            }
        );
        Assert.False(report.IsWithin(1e-3));
        Assert.Equal((3, 1, 2), (report.Row, report.Segment, report.Channel));
        Assert.Equal(Irrep.O3(1, -1), report.Irrep);
        Assert.Contains("segment 1 (1o)", Assert.Throws<InvalidOperationException>(() => report.Require(1e-3)).Message);
    }

    [Fact]
    public void AWrongParityIsFoundByInversion()
    {
        // A cross product is a pseudovector: calling it 1o is right for rotations and wrong for inversions.
        EquivarianceReport right = Cross("1e");
        EquivarianceReport wrong = Cross("1o");
        Assert.True(right.IsWithin(1e-14), right.ToString());
        Assert.False(wrong.IsWithin(0.1));
        Assert.True(wrong.Transform.Inverts);
    }

    [Fact]
    public void NotANumberNeverPasses()
    {
        EquivarianceReport report = EquivarianceCheck.Run([s_input], s_input, (_, y) => Array.Fill(y, double.NaN));
        Assert.False(report.IsWithin(double.MaxValue));
    }

    [Fact]
    public void GroupsAreChecked()
    {
        Irreps spin = Signature.Parse("SU(2): 1/2").Irreps;
        Assert.Throws<ArgumentException>(() => EquivarianceCheck.Run([spin], spin, (_, _) => { }));
        Assert.Throws<ArgumentException>(() => EquivarianceCheck.Run([s_input], Signature.Parse("SO(3): 1").Irreps, (_, _) => { }));
    }

    private static EquivarianceReport Cross(string output) =>
        EquivarianceCheck.Run(
            [Irreps.Parse("1o"), Irreps.Parse("1o")],
            Irreps.Parse(output),
            (x, y) =>
            {
                for (int n = 0; n < y.Length; n += 3)
                {
                    (double[] a, double[] b) = (x[0], x[1]);
                    y[n] = a[n + 1] * b[n + 2] - a[n + 2] * b[n + 1];
                    y[n + 1] = a[n + 2] * b[n] - a[n] * b[n + 2];
                    y[n + 2] = a[n] * b[n + 1] - a[n + 1] * b[n];
                }
            }
        );
}
