using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Reps.Algebra;

namespace Reps.Cli.Evaluation;

/// <summary>A tensor product with its weights and inputs, as read from JSON.</summary>
/// <param name="Product">The layer.</param>
/// <param name="Weights">One weight vector for all rows, or one for each row.</param>
/// <param name="Left">The left inputs in e3nn's order.</param>
/// <param name="Right">The right inputs in e3nn's order.</param>
internal sealed record TensorProductRequest(TensorProduct Product, double[] Weights, double[][] Left, double[][] Right)
{
    // Degrees up to 100 are valid, but tables of the highest ones take minutes.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Reads a request.</summary>
    /// <param name="text">JSON: a request, or an object whose <c>cases</c> are requests.</param>
    /// <param name="source">The name of the text in messages.</param>
    /// <param name="number">Which case, from zero; null for a text that is one request.</param>
    /// <exception cref="FormatException">The text is no JSON or not of this shape; the message names the field.</exception>
    public static TensorProductRequest Parse(string text, string source, int? number = null)
    {
        using JsonDocument document = JsonText.Parse(text, source);
        JsonElement root = RequestCase.Select(document.RootElement, source, number);
        string place = number is null ? source : $"{source}: cases[{number}]";
        try
        {
            return Parse(new JsonFields(root, place));
        }
        catch (OperationCanceledException exception)
        {
            throw new FormatException($"{place}: the exact coefficients take longer than {s_patience.TotalSeconds} s; lower the degrees of the irreps.", exception);
        }
        catch (ArgumentException exception)
        {
            // The library knows the product, not the file.
            throw new FormatException($"{place}: {Messages.Of(exception)}", exception);
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
        using CancellationTokenSource limit = new(s_patience);
        TensorProduct product = new(Plan(fields, left, right, options, limit.Token));
        double[][] x = fields.Rows("x", left.Dim);
        double[][] y = fields.Rows("y", right.Dim);
        if (x.Length != y.Length) throw fields.Error("y", $"{y.Length} rows, but x has {x.Length}: they are multiplied row by row");
        return new TensorProductRequest(product, fields.Weights(product.WeightCount, x.Length), x, y);
    }

    private static TensorProductPlan Plan(JsonFields fields, Irreps left, Irreps right, TensorProductOptions options, CancellationToken limit)
    {
        bool listed = fields.Has("instructions");
        RequestKind kind = fields.Choice("kind", listed ? RequestKind.Instructions : RequestKind.FullyConnected);
        if (listed && kind != RequestKind.Instructions)
            throw fields.Error("instructions", $"the kind {kind} makes its own; remove them or set kind to Instructions");
        if (kind == RequestKind.FullyConnected) return TensorProductFamily.FullyConnected(left, right, fields.Output(), options, limit);
        if (kind == RequestKind.Instructions) return TensorProductPlan.Create(left, right, fields.Output(), fields.Instructions(), options, limit);
        // Elementwise aligns segments by cutting them, which moves no numbers.
        TensorProductPlan plan =
            kind == RequestKind.Full
                ? TensorProductFamily.Full(left, right, options: options, cancellationToken: limit)
                : TensorProductFamily.Elementwise(left, right, options: options, cancellationToken: limit);
        if (fields.Text("irreps_out") is not null && fields.Output().Dim != plan.Output.Dim)
            throw fields.Error("irreps_out", $"{fields.Output()}, but the product is {plan.Output}; remove the field or correct it");
        return plan;
    }
}
