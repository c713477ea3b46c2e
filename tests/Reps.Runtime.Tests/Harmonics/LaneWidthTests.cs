using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Reps.Algebra;
using Reps.Kernels.Harmonics;
using Reps.Kernels.Simd;

namespace Reps.Tests.Harmonics;

/// <summary>Every vector width gives the same bits, whatever the number of points, their alignment, and the layout of the output.</summary>
public sealed class LaneWidthTests
{
    private static readonly string[] s_outputs =
    [
        "0e",
        "1o",
        "0e + 1o",
        "0e + 1o + 2e",
        "2x3o + 0e + 1o + 3o + 5x2e",
        "0e + 1o + 2e + 3o + 4e + 5o + 6e",
        "11e",
    ];

    [Fact]
    public void WidthsAgreeInFloat() =>
        Agree<float, Single1, float>(
            [
                Evaluate<Single128, Vector128<float>, float>,
                Evaluate<Single256, Vector256<float>, float>,
                Evaluate<Single512, Vector512<float>, float>,
            ]
        );

    [Fact]
    public void WidthsAgreeInDouble() =>
        Agree<double, Double1, double>(
            [
                Evaluate<Double128, Vector128<double>, double>,
                Evaluate<Double256, Vector256<double>, double>,
                Evaluate<Double512, Vector512<double>, double>,
            ]
        );

    private static void Agree<V, S, T>(Func<SphericalHarmonicsCase, T[][]>[] widths)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int rows = 1; rows <= 40; rows++)
        // The degrees 0 to 3 have derivatives of their own.
        foreach (string output in new[] { s_outputs[rows % s_outputs.Length], "0e + 1o + 2e + 3o" })
        {
            foreach (bool normalize in new[] { true, false })
            {
                // The spans begin one number after what is aligned for every second number of rows.
                SphericalHarmonicsCase c = new(output, (HarmonicsNormalization)(rows % 3), normalize, rows, rows % 2);
                T[][] expected = Evaluate<S, V, T>(c);
                foreach (Func<SphericalHarmonicsCase, T[][]> width in widths)
                {
                    T[][] actual = width(c);
                    for (int n = 0; n < expected.Length; n++) Assert.Equal(expected[n], actual[n]);
                }
            }
        }
    }

    // Every pass at one width; results are surrounded by numbers that must stay.
    private static T[][] Evaluate<S, V, T>(SphericalHarmonicsCase c)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Irreps irreps = Irreps.Parse(c.Output);
        RepSegment[] segments = [.. irreps.Select((e, n) => new RepSegment(irreps.Offsets[n], e.Mul, e.Irrep.TwoJ, e.Irrep.Parity))];
        double[] constants = HarmonicRecurrence.Constants(segments.Max(s => s.TwoJ / 2));
        Random random = new(c.Rows);
        T[] vectors = Numbers(3 * c.Rows);
        T[] cotangent = Numbers(3 * c.Rows);
        T[] gradOutput = Numbers(c.Rows * irreps.Dim);
        if (c.Rows > 2) vectors.AsSpan(c.Shift + 3, 3).Clear();
        T[] output = Empty(irreps.Dim);
        T[] again = Empty(irreps.Dim);
        T[] jacobian = Empty(3 * irreps.Dim);
        T[] gradient = Empty(3);
        T[] second = Empty(3);
        T[] gradGrad = Empty(irreps.Dim);
        Span<T> Of(T[] array) => array.AsSpan(c.Shift, array.Length - 2);
        HarmonicCall<T> call = new(segments, c.Normalization, c.Normalize, constants, irreps.Dim, c.Rows)
        {
            Vectors = Of(vectors),
            GradOutput = Of(gradOutput),
            Cotangent = Of(cotangent),
            Output = Of(output),
            Jacobian = Of(jacobian),
            GradVectors = Of(gradient),
            GradGradOutput = Of(gradGrad),
        };
        ValuesPass.Run<S, V, T>(call);
        output.CopyTo(again, 0);
        JacobianPass.Run<S, V, T>(call);
        Assert.Equal(again, output);
        GradientPass.Run<S, V, T>(call);
        gradient.CopyTo(second, 0);
        SecondPass.Run<S, V, T>(call);
        T[][] results = [output, jacobian, second, gradient, gradGrad];
        foreach (T[] result in results)
        {
            if (c.Shift == 1) Assert.Equal(T.CreateTruncating(77), result[0]);
            Assert.All(result[(result.Length - 2 + c.Shift)..], v => Assert.Equal(T.CreateTruncating(77), v));
            Assert.All(result, v => Assert.True(T.IsFinite(v)));
        }
        return results;

        T[] Numbers(int count) => [.. Enumerable.Range(0, count + 2).Select(_ => T.CreateTruncating(Gaussian.Next(random)))];

        T[] Empty(int dim) => [.. Enumerable.Repeat(T.CreateTruncating(77), c.Rows * dim + 2)];
    }

    private sealed record SphericalHarmonicsCase(string Output, HarmonicsNormalization Normalization, bool Normalize, int Rows, int Shift);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheDegreesToThreeAreTheFirstOfMore(bool normalize)
    {
        const int Rows = 19;
        Random random = new(7);
        double[] vectors = [.. Enumerable.Range(0, 3 * Rows).Select(_ => Gaussian.Next(random))];
        double[] few = new double[Rows * 48];
        double[] more = new double[Rows * 75];
        SphericalHarmonics.Create("0e + 1o + 2e + 3o", normalize: normalize).ForwardWithJacobian<double>(vectors, new double[Rows * 16], few);
        SphericalHarmonics.Create("0e + 1o + 2e + 3o + 4e", normalize: normalize).ForwardWithJacobian<double>(vectors, new double[Rows * 25], more);
        for (int row = 0; row < 3 * Rows; row++) Reference.Near(more[(25 * row)..(25 * row + 16)], few[(16 * row)..(16 * row + 16)], 1e-14, "row " + row);
    }

    [Fact]
    public void ABatchIsItsRows()
    {
        SphericalHarmonics layer = SphericalHarmonics.Create("2x1o + 0e + 3o + 4e");
        Random random = new(2);
        for (int rows = 0; rows <= 40; rows++)
        {
            float[] vectors = [.. Enumerable.Range(0, 3 * rows).Select(_ => (float)Gaussian.Next(random))];
            float[] together = new float[rows * layer.Output.Dim];
            float[] alone = new float[layer.Output.Dim];
            layer.Forward<float>(vectors, together);
            for (int row = 0; row < rows; row++)
            {
                layer.Forward<float>(vectors.AsSpan(3 * row, 3), alone);
                Assert.Equal(alone, together[(row * alone.Length)..((row + 1) * alone.Length)]);
            }
        }
    }

    [Fact]
    public void LoadedPointsAreTheVectors()
    {
        float[] vectors = [.. Enumerable.Range(0, 48).Select(n => (float)n)];
        float[] point = new float[48];
        HarmonicPoints.Load<Single512, Vector512<float>, float>(ref MemoryMarshal.GetArrayDataReference(vectors), 16, ref point[0]);
        for (int n = 0; n < 48; n++) Assert.Equal(3 * (n % 16) + n / 16, point[n]);
    }
}
