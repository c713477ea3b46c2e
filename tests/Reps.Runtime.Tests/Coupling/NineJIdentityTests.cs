using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Coupling;

/// <summary>9j symbols against their definition by 3j symbols, and their identities, exactly.</summary>
public class NineJIdentityTests
{
    [Fact]
    public void Equal_to_the_contraction_of_six_three_j_symbols()
    {
        Random random = new(9);
        int nonzero = 0;
        for (int trial = 0; trial < 25; trial++)
        {
            int[] j = RandomNineJ(random, 3);
            Surd value = NineJ(j);
            if (!value.IsZero) nonzero++;
            Assert.Equal(SurdSum.FromSurd(value), Contraction(j));
        }

        Assert.True(nonzero > 10);
    }

    [Fact]
    public void Transposition_preserves_and_swaps_multiply_by_the_sign_of_the_sum()
    {
        Random random = new(91);
        for (int trial = 0; trial < 60; trial++)
        {
            int[] j = RandomNineJ(random, 16);
            Surd value = NineJ(j);
            Surd swapped = (j.Sum() & 2) == 0 ? value : -value;
            Assert.Equal(value, NineJ(Reordered(j, 0, 3, 6, 1, 4, 7, 2, 5, 8)));
            Assert.Equal(swapped, NineJ(Reordered(j, 3, 4, 5, 0, 1, 2, 6, 7, 8)));
            Assert.Equal(swapped, NineJ(Reordered(j, 0, 2, 1, 3, 5, 4, 6, 8, 7)));
            Assert.Equal(value, NineJ(Reordered(j, 3, 4, 5, 6, 7, 8, 0, 1, 2)));
        }
    }

    [Fact]
    public void Orthogonal_to_spin_eight()
    {
        // Σ_{c,f} (2c+1)(2f+1)(2g+1)(2h+1) {a b c; d e f; g h i}{a b c; d e f; p q i} = δ_gp δ_hq
        Random random = new(92);
        for (int trial = 0; trial < 12; trial++)
        {
            int[] j = RandomNineJ(random, trial < 8 ? 6 : 16);
            (int a, int b, int d, int e, int g, int h, int i) = (j[0], j[1], j[3], j[4], j[6], j[7], j[8]);
            (int p, int q) = trial % 2 == 0 ? (g, h) : OtherPair(random, a, d, b, e, i);
            List<Surd> terms = [];
            for (int c = Math.Abs(a - b); c <= a + b; c += 2)
            {
                for (int f = Math.Abs(d - e); f <= d + e; f += 2)
                {
                    if (!SixJIdentityTests.IsTriad(c, f, i)) continue;
                    Surd weight = Surd.Sqrt((Rational)(g + 1) * (h + 1) * (p + 1) * (q + 1)) * Surd.FromRational((c + 1) * (f + 1));
                    terms.Add(weight * WignerSymbols.NineJ(a, b, c, d, e, f, g, h, i) * WignerSymbols.NineJ(a, b, c, d, e, f, p, q, i));
                }
            }

            Assert.Equal(g == p && h == q ? SurdSum.FromSurd(Surd.One) : SurdSum.Zero, SurdSum.Sum(terms));
        }
    }

    [Fact]
    public void With_a_zero_it_is_a_six_j_even_for_large_spins()
    {
        // {a b c; d e c; g g 0} = (−1)^(b+c+d+g) / √((2c+1)(2g+1)) {a b c; e d g}
        Random random = new(93);
        foreach (int largest in new[] { 8, 16, 120 })
        {
            for (int trial = 0; trial < 10; trial++)
            {
                int[] j = SixJIdentityTests.RandomSixJ(random, largest);
                (int a, int b, int c, int e, int d, int g) = (j[0], j[1], j[2], j[3], j[4], j[5]);
                Surd expected = WignerSymbols.SixJ(a, b, c, e, d, g) / Surd.Sqrt((c + 1) * (g + 1));
                if (((b + c + d + g) & 2) != 0) expected = -expected;
                Assert.Equal(expected, WignerSymbols.NineJ(a, b, c, d, e, c, g, g, 0));
            }
        }
    }

    private static int[] RandomNineJ(Random random, int largest)
    {
        while (true)
        {
            int[] j = [.. Enumerable.Range(0, 9).Select(_ => random.Next(largest + 1))];

            // The last of each row and column is drawn to match; the corner must match both.
            if (!Draw(random, j, 0, 1, 2) || !Draw(random, j, 3, 4, 5) || !Draw(random, j, 0, 3, 6) || !Draw(random, j, 1, 4, 7)) continue;
            if (Draw(random, j, 6, 7, 8) && SixJIdentityTests.IsTriad(j[2], j[5], j[8]) && j.Max() <= largest) return j;
        }
    }

    private static bool Draw(Random random, int[] j, int first, int second, int third)
    {
        j[third] = Math.Abs(j[first] - j[second]) + (2 * random.Next(Math.Min(j[first], j[second]) + 1));
        return true;
    }

    private static (int P, int Q) OtherPair(Random random, int a, int d, int b, int e, int i)
    {
        while (true)
        {
            int p = Math.Abs(a - d) + (2 * random.Next(Math.Min(a, d) + 1));
            int q = Math.Abs(b - e) + (2 * random.Next(Math.Min(b, e) + 1));
            if (SixJIdentityTests.IsTriad(p, q, i)) return (p, q);
        }
    }

    private static int[] Reordered(int[] j, params int[] order) => [.. order.Select(k => j[k])];

    private static Surd NineJ(int[] j) => WignerSymbols.NineJ(j[0], j[1], j[2], j[3], j[4], j[5], j[6], j[7], j[8]);

    // Σ_m of the six 3j symbols of the rows and columns.
    private static SurdSum Contraction(int[] j)
    {
        List<Surd> terms = [];
        for (int m0 = -j[0]; m0 <= j[0]; m0 += 2)
        {
            for (int m1 = -j[1]; m1 <= j[1]; m1 += 2)
            {
                for (int m3 = -j[3]; m3 <= j[3]; m3 += 2)
                {
                    for (int m4 = -j[4]; m4 <= j[4]; m4 += 2)
                    {
                        (int m2, int m5, int m6, int m7) = (-m0 - m1, -m3 - m4, -m0 - m3, -m1 - m4);
                        int m8 = -m6 - m7;
                        if (Math.Abs(m2) > j[2] || Math.Abs(m5) > j[5] || Math.Abs(m6) > j[6] || Math.Abs(m7) > j[7] || Math.Abs(m8) > j[8])
                            continue;
                        terms.Add(WignerSymbols.ThreeJ(j[0], j[1], j[2], m0, m1, m2) * WignerSymbols.ThreeJ(j[3], j[4], j[5], m3, m4, m5)
                            * WignerSymbols.ThreeJ(j[6], j[7], j[8], m6, m7, m8) * WignerSymbols.ThreeJ(j[0], j[3], j[6], m0, m3, m6)
                            * WignerSymbols.ThreeJ(j[1], j[4], j[7], m1, m4, m7) * WignerSymbols.ThreeJ(j[2], j[5], j[8], m2, m5, m8));
                    }
                }
            }
        }

        return SurdSum.Sum(terms);
    }
}
