using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;

namespace Reps.Tests.Groups;

public sealed class TensorDecompositionTests
{
    [Theory]
    [InlineData("1o", "1o", Group.O3, "1x0e+1x1e+1x2e")]
    [InlineData("2x0e+1x1o", "1x0o+1x1o", Group.O3, "2x0o+1x0e+2x1o+2x1e+1x2e")]
    [InlineData("3x1/2", "2x1/2", Group.SU2, "6x0+6x1")]
    [InlineData("2x1", "0x2+1", Group.SO3, "2x0+2x1+2x2")]
    [InlineData("", "1o", Group.O3, "")]
    public void Examples(string left, string right, Group group, string expected) =>
        Assert.Equal(expected, string.Join("+", TensorDecomposition.Decompose(Irreps.Parse(left, group), Irreps.Parse(right, group))));

    [Fact]
    public void TheWeightsOfTheProductAreThoseOfItsParts() => RandomIrreps.Check(RandomIrreps.Pair(), pair =>
    {
        // The character of a product is the product of the characters: count (2m, parity) over all pairs of basis vectors.
        Dictionary<(int TwoM, int Parity), int> expected = [];
        foreach ((int m1, int p1) in Weights(pair.Left))
        {
            foreach ((int m2, int p2) in Weights(pair.Right)) Count(expected, (m1 + m2, p1 * p2));
        }

        Dictionary<(int TwoM, int Parity), int> actual = [];
        IReadOnlyList<MulIrrep> terms = TensorDecomposition.Decompose(pair.Left, pair.Right);
        foreach ((int, int) weight in Weights(terms)) Count(actual, weight);
        Assert.Equal(expected.OrderBy(item => item.Key), actual.OrderBy(item => item.Key));
        Assert.Equal(terms.Select(term => term.Irrep).Distinct().Order(), terms.Select(term => term.Irrep));
        Assert.All(terms, term => Assert.True(term.Mul > 0));
    });

    [Fact]
    public void PathsAreInOrderAndSumToTheDecomposition() => RandomIrreps.Check(RandomIrreps.Pair(), pair =>
    {
        List<Coupled> paths = [.. TensorDecomposition.Paths(pair.Left, pair.Right)];
        Assert.Equal(paths.OrderBy(path => (path.Left, path.Right, path.Irrep)), paths);
        Assert.Equal(TensorDecomposition.Decompose(pair.Left, pair.Right), Sum(pair.Left, pair.Right, paths).Regroup());
    });

    [Fact]
    public void TheFullTensorProductOfTheReferenceIsTheSortedListOfPaths()
    {
        using JsonDocument reference = Reference("tensor_products.json");
        JsonElement[] cases = [.. reference.RootElement.GetProperty("cases").EnumerateArray().Where(item => Text(item, "kind") == "Full")];
        Assert.NotEmpty(cases);
        foreach (JsonElement item in cases)
            CheckFullProduct(Text(item, "in1"), Text(item, "in2"), Text(item, "irreps_out"), item.GetProperty("instructions_used"));

        static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
    }

    [Fact]
    public void TheFullTensorProductOfTheSecondReferenceToo()
    {
        using JsonDocument reference = Reference("so3_golden.json");
        JsonElement item = reference.RootElement.GetProperty("full_tp");
        string[] factors = item.GetProperty("repr").GetString()!.Split('(', 2)[1].Split(" -> ")[0].Split(" x ");
        CheckFullProduct(factors[0], factors[1], item.GetProperty("irreps_out").GetString()!, null);
    }

    [Fact]
    public void ProductsBeyondTheBudgetAreErrors()
    {
        Irreps large = Irreps.Parse("1048576x0e");
        Assert.Throws<OverflowException>(() => TensorDecomposition.Decompose(large, large));
        Assert.Throws<OverflowException>(() => TensorDecomposition.Decompose(large, Irreps.Parse("2x0e")));
        Assert.Throws<ArgumentException>(() => TensorDecomposition.Decompose(large, Irreps.Parse("1", Group.SO3)));
        Assert.Throws<ArgumentException>(() => TensorDecomposition.Paths(large, Irreps.Parse("1", Group.SO3)));
    }

    [Fact]
    public void DegreesOfProductsMayExceedThoseOfSignatures()
    {
        Irreps highest = Irreps.Parse("100", Group.SO3);
        IReadOnlyList<MulIrrep> terms = TensorDecomposition.Decompose(highest, highest);
        Assert.Equal(Enumerable.Range(0, 201).Select(Irrep.SO3), terms.Select(term => term.Irrep));
    }

    [Fact]
    public void CancellationStopsTheWork()
    {
        Irreps irreps = Irreps.Parse("1o");
        Assert.Throws<OperationCanceledException>(() => TensorDecomposition.Decompose(irreps, irreps, new CancellationToken(true)));
    }

    private static Irreps Sum(Irreps left, Irreps right, IEnumerable<Coupled> paths) =>
        new(left.Group, paths.Select(path => new MulIrrep(left[path.Left].Mul * right[path.Right].Mul, path.Irrep)));

    private static JsonDocument Reference(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reference", file)));

    private static void CheckFullProduct(string in1, string in2, string irrepsOut, JsonElement? instructions)
    {
        Irreps left = Irreps.Parse(in1);
        Irreps right = Irreps.Parse(in2);
        List<Coupled> paths = [.. TensorDecomposition.Paths(left, right)];
        (Irreps sorted, int[] p, _) = Sum(left, right, paths).Sort();
        Assert.Equal(irrepsOut, sorted.ToString());
        Assert.Equal(Irreps.Parse(irrepsOut).Regroup(), TensorDecomposition.Decompose(left, right));
        if (instructions is not JsonElement used) return;
        Assert.Equal(
            used.EnumerateArray().Select(item => (item[0].GetInt32(), item[1].GetInt32(), item[2].GetInt32())),
            paths.Select((path, i) => (path.Left, path.Right, p[i])));
    }

    private static IEnumerable<(int TwoM, int Parity)> Weights(IEnumerable<MulIrrep> entries) =>
        from entry in entries
        from _ in Enumerable.Range(0, entry.Mul)
        from k in Enumerable.Range(0, entry.Irrep.Dim)
        select ((2 * k) - entry.Irrep.Dim + 1, entry.Irrep.Parity);

    private static void Count<T>(Dictionary<T, int> counts, T item)
        where T : notnull => counts[item] = counts.GetValueOrDefault(item) + 1;
}
