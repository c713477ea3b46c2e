using System;
using System.Linq;
using System.Text.Json;
using Reps.Algebra;

namespace Reps.Cli.Evaluation;

/// <summary>A tensor product with its weights and inputs, as read from JSON.</summary>
/// <param name="Product">The layer.</param>
/// <param name="Weights">One weight vector for all rows, or one for each row.</param>
/// <param name="Left">The left inputs in e3nn's order.</param>
/// <param name="Right">The right inputs in e3nn's order.</param>
internal sealed record TensorProductRequest(TensorProduct Product, double[] Weights, double[][] Left, double[][] Right)
{
    /// <summary>Reads a request.</summary>
    /// <exception cref="FormatException">The text is no JSON or not of this shape; the message names the field.</exception>
    public static TensorProductRequest Parse(string text, string source)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return Parse(new JsonFields(document.RootElement, source));
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{source} is not JSON: {exception.Message}", exception);
        }
    }

    /// <summary>The outputs in e3nn's order, one for each row.</summary>
    public double[][] Evaluate()
    {
        TensorProductPlan plan = Product.Plan;
        int rows = Left.Length;
        double[] left = new double[rows * plan.Left.Dim];
        double[] right = new double[rows * plan.Right.Dim];
        double[] output = new double[rows * plan.Output.Dim];
        E3nnLayout.FromE3nn<double>(plan.Left, Left.SelectMany(row => row).ToArray(), left);
        E3nnLayout.FromE3nn<double>(plan.Right, Right.SelectMany(row => row).ToArray(), right);
        Product.Forward<double>(left, right, Weights, output);
        double[] ordered = new double[output.Length];
        E3nnLayout.ToE3nn<double>(plan.Output, output, ordered);
        return [.. Enumerable.Range(0, rows).Select(row => ordered[(row * plan.Output.Dim)..((row + 1) * plan.Output.Dim)])];
    }

    private static TensorProductRequest Parse(JsonFields fields)
    {
        Irreps left = fields.Irreps("in1");
        Irreps right = fields.Irreps("in2");
        TensorProductOptions options = new()
        {
            IrrepNormalization = fields.Choice("irrep_normalization", IrrepNormalization.Component),
            PathNormalization = fields.Choice("path_normalization", PathNormalization.Element),
        };
        TensorProduct product = new(Plan(fields, left, right, options));
        double[][] x = fields.Rows("x", left.Dim);
        double[][] y = fields.Rows("y", right.Dim);
        if (x.Length != y.Length) throw fields.Error("y", $"{y.Length} rows, but x has {x.Length}: they are multiplied row by row");
        return new TensorProductRequest(product, fields.Weights(product.WeightCount, x.Length), x, y);
    }

    private static TensorProductPlan Plan(JsonFields fields, Irreps left, Irreps right, TensorProductOptions options)
    {
        string kind = fields.Text("kind") ?? (fields.Has("instructions") ? "Instructions" : "FullyConnected");
        switch (kind)
        {
            case "FullyConnected":
                return TensorProductFamily.FullyConnected(left, right, fields.Output(), options);
            case "Full":
                return TensorProductFamily.Full(left, right, options: options);
            case "Elementwise":
                // e3nn takes inputs in their own order there; alignment cuts segments but does not move numbers.
                return TensorProductFamily.Elementwise(left, right, options: options);
            case "Instructions":
                return TensorProductPlan.Create(left, right, fields.Output(), fields.Instructions(), options);
            default:
                throw fields.Error("kind", $"'{kind}'; expected FullyConnected, Full, Elementwise or Instructions");
        }
    }
}
