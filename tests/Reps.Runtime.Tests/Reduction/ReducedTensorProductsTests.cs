using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Reps.Tests.Grids;

namespace Reps.Tests.Reduction;

public class ReducedTensorProductsTests
{
    [Fact]
    public void ProjectorsAreThoseOfE3nn()
    {
        foreach (JsonElement reference in Reference.Load("reduced_tensor_products").GetProperty("cases").EnumerateArray())
        {
            string formula = reference.GetProperty("formula").GetString()!;
            ReducedTensorProducts actual = ReducedTensorProducts.Create(formula, reference.GetProperty("irreps")[0].GetString()!);
            Assert.Equal(reference.GetProperty("irreps_out").GetString(), actual.Output.ToString());
            double[] flat = [.. Flatten(reference.GetProperty("change_of_basis"))];
            DenseMatrix expected = new(actual.Output.Dim, actual.Size, flat);
            int row = 0;
            // Irrep by irrep.
            foreach ((int mul, Irrep irrep) in actual.Output)
            {
                Reference.Near(Projector(expected, row, mul * irrep.Dim), Projector(Matrix(actual), row, mul * irrep.Dim), 1e-12, $"{formula} {irrep}");
                row += mul * irrep.Dim;
            }
        }
    }

    [Fact]
    public void EvenTheBasisIsThatOfE3nn()
    {
        foreach (JsonProperty reference in Reference.Load("so3_golden").GetProperty("cartesian_tensor").EnumerateObject())
        {
            ReducedTensorProducts actual = ReducedTensorProducts.Create(reference.Name, "1o");
            Assert.Equal(reference.Value.GetProperty("irreps").GetString(), actual.Output.ToString());
            double[] expected = new double[actual.ChangeOfBasis.Length];
            foreach (JsonElement entry in reference.Value.GetProperty("sparse").EnumerateArray())
            {
                double[] numbers = Reference.Vector(entry);
                int element = numbers[..^1].Aggregate(0, (n, i) => n * 3 + (int)i);
                expected[element] = numbers[^1];
            }
            Reference.Near(expected, actual.ToE3nn(), 1e-9, reference.Name);
        }
        JsonElement mixed = Reference.Load("so3_golden").GetProperty("reduced_tp");
        ReducedTensorProducts product = ReducedTensorProducts.Create(mixed.GetProperty("formula").GetString()!, mixed.GetProperty("i").GetString()!);
        Assert.Equal(mixed.GetProperty("irreps_out").GetString(), product.Output.ToString());
        Reference.Near(Reference.Data(mixed.GetProperty("Q")), product.ToE3nn(), 1e-9, "reduced_tp");
    }

    [Theory]
    [InlineData("i", "2x0e+3x1o+1e")]
    [InlineData("ij", "1o")]
    [InlineData("ij=-ji", "2x1o+0e")]
    [InlineData("ij=ji", "2e+3x1e")]
    [InlineData("ijk", "1o")]
    [InlineData("ijk=jik", "0o+1e")]
    [InlineData("ijk=jki=-jik", "2e")]
    [InlineData("ijk=-kji", "2x1o")]
    [InlineData("ijkl=jikl=klij", "1o")]
    [InlineData("ijkl=jikl=ikjl=ijlk", "1e")]
    [InlineData("ijkl=-jikl=-ijlk=klij", "0e+1o")]
    [InlineData("ijklm=jklmi", "1o")]
    [InlineData("ij=-ji", "SO(3): 1+2x2")]
    public void TheChangeOfBasisIsEquivariantOrthonormalAndComplete(string formula, string irreps)
    {
        ReducedTensorProducts products = ReducedTensorProducts.Create(formula, irreps);
        DenseMatrix rows = Matrix(products);
        Reference.Near(DenseMatrix.Identity(rows.Rows).Values, (rows * rows.Transpose()).Values, 1e-12, "orthonormal");
        double[] average = PermutationBasisTests.Average(products.Formula, [.. products.Inputs.Select(input => input.Dim)]);
        Reference.Near(average, (rows.Transpose() * rows).Values, 1e-12, "projector onto the symmetry");
        Assert.Equal(products.Output, products.Output.Regroup());
        Random random = new(7);
        bool inverts = products.Output.Group == Group.O3;
        for (int trial = 0; trial < 3; trial++) AssertEquivariant(products, new OrthogonalTransform(Rotation.Random(random), inverts && trial > 0), random);
    }

    [Fact]
    public void IndicesMayHaveDifferentRepresentations()
    {
        IndexFormula formula = IndexFormula.Parse("ijk=jik");
        Dictionary<char, Irreps> irreps = new() { ['j'] = Irreps.Parse("2x0e+1o"), ['k'] = Irreps.Parse("1e+2x2o") };
        ReducedTensorProducts products = ReducedTensorProducts.Create(formula, irreps);
        Assert.Equal(15 * 13, products.Output.Dim);
        AssertEquivariant(products, OrthogonalTransform.Random(new Random(3)), new Random(4));
        double[] average = PermutationBasisTests.Average(formula, [5, 5, 13]);
        DenseMatrix rows = Matrix(products);
        Reference.Near(average, (rows.Transpose() * rows).Values, 1e-12, "projector");
    }

    [Fact]
    public void FiltersKeepWhatTheyName()
    {
        IndexFormula formula = IndexFormula.Parse("ijk=jik=ikj");
        Dictionary<char, Irreps> vectors = new() { ['i'] = Irreps.Parse("1o") };
        ReducedTensorProducts all = ReducedTensorProducts.Create(formula, vectors);
        Assert.Equal("1x1o+1x3o", all.Output.ToString());
        ReducedTensorProducts third = ReducedTensorProducts.Create(formula, vectors, [Irrep.O3(3, -1), Irrep.O3(7, 1)]);
        Assert.Equal("1x3o", third.Output.ToString());
        Assert.Equal(all.ChangeOfBasis[(3 * 27)..].ToArray(), third.ChangeOfBasis.ToArray());
        Assert.Equal([7, 3, 3, 3], third.Shape);

        // The symmetric vector is made of paths through 0e and through 2e: neither has the symmetry alone.
        Irrep[] Named(string text) => [.. Irreps.Parse(text).Select(entry => entry.Irrep)];
        Assert.Equal(0, ReducedTensorProducts.Create(formula, vectors, null, Named("0e+1o")).Output.Dim);
        Assert.Equal("1x1o", ReducedTensorProducts.Create(formula, vectors, null, Named("0e+2e+1o")).Output.ToString());
        Assert.Equal("1x3o", ReducedTensorProducts.Create(formula, vectors, null, Named("2e+3o+2o")).Output.ToString());
        Assert.Equal(all.ChangeOfBasis.ToArray(), ReducedTensorProducts.Create(formula, vectors, null, Named("0e+2e+1o+3o")).ChangeOfBasis.ToArray());
        Dictionary<char, Irreps> both = new(vectors) { ['k'] = vectors['i'] };
        Assert.Equal("1x1o+1x3o", ReducedTensorProducts.Create(IndexFormula.Parse("ijk=jik"), both, null, Named("2e+1o+3o")).Output.ToString());
    }

    [Fact]
    public void TensorsGoThereAndBack()
    {
        CartesianTensor symmetric = CartesianTensor.Create("ij=ji");
        Assert.Equal("1x0e+1x2e", symmetric.ToString());
        Random random = new(9);
        double[] t = S2GridTests.Random(random, 2 * 9);
        double[] features = new double[12];
        double[] back = new double[18];
        symmetric.FromCartesian(t, features);
        symmetric.ToCartesian(features, back);
        for (int row = 0; row < 2; row++)
        for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            Assert.Equal((t[row * 9 + 3 * i + j] + t[row * 9 + 3 * j + i]) / 2, back[row * 9 + 3 * i + j], 1e-14);

        CartesianTensor third = CartesianTensor.Create("ijk=-jik");
        (double[] x, double[] y, double[] z) = (S2GridTests.Random(random, 3), S2GridTests.Random(random, 3), S2GridTests.Random(random, 3));
        double[] product = new double[27];
        for (int n = 0; n < 27; n++) product[n] = x[n / 9] * y[n / 3 % 3] * z[n % 3];
        double[] expected = new double[third.Irreps.Dim];
        third.FromCartesian(product, expected);
        Reference.Near(expected, third.FromVectors(x, y, z), 1e-14, "from vectors");
        Assert.Equal(27, third.Size);
        Assert.Equal("ijk=-jik", third.Formula.Text);
        Assert.Throws<ArgumentException>(() => third.FromVectors(x, y));
        Assert.Throws<ArgumentException>(() => third.FromVectors(x, y, [1]));
        Assert.Throws<ArgumentException>(() => third.FromCartesian(new double[26], expected));
    }

    [Fact]
    public void TooLargeOrMeaninglessIsRefused()
    {
        Assert.Throws<FormulaException>(() => ReducedTensorProducts.Create("ij=jk", "1o"));
        Assert.Throws<SignatureException>(() => ReducedTensorProducts.Create("ij=ji", "1q"));
        Assert.Contains("8192", Assert.Throws<ArgumentException>(() => ReducedTensorProducts.Create("abcdefgh", "1o+1e")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ReducedTensorProducts.Create("ij=ji", "SU(2): 1/2"));
        Dictionary<char, Irreps> mixed = new() { ['i'] = Irreps.Parse("1o"), ['j'] = Irreps.Parse("1", Group.SO3) };
        Assert.Throws<ArgumentException>(() => ReducedTensorProducts.Create(IndexFormula.Parse("ij"), mixed));
        ArgumentException different = Assert.Throws<ArgumentException>(() => ReducedTensorProducts.Create(IndexFormula.Parse("ij=ji"), mixed));
        Assert.Contains("same representation", different.Message, StringComparison.Ordinal);
        Assert.Equal("irreps", different.ParamName);
        Assert.Equal(0, ReducedTensorProducts.Create("ij=ji=-ij", "1o").Output.Dim);
        using CancellationTokenSource source = new();
        source.Cancel();
        mixed['j'] = mixed['i'];
        Assert.Throws<OperationCanceledException>(
            () => ReducedTensorProducts.Create(IndexFormula.Parse("ij"), mixed, cancellationToken: source.Token)
        );
    }

    // Q·(D ⊗ D ⊗ …) = D(output)·Q, on a random product of vectors.
    private static void AssertEquivariant(ReducedTensorProducts products, OrthogonalTransform transform, Random random)
    {
        double[][] vectors = [.. products.Inputs.Select(input => S2GridTests.Random(random, input.Dim))];
        double[][] moved = [.. products.Inputs.Select((input, i) => Moved(input, transform, vectors[i]))];
        Reference.Near(Moved(products.Output, transform, products.FromVectors(vectors)), products.FromVectors(moved), 1e-11, "equivariance");
    }

    private static double[] Moved(Irreps irreps, OrthogonalTransform transform, double[] vector)
    {
        double[] moved = new double[vector.Length];
        RepresentationAction.Apply<double>(irreps, transform, vector, moved);
        return moved;
    }

    private static DenseMatrix Matrix(ReducedTensorProducts products) => new(products.Output.Dim, products.Size, products.ChangeOfBasis.ToArray());

    private static double[] Projector(DenseMatrix matrix, int first, int count)
    {
        DenseMatrix rows = new(count, matrix.Columns, matrix.Values[(first * matrix.Columns)..((first + count) * matrix.Columns)]);
        return (rows.Transpose() * rows).Values;
    }

    private static IEnumerable<double> Flatten(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(Flatten) : [element.GetDouble()];
}
