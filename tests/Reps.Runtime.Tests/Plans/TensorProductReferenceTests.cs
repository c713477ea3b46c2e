using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Reps.Algebra;

namespace Reps.Tests.Plans;

/// <summary>Outputs and path coefficients of e3nn, for every kind of product and every connection mode.</summary>
public sealed class TensorProductReferenceTests
{
    public static IEnumerable<object[]> Cases => Enumerable.Range(0, Reference.Load("tensor_products").GetProperty("cases").GetArrayLength()).Select(n => new object[] { n });

    public static IEnumerable<object[]> Modes => Reference.Load("so3_golden").GetProperty("tensor_products").EnumerateObject().Select(p => new object[] { p.Name });

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case(int number)
    {
        JsonElement c = Reference.Load("tensor_products").GetProperty("cases")[number];
        Irreps left = Irreps.Parse(c.GetProperty("in1").GetString()!);
        Irreps right = Irreps.Parse(c.GetProperty("in2").GetString()!);
        string output = c.GetProperty("irreps_out").GetString()!;
        TensorProductOptions options = Options(c);
        TensorProductPlan plan = c.GetProperty("kind").GetString() switch
        {
            "FullyConnected" => TensorProductFamily.FullyConnected(left, right, Irreps.Parse(output), options),
            "Full" => TensorProductFamily.Full(left, right, options: options),
            "Elementwise" => TensorProductFamily.Elementwise(left, right, options: options),
            _ => TensorProductPlan.Create(left, right, Irreps.Parse(output), Instructions(c.GetProperty("instructions")), options),
        };
        Assert.Equal(output, plan.Output.ToString());
        CheckInstructions(plan, c.GetProperty("instructions_used"));
        double[][] x = Reference.Rows(c.GetProperty("x"));
        double[][] y = Reference.Rows(c.GetProperty("y"));
        double[][] expected = Reference.Rows(c.GetProperty("out"));
        CheckOutput(plan, x.Length, [.. x.SelectMany(r => r)], [.. y.SelectMany(r => r)], Reference.Vector(c.GetProperty("weight")), [.. expected.SelectMany(r => r)], 1e-12);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Mode(string name)
    {
        JsonElement c = Reference.Load("so3_golden").GetProperty("tensor_products").GetProperty(name);
        List<TensorProductInstruction> instructions = Instructions(c.GetProperty("instructions"));
        // The file lists instructions without their path weights; this one, and no other, was made with 0.5.
        if (name == "uvw") instructions[3] = instructions[3] with { PathWeight = 0.5 };
        TensorProductPlan plan = TensorProductPlan.Create(
            Irreps.Parse(c.GetProperty("irreps_in1").GetString()!),
            Irreps.Parse(c.GetProperty("irreps_in2").GetString()!),
            Irreps.Parse(c.GetProperty("irreps_out").GetString()!),
            instructions,
            Options(c.GetProperty("args"))
        );
        Reference.Near(Reference.Vector(c.GetProperty("path_coeffs")), [.. plan.PathCoefficients.Select(p => p.ToDouble())], 1e-15, "path coefficient");
        // The file keeps fifteen digits.
        CheckOutput(
            plan,
            c.GetProperty("x").GetProperty("shape")[0].GetInt32(),
            Reference.Data(c.GetProperty("x")),
            Reference.Data(c.GetProperty("y")),
            Reference.Data(c.GetProperty("w")),
            Reference.Data(c.GetProperty("out")),
            1e-13
        );
    }

    [Fact]
    public void FullProductOfGolden()
    {
        JsonElement c = Reference.Load("so3_golden").GetProperty("full_tp");
        TensorProductPlan plan = TensorProductFamily.Full(Irreps.Parse("2x0e+1x1o"), Irreps.Parse("2x1o+1x2e"));
        Assert.Equal(c.GetProperty("irreps_out").GetString(), plan.Output.ToString());
        CheckGolden(plan, c);
    }

    [Fact]
    public void ElementwiseProductOfGoldenAlignsSegments()
    {
        JsonElement c = Reference.Load("so3_golden").GetProperty("elementwise_tp");
        TensorProductPlan plan = TensorProductFamily.Elementwise(Irreps.Parse("5x1o+5x1e"), Irreps.Parse("10x1e"), [Irrep.O3(0, 1), Irrep.O3(0, -1)]);
        Assert.Equal(c.GetProperty("irreps_out").GetString(), plan.Output.ToString());
        CheckGolden(plan, c);
    }

    [Fact]
    public void LinearOfGolden()
    {
        JsonElement c = Reference.Load("so3_golden").GetProperty("linear");
        LinearPlan plan = LinearPlan.Create(Irreps.Parse("3x0e+2x0e+2x1o"), Irreps.Parse("4x0e+3x1o"));
        JsonElement input = c.GetProperty("inputs")[0];
        double[] x = Reference.Data(input);
        int rows = input.GetProperty("shape")[0].GetInt32();
        double[] own = new double[x.Length];
        E3nnLayout.FromE3nn<double>(plan.Input, x, own);
        double[] output = new double[rows * plan.Output.Dim];
        new Linear(plan).Forward<double>(own, Reference.Data(c.GetProperty("params").GetProperty("weight")), output);
        double[] actual = new double[output.Length];
        E3nnLayout.ToE3nn<double>(plan.Output, output, actual);
        double[] expected = Reference.Data(c.GetProperty("out"));
        // The reference layer has biases, which are added to the even scalars.
        if (c.GetProperty("params").TryGetProperty("bias", out JsonElement bias) && Reference.Data(bias) is { Length: > 0 } b)
            for (int row = 0; row < rows; row++)
            for (int n = 0; n < b.Length; n++)
                actual[row * plan.Output.Dim + n] += b[n];
        Reference.Near(expected, actual, 1e-13, "linear");
    }

    private static void CheckGolden(TensorProductPlan plan, JsonElement c) =>
        CheckOutput(
            plan,
            c.GetProperty("out").GetProperty("shape")[0].GetInt32(),
            Reference.Data(c.GetProperty("inputs")[0]),
            Reference.Data(c.GetProperty("inputs")[1]),
            [],
            Reference.Data(c.GetProperty("out")),
            1e-13
        );

    private static void CheckOutput(TensorProductPlan plan, int rows, double[] x, double[] y, double[] w, double[] expected, double tolerance)
    {
        Assert.Equal(w.Length, plan.WeightCount);
        double[] left = new double[x.Length];
        double[] right = new double[y.Length];
        E3nnLayout.FromE3nn<double>(plan.Left, x, left);
        E3nnLayout.FromE3nn<double>(plan.Right, y, right);
        double[] output = new double[rows * plan.Output.Dim];
        new TensorProduct(plan).Forward<double>(left, right, w, output);
        double[] actual = new double[output.Length];
        E3nnLayout.ToE3nn<double>(plan.Output, output, actual);
        Reference.Near(expected, actual, tolerance, "output");
    }

    private static void CheckInstructions(TensorProductPlan plan, JsonElement used)
    {
        Assert.Equal(used.GetArrayLength(), plan.Instructions.Count);
        for (int n = 0; n < plan.Instructions.Count; n++)
        {
            TensorProductInstruction path = plan.Instructions[n];
            Assert.Equal((used[n][0].GetInt32(), used[n][1].GetInt32(), used[n][2].GetInt32()), (path.Left, path.Right, path.Output));
            Assert.Equal(used[n][3].GetString(), ConnectionRule.Of(path.Mode).Name);
            Assert.Equal(used[n][4].GetBoolean(), path.HasWeight);
            Assert.Equal(used[n][5].GetDouble(), plan.PathCoefficients[n].ToDouble(), 1e-15);
        }
    }

    private static List<TensorProductInstruction> Instructions(JsonElement list) =>
        [
            .. list.EnumerateArray()
                .Select(i =>
                {
                    Assert.True(ConnectionRule.TryParse(i[3].GetString()!, out Mode mode));
                    return new TensorProductInstruction(i[0].GetInt32(), i[1].GetInt32(), i[2].GetInt32(), mode, i[4].GetBoolean());
                }),
        ];

    private static TensorProductOptions Options(JsonElement c) =>
        new()
        {
            IrrepNormalization = c.TryGetProperty("irrep_normalization", out JsonElement irrep)
                ? Enum.Parse<IrrepNormalization>(irrep.GetString()!, ignoreCase: true)
                : IrrepNormalization.Component,
            PathNormalization = c.TryGetProperty("path_normalization", out JsonElement path)
                ? Enum.Parse<PathNormalization>(path.GetString()!, ignoreCase: true)
                : PathNormalization.Element,
        };
}
