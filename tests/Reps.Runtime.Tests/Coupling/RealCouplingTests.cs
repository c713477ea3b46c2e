using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Reps.Algebra;

namespace Reps.Tests.Coupling;

/// <summary>The real coupling tensors: definition, norm, symmetry, sign rules, invariance.</summary>
public class RealCouplingTests
{
    [Fact]
    public void Norm_is_exactly_one_and_the_rows_are_orthogonal_to_degree_six()
    {
        foreach ((int l1, int l2, int l3) in Triples(6))
        {
            SparseTensor tensor = ClebschGordan.RealTensor(l1, l2, l3);
            Rational norm = Rational.Zero;
            Rational[] slices = new Rational[(2 * l3) + 1];
            for (int entry = 0; entry < tensor.Count; entry++)
            {
                norm += tensor.Value(entry).Square;
                slices[tensor.Index(entry, 2)] += tensor.Value(entry).Square;
            }

            // Schur: each of the 2l3 + 1 slices has the same norm.
            Assert.Equal(Rational.One, norm);
            Assert.All(slices, slice => Assert.Equal(new Rational(1, (2 * l3) + 1), slice));
        }
    }

    [Fact]
    public void Slices_of_all_degrees_are_orthogonal_exactly()
    {
        // Σ_ij C[l1 l2 l](i,j,k) C[l1 l2 l'](i,j,k') = δ δ / (2l+1)
        foreach ((int l1, int l2) in new[] { (1, 1), (2, 1), (2, 2), (3, 2) })
        {
            List<Dictionary<(int, int), Surd>> slices = [];
            for (int l3 = Math.Abs(l1 - l2); l3 <= l1 + l2; l3++)
            {
                SparseTensor tensor = ClebschGordan.RealTensor(l1, l2, l3).Scale(Surd.Sqrt((2 * l3) + 1));
                for (int k = 0; k <= 2 * l3; k++)
                {
                    slices.Add(Enumerable.Range(0, tensor.Count).Where(entry => tensor.Index(entry, 2) == k)
                        .ToDictionary(entry => (tensor.Index(entry, 0), tensor.Index(entry, 1)), tensor.Value));
                }
            }

            Assert.Equal(((2 * l1) + 1) * ((2 * l2) + 1), slices.Count);
            for (int a = 0; a < slices.Count; a++)
            {
                for (int b = a; b < slices.Count; b++)
                {
                    IEnumerable<(int, int)> common = slices[a].Keys.Intersect(slices[b].Keys);
                    SurdSum product = SurdSum.Sum(common.Select(key => slices[a][key] * slices[b][key]));
                    Assert.Equal(a == b ? SurdSum.FromSurd(Surd.One) : SurdSum.Zero, product);
                }
            }
        }
    }

    [Fact]
    public void Even_sums_are_symmetric_and_odd_ones_antisymmetric()
    {
        foreach ((int l1, int l2, int l3) in Triples(5))
        {
            SparseTensor tensor = ClebschGordan.RealTensor(l1, l2, l3);
            SparseTensor signed = (l1 + l2 + l3) % 2 == 0 ? tensor : tensor.Scale(-Surd.One);
            Assert.Equal(signed.Permute(1, 0, 2), ClebschGordan.RealTensor(l2, l1, l3));
            Assert.Equal(signed.Permute(0, 2, 1), ClebschGordan.RealTensor(l1, l3, l2));
            Assert.Equal(tensor.Permute(2, 0, 1), ClebschGordan.RealTensor(l3, l1, l2));
        }
    }

    [Fact]
    public void A_degree_zero_slot_is_the_identity()
    {
        for (int l = 0; l <= 12; l++)
        {
            SparseTensor identity = SparseTensor.Identity((2 * l) + 1).Scale(Surd.Sqrt(new Rational(1, (2 * l) + 1)));
            SparseTensor tensor = ClebschGordan.RealTensor(0, l, l);
            Assert.Equal(identity.Count, tensor.Count);
            for (int i = 0; i <= 2 * l; i++) Assert.Equal(identity.At(i, i), tensor.At(0, i, i));
        }
    }

    [Fact]
    public void The_coupling_of_vectors_is_the_cross_product()
    {
        Surd sixth = Surd.Sqrt(new Rational(1, 6));
        Assert.Equal(
            new SparseTensor(
                [3, 3, 3],
                [
                    ([0, 1, 2], sixth), ([1, 2, 0], sixth), ([2, 0, 1], sixth),
                    ([0, 2, 1], -sixth), ([2, 1, 0], -sixth), ([1, 0, 2], -sixth),
                ]),
            ClebschGordan.RealTensor(1, 1, 1));
    }

    [Fact]
    public void Even_sums_are_positive_multiples_of_the_integral_of_three_harmonics()
    {
        // The reference is a quadrature; the factor must be the same positive number for every entry.
        foreach ((int[] l, List<(int[] Index, double Value)> entries) in ReferenceTables.Tables("gaunt_real.json"))
        {
            SparseTensor tensor = ClebschGordan.RealTensor(l[0], l[1], l[2]);
            double factor = entries[0].Value / tensor.At(entries[0].Index).ToDouble();
            Assert.True(factor > 0);
            foreach ((int[] index, double value) in entries) Assert.Equal(value, factor * tensor.At(index).ToDouble(), 1e-12);
        }

        // At the centre only zonal harmonics meet: positive whenever it is not zero.
        foreach ((int l1, int l2, int l3) in Triples(8).Where(l => (l.L1 + l.L2 + l.L3) % 2 == 0))
            Assert.Equal(1, ClebschGordan.Real(l1, l2, l3, l1, l2, l3).Sign);
    }

    [Fact]
    public void The_closed_form_is_the_complex_tensor_in_the_real_basis_to_degree_eight()
    {
        Random random = new(8);
        foreach ((int l1, int l2, int l3) in Triples(8))
        {
            // All entries of small tensors, a sample of large ones.
            bool small = l1 + l2 + l3 <= 7;
            int trials = small ? ((2 * l1) + 1) * ((2 * l2) + 1) * ((2 * l3) + 1) : 12;
            for (int trial = 0; trial < trials; trial++)
            {
                int i = small ? trial / (((2 * l2) + 1) * ((2 * l3) + 1)) : random.Next((2 * l1) + 1);
                int j = small ? trial / ((2 * l3) + 1) % ((2 * l2) + 1) : random.Next((2 * l2) + 1);
                int k = small ? trial % ((2 * l3) + 1) : random.Next((2 * l3) + 1);
                Complex expected = ByDefinition(l1, l2, l3, i, j, k);
                Assert.Equal(0, expected.Imaginary, 1e-14);
                Assert.Equal(expected.Real, ClebschGordan.Real(l1, l2, l3, i, j, k).ToDouble(), 1e-14);
            }
        }
    }

    [Fact]
    public void The_change_of_basis_is_unitary_exactly()
    {
        for (int l = 0; l <= 5; l++)
        {
            for (int m = 0; m <= 2 * l; m++)
            {
                for (int n = 0; n <= 2 * l; n++)
                {
                    (SurdSum re, SurdSum im) = (SurdSum.Zero, SurdSum.Zero);
                    for (int mu = 0; mu <= 2 * l; mu++)
                    {
                        (Surd a, Surd b) = ChangeOfBasis.Entry(l, m, mu);
                        (Surd c, Surd d) = ChangeOfBasis.Entry(l, n, mu);
                        re += SurdSum.FromSurd(a * c) + (b * d);
                        im += SurdSum.FromSurd(b * c) - (a * d);
                    }

                    Assert.Equal(m == n ? SurdSum.FromSurd(Surd.One) : SurdSum.Zero, re);
                    Assert.True(im.IsZero);
                }
            }
        }
    }

    private static IEnumerable<(int L1, int L2, int L3)> Triples(int largest)
    {
        for (int l1 = 0; l1 <= largest; l1++)
        {
            for (int l2 = 0; l2 <= largest; l2++)
            {
                for (int l3 = Math.Abs(l1 - l2); l3 <= Math.Min(l1 + l2, largest); l3++) yield return (l1, l2, l3);
            }
        }
    }

    // Σ Q1 Q2 conj(Q3) ⟨l1 m1 l2 m2|l3 m3⟩ / √(2l3+1), with Q written out from its table (not the library's).
    private static Complex ByDefinition(int l1, int l2, int l3, int i, int j, int k)
    {
        Complex sum = Complex.Zero;
        for (int m1 = -l1; m1 <= l1; m1++)
        {
            for (int m2 = -l2; m2 <= l2; m2++)
            {
                if (Math.Abs(m1 + m2) > l3) continue;
                Complex change = Q(l1, m1, i - l1) * Q(l2, m2, j - l2) * Complex.Conjugate(Q(l3, m1 + m2, k - l3));
                if (change == Complex.Zero) continue;
                sum += change * ClebschGordan.Complex(2 * l1, 2 * m1, 2 * l2, 2 * m2, 2 * l3, 2 * (m1 + m2)).ToDouble();
            }
        }

        return sum / Math.Sqrt((2 * l3) + 1);
    }

    private static Complex Q(int l, int m, int mu)
    {
        if (Math.Abs(m) != Math.Abs(mu)) return Complex.Zero;
        Complex[] phases = [Complex.One, -Complex.ImaginaryOne, -Complex.One, Complex.ImaginaryOne];
        double sign = m % 2 == 0 ? 1 : -1;
        Complex entry = (Math.Sign(mu), Math.Sign(m)) switch
        {
            (0, _) => 1,
            (1, 1) => sign / Math.Sqrt(2),
            (1, _) => 1 / Math.Sqrt(2),
            (_, 1) => Complex.ImaginaryOne * (sign / Math.Sqrt(2)),
            _ => -Complex.ImaginaryOne / Math.Sqrt(2),
        };
        (Surd re, Surd im) = ChangeOfBasis.Entry(l, l + m, l + mu);
        Assert.Equal((entry * phases[l % 4]).Real, re.ToDouble(), 1e-15);
        Assert.Equal((entry * phases[l % 4]).Imaginary, im.ToDouble(), 1e-15);
        return entry * phases[l % 4];
    }
}
