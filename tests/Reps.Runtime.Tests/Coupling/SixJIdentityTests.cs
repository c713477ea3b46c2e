using System;
using System.Collections.Generic;
using Reps.Algebra;

namespace Reps.Tests.Coupling;

/// <summary>6j symbols against their definition by 3j symbols, and the identities of recoupling, exactly.</summary>
public class SixJIdentityTests
{
    [Fact]
    public void Equal_to_the_contraction_of_four_three_j_symbols()
    {
        Random random = new(6);
        for (int trial = 0; trial < 40; trial++)
        {
            int[] j = RandomSixJ(random, 4);
            Assert.Equal(SurdSum.FromSurd(SixJ(j)), Contraction(j));
        }
    }

    [Fact]
    public void Orthogonal_to_spin_eight()
    {
        // Σ_x (2x+1)(2p+1) {a b x; c d p}{a b x; c d q} = δ_pq
        Random random = new(61);
        for (int trial = 0; trial < 60; trial++)
        {
            // Spins a, b, c, d with p and q both coupling (a,d) and (b,c).
            int[] j = RandomSixJ(random, 16);
            (int a, int b, int c, int d, int p) = (j[0], j[1], j[3], j[4], j[5]);
            int q = trial % 2 == 0 ? p : OtherThird(random, a, d, b, c);
            SurdSum sum = SurdSum.Zero;
            foreach (int x in CommonThirds(a, b, c, d))
            {
                Surd product = WignerSymbols.SixJ(a, b, x, c, d, p) * WignerSymbols.SixJ(a, b, x, c, d, q);
                sum += SurdSum.FromSurd(Surd.FromRational((x + 1) * (p + 1)) * product);
            }

            Assert.Equal(p == q ? SurdSum.FromSurd(Surd.One) : SurdSum.Zero, sum);
        }
    }

    [Fact]
    public void Biedenharn_elliott_to_spin_eight()
    {
        // Σ_x (−1)^(S+x) (2x+1) {a b x; c d g}{c d x; e f h}{e f x; b a k} = {g h k; e a d}{g h k; f b c}, S the sum of the other nine.
        Random random = new(62);
        int nonzero = 0;
        for (int trial = 0; trial < 100_000 && nonzero < 60; trial++)
        {
            int[] v = RandomSpins(random, 6, 16);
            (int a, int b, int c, int d, int e, int f) = (v[0], v[1], v[2], v[3], v[4], v[5]);
            if (!TryThird(random, a, d, b, c, out int g) || !TryThird(random, c, f, d, e, out int h)) continue;
            if (!TryThird(random, a, e, b, f, out int k)) continue;
            Surd right = WignerSymbols.SixJ(g, h, k, e, a, d) * WignerSymbols.SixJ(g, h, k, f, b, c);
            if (!right.IsZero) nonzero++;
            SurdSum left = SurdSum.Zero;
            for (int x = Math.Abs(a - b); x <= a + b; x += 2)
            {
                Surd term = WignerSymbols.SixJ(a, b, x, c, d, g) * WignerSymbols.SixJ(c, d, x, e, f, h)
                    * WignerSymbols.SixJ(e, f, x, b, a, k);
                if (term.IsZero) continue;
                int twoExponent = a + b + c + d + e + f + g + h + k + x;
                left += SurdSum.FromSurd(Surd.FromRational((twoExponent & 2) == 0 ? x + 1 : -(x + 1)) * term);
            }

            Assert.Equal(SurdSum.FromSurd(right), left);
        }

        Assert.Equal(60, nonzero);
    }

    [Fact]
    public void Symmetric_under_columns_and_pairs_of_rows()
    {
        Random random = new(63);
        for (int trial = 0; trial < 100; trial++)
        {
            int[] j = RandomSixJ(random, 16);
            Surd value = SixJ(j);
            Assert.Equal(value, WignerSymbols.SixJ(j[1], j[0], j[2], j[4], j[3], j[5]));
            Assert.Equal(value, WignerSymbols.SixJ(j[2], j[0], j[1], j[5], j[3], j[4]));
            Assert.Equal(value, WignerSymbols.SixJ(j[3], j[4], j[2], j[0], j[1], j[5]));
        }
    }

    [Fact]
    public void With_a_zero_it_is_elementary_even_for_large_spins()
    {
        // {a b c; 0 c b} = (−1)^(a+b+c) / √((2b+1)(2c+1))
        Assert.Equal(Surd.FromSquare(-1, new Rational(1, 401 * 301)), WignerSymbols.SixJ(202, 400, 300, 0, 300, 400));
        Assert.Equal(Surd.FromSquare(1, new Rational(1, 401 * 302)), WignerSymbols.SixJ(203, 400, 301, 0, 301, 400));

        // Σ_x (2x+1)(2p+1) {a b x; c d p}² = 1 at spins near 100.
        Rational sum = Rational.Zero;
        for (int x = 20; x <= 380; x += 2) sum += (x + 1) * 201 * WignerSymbols.SixJ(200, 180, x, 190, 170, 200).Square;
        Assert.Equal(Rational.One, sum);
    }

    /// <summary>Random sextuples whose four triads hold.</summary>
    internal static int[] RandomSixJ(Random random, int largest)
    {
        while (true)
        {
            int[] j = RandomSpins(random, 6, largest);
            if (IsTriad(j[0], j[1], j[2]) && IsTriad(j[0], j[4], j[5]) && IsTriad(j[3], j[1], j[5]) && IsTriad(j[3], j[4], j[2])) return j;
        }
    }

    internal static bool IsTriad(int a, int b, int c) => (a + b + c) % 2 == 0 && c <= a + b && a <= b + c && b <= c + a;

    private static int[] RandomSpins(Random random, int count, int largest)
    {
        int[] spins = new int[count];
        for (int k = 0; k < count; k++) spins[k] = random.Next(largest + 1);
        return spins;
    }

    private static List<int> CommonThirds(int a, int b, int c, int d)
    {
        List<int> thirds = [];
        for (int x = Math.Abs(a - b); x <= a + b; x += 2)
        {
            if (IsTriad(c, d, x)) thirds.Add(x);
        }

        return thirds;
    }

    private static bool TryThird(Random random, int a, int b, int c, int d, out int third)
    {
        List<int> thirds = CommonThirds(a, b, c, d);
        third = thirds.Count == 0 ? 0 : thirds[random.Next(thirds.Count)];
        return thirds.Count > 0;
    }

    private static int OtherThird(Random random, int a, int b, int c, int d) => TryThird(random, a, b, c, d, out int third) ? third : 0;

    private static Surd SixJ(int[] j) => WignerSymbols.SixJ(j[0], j[1], j[2], j[3], j[4], j[5]);

    // Σ_m (−1)^(Σ(j−m)) (j1 j2 j3; −m1 −m2 −m3)(j1 j5 j6; m1 −m5 m6)(j4 j2 j6; m4 m2 −m6)(j4 j5 j3; −m4 m5 m3)
    private static SurdSum Contraction(int[] j)
    {
        List<Surd> terms = [];
        for (int m1 = -j[0]; m1 <= j[0]; m1 += 2)
        {
            for (int m2 = -j[1]; m2 <= j[1]; m2 += 2)
            {
                for (int m4 = -j[3]; m4 <= j[3]; m4 += 2)
                {
                    (int m3, int m6) = (-m1 - m2, m4 + m2);
                    int m5 = m1 + m6;
                    if (Math.Abs(m3) > j[2] || Math.Abs(m6) > j[5] || Math.Abs(m5) > j[4]) continue;
                    Surd term = WignerSymbols.ThreeJ(j[0], j[1], j[2], -m1, -m2, -m3) * WignerSymbols.ThreeJ(j[0], j[4], j[5], m1, -m5, m6)
                        * WignerSymbols.ThreeJ(j[3], j[1], j[5], m4, m2, -m6) * WignerSymbols.ThreeJ(j[3], j[4], j[2], -m4, m5, m3);
                    int twoExponent = j[0] + j[1] + j[2] + j[3] + j[4] + j[5] - (m1 + m2 + m3 + m4 + m5 + m6);
                    terms.Add((twoExponent & 2) == 0 ? term : -term);
                }
            }
        }

        return SurdSum.Sum(terms);
    }
}
