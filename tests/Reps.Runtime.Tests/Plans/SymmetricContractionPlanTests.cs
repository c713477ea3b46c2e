using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Plans;

/// <summary>The basis of a symmetric contraction: complete, orthonormal, and no larger than it must be.</summary>
public sealed class SymmetricContractionPlanTests
{
    public static TheoryData<string, string> Signatures =>
        new()
        {
            { "0e", "0e" },
            { "1o", "0e + 0o + 1o + 1e + 2e + 3o" },
            { "1e", "0e + 1e + 2e + 3e" },
            { "2e", "0e + 1e + 2e + 3e + 4e + 6e" },
            { "3o", "0e + 1o + 3o + 4e + 5o + 6e + 9o" },
            { "4e", "0e + 2e + 4e + 6e" },
            { "0e + 1o + 2e", "0e + 1o" },
            { "0e + 1o + 2e", "0o + 1e + 2o + 2e + 3o + 6e" },
            { "0e + 0o + 1o + 1e", "0e + 0o + 1o + 1e + 2e" },
            { "1o + 0e + 1o", "0e + 1o + 1e + 2e" },
            { "0e + 1o + 2e + 3o", "0e + 1o + 2e + 3o" },
            { "SO(3): 0 + 1 + 2", "SO(3): 0 + 1 + 2 + 3" },
        };

    [Theory]
    [MemberData(nameof(Signatures))]
    public void PathsAreAsManyAsTheMultiplicity(string input, string output)
    {
        (Irreps a, Irreps b) = (Signature.Parse(input).Irreps, Signature.Parse(output).Irreps);
        SymmetricContractionPlan plan = SymmetricContractionPlan.Create(a, b);
        for (int degree = 1; degree <= 3; degree++)
        for (int o = 0; o < b.Count; o++)
            Assert.Equal(Multiplicity(a, b[o].Irrep, degree), plan.Paths.Count(p => p.Output == o && p.Segments.Count == degree));
    }

    [Theory]
    [MemberData(nameof(Signatures))]
    public void BasisIsOrthonormal(string input, string output)
    {
        SymmetricContractionPlan plan = SymmetricContractionPlan.Create(
            Signature.Parse(input).Irreps,
            Signature.Parse(output).Irreps,
            normalization: PathNormalization.None
        );
        Dictionary<string, double>[][] tensors = [.. plan.Segmented.Paths.Select(path => Components(plan, path))];
        for (int p = 0; p < tensors.Length; p++)
        for (int q = 0; q <= p; q++)
        {
            if (plan.Paths[p].Output != plan.Paths[q].Output || plan.Paths[p].Segments.Count != plan.Paths[q].Segments.Count) continue;
            for (int k = 0; k < tensors[p].Length; k++)
            for (int l = 0; l < tensors[q].Length; l++)
                Assert.Equal(p == q && k == l ? 1 : 0, Dot(tensors[p][k], tensors[q][l]), 1e-14);
        }
    }

    [Fact]
    public void CountsOfTheUsualExample()
    {
        SymmetricContractionPlan plan = SymmetricContractionPlan.Create(Irreps.Parse("0e+1o+2e"), Irreps.Parse("0e+1o"));
        Assert.Equal([2, 5, 10], Enumerable.Range(1, 3).Select(degree => plan.Paths.Count(p => p.Segments.Count == degree)));
        Assert.Equal([4, 23, 96], Enumerable.Range(1, 3).Select(degree => Coefficients(plan, degree).Sum(c => 1)));
        // Counted for every order of the factors, as dense implementations do; the last number depends on the choice of basis.
        Assert.Equal([4, 37, 377], Enumerable.Range(1, 3).Select(degree => Coefficients(plan, degree).Sum(m => Orders(m))));
    }

    [Fact]
    public void NormalizationSharesTheVariance()
    {
        (Irreps a, Irreps b) = (Irreps.Parse("0e+1o+2e"), Irreps.Parse("0e+1o"));
        SymmetricContractionPlan plan = SymmetricContractionPlan.Create(a, b);
        for (int n = 0; n < plan.Paths.Count; n++)
        {
            int count = plan.Paths.Count(p => p.Output == plan.Paths[n].Output);
            int factorial = Enumerable.Range(1, plan.Paths[n].Segments.Count).Aggregate((x, y) => x * y);
            Assert.Equal(1 / Math.Sqrt(count * factorial), plan.PathCoefficients[n].ToDouble(), 1e-15);
        }
        Assert.All(SymmetricContractionPlan.Create(a, b, 3, PathNormalization.None).PathCoefficients, c => Assert.Equal(Surd.One, c));
    }

    [Fact]
    public void MonomialsAreSharedAndComplete()
    {
        SymmetricContractionPlan plan = SymmetricContractionPlan.Create(Irreps.Parse("2x0e+2x1o+2x2e"), Irreps.Parse("2x0e+2x1o"));
        ContractionTables tables = ContractionTables.Create(plan);
        Assert.Equal(123, tables.Values.Length);
        Assert.Equal(33, tables.Rows.Length / 3);
        Assert.Equal(105, tables.Products.Length / 2);
        // Every product is of monomials before it and a variable; none is computed twice.
        List<string> names = [.. Enumerable.Range(0, 9).Select(n => n.ToString())];
        for (int n = 0; n < tables.Products.Length; n += 2)
        {
            Assert.InRange(tables.Products[n + 1], 0, 8);
            string name = string.Join(" ", $"{names[tables.Products[n]]} {names[tables.Products[n + 1]]}".Split(' ').Order());
            Assert.DoesNotContain(name, names);
            names.Add(name);
        }
    }

    [Theory]
    [InlineData("2x0e + 2x1o", "SO(3): 2x0", 3, "an equivariant map needs one group")]
    [InlineData("SU(2): 2x1", "SU(2): 2x1", 3, "write SO(3)")]
    [InlineData("2x0e", "2x0e", 0, "it must be 1 to 3")]
    [InlineData("2x0e", "2x0e", 4, "it must be 1 to 3")]
    [InlineData("2x0e + 3x1o", "2x0e", 3, "3x1o has other channels than 2x0e")]
    [InlineData("2x0e + 2x1o", "2x0e + 4x1o", 3, "4x1o has other channels than 2x0e")]
    [InlineData("60e + 70e + 80e", "60e + 70e", 3, "lower the degrees")]
    [InlineData("1048576x1o + 1048576x1o + 1048576x1o + 1048576x1o + 1048576x1o", "1048576x1o + 1048576x1o + 1048576x1o + 1048576x1o + 1048576x1o", 3, "lower the degrees")]
    public void WhatIsWrongIsSaid(string input, string output, int correlation, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<ArgumentException>(() => SymmetricContractionPlan.Create(Signature.Parse(input).Irreps, Signature.Parse(output).Irreps, correlation)).Message
        );

    [Fact]
    public void EmptyRepresentationsHaveNoPaths()
    {
        Assert.Empty(SymmetricContractionPlan.Create(Irreps.Empty(Group.O3), Irreps.Parse("2x0e")).Paths);
        Assert.Empty(SymmetricContractionPlan.Create(Irreps.Parse("2x0e"), Irreps.Empty(Group.O3)).Paths);
        Assert.Throws<ArgumentException>(() => SymmetricContractionPlan.Create(Irreps.Empty(Group.O3), Irreps.Parse("2x0e+3x1o")));
        Assert.Equal(0, SymmetricContractionPlan.Create(Irreps.Parse("0x0e"), Irreps.Parse("0x0e")).WeightCount);
    }

    // By characters: χ of a symmetric power follows from χ(g), χ(g²) and χ(g³); integrated over angle and inversion.
    private static int Multiplicity(Irreps input, Irrep target, int degree)
    {
        const int Points = 400;
        bool inverts = target.Group == Group.O3;
        double sum = 0;
        for (int parity = 0; parity < (inverts ? 2 : 1); parity++)
        for (int n = 0; n < Points; n++)
        {
            // The class measure (1 − cos θ)/π on [0, π] is a trigonometric polynomial, so the trapezoidal rule is exact.
            double angle = 2 * Math.PI * (n + 0.5) / Points;
            double[] power = [.. Enumerable.Range(1, 3).Select(k => input.Sum(e => Character(e.Irrep, k * angle, parity * k)))];
            double symmetric = degree switch
            {
                1 => power[0],
                2 => (power[0] * power[0] + power[1]) / 2,
                _ => (power[0] * power[0] * power[0] + 3 * power[0] * power[1] + 2 * power[2]) / 6,
            };
            sum += symmetric * Character(target, angle, parity) * (1 - Math.Cos(angle)) / Points;
        }
        double count = inverts ? sum / 2 : sum;
        Assert.Equal(Math.Round(count), count, 1e-9);
        return (int)Math.Round(count);
    }

    private static double Character(Irrep irrep, double angle, int inversions)
    {
        double sum = 1;
        for (int m = 1; m <= irrep.L; m++) sum += 2 * Math.Cos(m * angle);
        return inversions % 2 == 0 ? sum : irrep.Parity * sum;
    }

    private static Dictionary<string, double>[] Components(SymmetricContractionPlan plan, PlanPath path)
    {
        int degree = path.Factors.Count - 1;
        Dictionary<string, double>[] components = [.. Enumerable.Range(0, path.Coefficients.Shape[degree]).Select(_ => new Dictionary<string, double>())];
        for (int e = 0; e < path.Coefficients.Count; e++)
            components[path.Coefficients.Index(e, degree)].Add(Monomial(plan, path, e), path.Coefficients.Value(e).ToDouble());
        return components;
    }

    private static IEnumerable<string> Coefficients(SymmetricContractionPlan plan, int degree) =>
        plan.Segmented.Paths.Where(path => path.Factors.Count - 1 == degree)
            .SelectMany(path => Enumerable.Range(0, path.Coefficients.Count).Select(e => Monomial(plan, path, e)));

    private static string Monomial(SymmetricContractionPlan plan, PlanPath path, int entry) =>
        string.Join(
            " ",
            Enumerable
                .Range(0, path.Factors.Count - 1)
                .Select(n => (char)('a' + plan.Segmented.Inputs[0].Segments[path.Factors[n + 1].Segment].Offset / plan.Channels + path.Coefficients.Index(entry, n)))
                .Order()
        );

    private static double Dot(Dictionary<string, double> left, Dictionary<string, double> right) =>
        left.Where(term => right.ContainsKey(term.Key)).Sum(term => term.Value * right[term.Key] / Orders(term.Key));

    private static int Orders(string monomial)
    {
        string[] factors = monomial.Split(' ');
        return factors.Length == 1 ? 1
            : factors.Length == 2 ? (factors[0] == factors[1] ? 1 : 2)
            : factors.Distinct().Count() switch { 1 => 1, 2 => 3, _ => 6 };
    }
}
