using System;
using Reps.Algebra;

namespace Reps.Tests.Coupling;

/// <summary>Identities that determine 3j symbols and complex Clebsch-Gordan coefficients, exactly.</summary>
public class ThreeJIdentityTests
{
    [Fact]
    public void Coupled_states_are_orthonormal_exactly()
    {
        for (int twoJ1 = 0; twoJ1 <= 4; twoJ1++)
        {
            for (int twoJ2 = 0; twoJ2 <= 4; twoJ2++) AssertOrthonormal(twoJ1, twoJ2);
        }
    }

    [Fact]
    public void Product_states_are_orthonormal_numerically_to_degree_eight()
    {
        foreach ((int l1, int l2) in new[] { (8, 8), (7, 3), (8, 5), (1, 8) })
        {
            Random random = new((10 * l1) + l2);
            for (int trial = 0; trial < 60; trial++)
            {
                int m1 = random.Next(-l1, l1 + 1);
                int m2 = random.Next(-l2, l2 + 1);
                int n1 = Math.Clamp(m1 + random.Next(-1, 2), -l1, l1);
                int n2 = m1 + m2 - n1;
                if (Math.Abs(n2) > l2) continue;
                double sum = 0;
                for (int l = Math.Max(Math.Abs(l1 - l2), Math.Abs(m1 + m2)); l <= l1 + l2; l++)
                {
                    sum += ClebschGordan.Complex(2 * l1, 2 * m1, 2 * l2, 2 * m2, 2 * l, 2 * (m1 + m2)).ToDouble()
                        * ClebschGordan.Complex(2 * l1, 2 * n1, 2 * l2, 2 * n2, 2 * l, 2 * (m1 + m2)).ToDouble();
                }

                Assert.Equal(m1 == n1 ? 1 : 0, sum, 1e-14);
            }
        }
    }

    [Fact]
    public void Columns_permute_and_projections_reverse_with_the_sign_of_the_sum()
    {
        Random random = new(12);
        for (int trial = 0; trial < 300; trial++)
        {
            (int a, int b, int c, int m, int n) = RandomSymbol(random, 16);
            int o = -m - n;
            Surd value = WignerSymbols.ThreeJ(a, b, c, m, n, o);
            Surd odd = ((a + b + c) / 2 % 2) == 0 ? value : -value;
            Assert.Equal(value, WignerSymbols.ThreeJ(b, c, a, n, o, m));
            Assert.Equal(odd, WignerSymbols.ThreeJ(b, a, c, n, m, o));
            Assert.Equal(odd, WignerSymbols.ThreeJ(a, c, b, m, o, n));
            Assert.Equal(odd, WignerSymbols.ThreeJ(a, b, c, -m, -n, -o));

            // Regge: (j1 j2 j3; m1 m2 m3) = (j1, (j2+j3-m1)/2, (j2+j3+m1)/2; j3-j2, (j2-j3-m1)/2 - m3, (j2-j3+m1)/2 + m3).
            Surd regge = WignerSymbols.ThreeJ(a, (b + c - m) / 2, (b + c + m) / 2, c - b, ((b - c - m) / 2) - o, ((b - c + m) / 2) + o);
            Assert.Equal(value, regge);
        }
    }

    [Fact]
    public void A_lowering_operator_maps_a_multiplet_into_itself()
    {
        // √(j(j+1) − m(m−1)) ⟨m1 m2|j m−1⟩ = √(j1(j1+1) − m1(m1+1)) ⟨m1+1 m2|j m⟩ + the same for 2.
        Random random = new(3);
        int checkedRows = 0;
        while (checkedRows < 200)
        {
            (int twoJ1, int twoJ2, int twoJ, int twoM1, int twoM2) = RandomSymbol(random, 12);
            int twoM = twoM1 + twoM2 + 2;
            if (twoM > twoJ) continue;
            checkedRows++;
            SurdSum left = Ladder(twoJ, twoM, -2) * Complex(twoJ1, twoM1, twoJ2, twoM2, twoJ, twoM - 2);
            SurdSum right = SurdSum.FromSurd(Ladder(twoJ1, twoM1, 2) * Complex(twoJ1, twoM1 + 2, twoJ2, twoM2, twoJ, twoM))
                + (Ladder(twoJ2, twoM2, 2) * Complex(twoJ1, twoM1, twoJ2, twoM2 + 2, twoJ, twoM));
            Assert.Equal(left, right);
        }
    }

    [Fact]
    public void The_stretched_coefficient_is_positive()
    {
        // The Condon-Shortley choice: ⟨j1 j1, j2 j−j1 | j j⟩ > 0.
        for (int twoJ1 = 0; twoJ1 <= 9; twoJ1++)
        {
            for (int twoJ2 = 0; twoJ2 <= 9; twoJ2++)
            {
                for (int twoJ = Math.Abs(twoJ1 - twoJ2); twoJ <= twoJ1 + twoJ2; twoJ += 2)
                    Assert.Equal(1, ClebschGordan.Complex(twoJ1, twoJ1, twoJ2, twoJ - twoJ1, twoJ, twoJ).Sign);
            }
        }
    }

    [Fact]
    public void Large_angular_momenta()
    {
        // (j j 0; m −m 0) = (−1)^(j−m)/√(2j+1)
        Assert.Equal(Surd.FromSquare(-1, new Rational(1, 401)), WignerSymbols.ThreeJ(400, 400, 0, 74, -74, 0));
        Assert.Equal(Surd.FromSquare(1, new Rational(1, 10_001)), WignerSymbols.ThreeJ(10_000, 10_000, 0, -4, 4, 0));

        // Σ_m1 (2j3+1) (j1 j2 j3; m1 m2 m3)² = 1, exact at j = 200.
        Rational sum = Rational.Zero;
        for (int twoM1 = -400; twoM1 <= 400; twoM1 += 2)
        {
            int twoM2 = 60 - twoM1;
            if (Math.Abs(twoM2) <= 300) sum += 201 * WignerSymbols.ThreeJ(400, 300, 200, twoM1, twoM2, -60).Square;
        }

        Assert.Equal(Rational.One, sum);
    }

    private static void AssertOrthonormal(int twoJ1, int twoJ2)
    {
        for (int twoJ = Math.Abs(twoJ1 - twoJ2); twoJ <= twoJ1 + twoJ2; twoJ += 2)
        {
            for (int twoK = twoJ; twoK <= twoJ1 + twoJ2; twoK += 2)
            {
                for (int twoM = -twoJ; twoM <= twoJ; twoM += 2)
                {
                    SurdSum sum = SurdSum.Zero;
                    for (int twoM1 = -twoJ1; twoM1 <= twoJ1; twoM1 += 2)
                    {
                        int twoM2 = twoM - twoM1;
                        if (Math.Abs(twoM2) > twoJ2) continue;
                        Surd product = Complex(twoJ1, twoM1, twoJ2, twoM2, twoJ, twoM) * Complex(twoJ1, twoM1, twoJ2, twoM2, twoK, twoM);
                        sum += SurdSum.FromSurd(product);
                    }

                    Assert.Equal(twoJ == twoK ? SurdSum.FromSurd(Surd.One) : SurdSum.Zero, sum);
                }
            }
        }
    }

    // √(j(j+1) − m(m±1)) for a doubled step of ±2.
    private static Surd Ladder(int twoJ, int twoM, int step)
        => Surd.Sqrt(new Rational((twoJ * (twoJ + 2)) - (twoM * (twoM + step)), 4));

    // Zero for a state outside the multiplet.
    private static Surd Complex(int twoJ1, int twoM1, int twoJ2, int twoM2, int twoJ, int twoM)
        => Math.Abs(twoM1) > twoJ1 || Math.Abs(twoM2) > twoJ2 || Math.Abs(twoM) > twoJ
            ? Surd.Zero
            : ClebschGordan.Complex(twoJ1, twoM1, twoJ2, twoM2, twoJ, twoM);

    private static (int TwoJ1, int TwoJ2, int TwoJ3, int TwoM1, int TwoM2) RandomSymbol(Random random, int largest)
    {
        while (true)
        {
            (int a, int b) = (random.Next(largest + 1), random.Next(largest + 1));
            int c = Math.Abs(a - b) + (2 * random.Next(Math.Min(a, b) + 1));
            int m = a - (2 * random.Next(a + 1));
            int n = b - (2 * random.Next(b + 1));
            if (Math.Abs(m + n) <= c) return (a, b, c, m, n);
        }
    }
}
