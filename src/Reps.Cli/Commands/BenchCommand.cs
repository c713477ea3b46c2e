using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Reps.Algebra;
using Reps.Benchmarking;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps bench "64x0e + 64x1o" "0e + 1o" "64x0e + 64x1o"</c>: how fast a layer runs here, beside what the machine allows.</summary>
internal sealed class BenchCommand : IReportCommand
{
    private readonly Argument<string> _left = new("left") { Description = "The left signature of a product, or the input of a linear layer." };
    private readonly Argument<string> _right = new("right") { Description = "The right signature of a product, or the output of a linear layer." };

    private readonly Argument<string?> _output = new("output")
    {
        Description = "The output signature of a product.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _linear = new("--linear") { Description = "Measure the linear layer from the first signature to the second." };

    private readonly Option<string> _mode = new("--mode")
    {
        Description = "How the product connects channels, by e3nn's names.",
        DefaultValueFactory = _ => "uvu",
    };

    private readonly Option<string> _weights = new("--weights")
    {
        Description = "each (every row has its own), shared (one vector for all) or none.",
        DefaultValueFactory = _ => "each",
    };

    private readonly Option<int> _rows = Number("--rows", "How many rows a run processes.", 2000, 1, 1 << 24);

    private readonly Option<int> _threads = Number("--threads", "How many threads share them.", 1, 1, Environment.ProcessorCount);

    private readonly Option<double> _seconds = new("--seconds")
    {
        Description = "How long each pass is repeated; the machine's limits take as long again.",
        DefaultValueFactory = _ => 1,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is >= 0.01 and <= 600) return value;
            result.AddError($"--seconds is {Quote.Text(text)}; expected a number from 0.01 to 600");
            return 0;
        },
    };

    public string Name => "bench";

    public string Description => "Time a layer, beside what this machine's memory and arithmetic allow";

    public void Declare(Command command)
    {
        command.Add(_left);
        command.Add(_right);
        command.Add(_output);
        command.Add(_linear);
        _mode.Choices(ConnectionRule.AllNames.Split(", "));
        command.Add(_mode);
        _weights.Choices("each", "shared", "none");
        command.Add(_weights);
        command.Add(_rows);
        command.Add(_threads);
        command.Add(_seconds);
        command.Validators.Add(result =>
        {
            bool linear = result.GetResult(_linear) is { Implicit: false };
            bool output = result.GetResult(_output) is { Tokens.Count: > 0 };
            if (!linear && !output && result.GetResult(_right) is { Tokens.Count: > 0 })
                result.AddError("bench takes <left> <right> <output>, or --linear and two signatures; <output> is missing");
            if (linear && output) result.AddError("bench --linear takes two signatures, of the input and of the output");
            if (linear && result.GetResult(_mode) is { Implicit: false }) result.AddError("--mode is of products; a linear layer has none");
        });
    }

    public Report Run(ParseResult parsed)
    {
        int[] threads = [parsed.GetValue(_threads)];
        double seconds = parsed.GetValue(_seconds);
        using Workload workload = parsed.GetValue(_linear) ? Linear(parsed) : Product(parsed);
        Roofline roofline = new();
        // Seventeen figures, before and after.
        roofline.MeasureLimits(threads, seconds / 34);
        roofline.Measure(workload, threads, seconds);
        roofline.MeasureLimits(threads, seconds / 34);
        return new Report(
            RooflineJson.Of(roofline),
            console =>
            {
                console.Title($"{workload.Name}, {parsed.GetValue(_rows)} rows, float");
                Print(console, RooflineText.LimitColumns, RooflineText.Limits(roofline));
                // The title has the name.
                Print(console, RooflineText.RowColumns[1..], RooflineText.Rows(roofline).Select(cells => cells[1..]));
            }
        );
    }

    private ProductWorkload Product(ParseResult parsed)
    {
        Irreps left = Signatures.Parse(parsed.GetValue(_left)!, "left");
        Irreps right = Signatures.Parse(parsed.GetValue(_right)!, "right");
        Irreps output = Signatures.Parse(parsed.GetValue(_output)!, "output");
        string modeName = parsed.GetValue(_mode)!;
        ConnectionRule.TryParse(modeName, out Mode mode);
        WeightUse use = Enum.Parse<WeightUse>(parsed.GetValue(_weights)!, ignoreCase: true);
        if (use == WeightUse.None && ConnectionRule.Of(mode).NeedsWeight)
            throw new FormatException($"--weights is 'none', but mode {modeName} mixes channels by its weights; write each or shared.");
        TensorProductPlan plan = TensorProductPlan.Create(
            left,
            right,
            output,
            TensorProductFamily.Connect(left, right, output, mode, use != WeightUse.None)
        );
        if (plan.Segmented.Paths.Count == 0)
            throw new FormatException(
                $"output is {Quote.Text(output.ToString())}: mode {modeName} has no path to it from '{left}' and '{right}'; 'reps product' lists the irreps that they reach, and uvu keeps the left multiplicities."
            );
        long weights = use == WeightUse.None ? 0 : plan.WeightCount;
        int rows = Rows(parsed, 2L * (left.Dim + right.Dim + output.Dim), weights, use);
        TensorProduct product = new(plan);
        return new ProductWorkload($"{plan.Segmented.Name}, {modeName}, {Describe(use)}", "row", rows, plan, use, product.Forward<float>, product.Backward<float>);
    }

    private LinearWorkload Linear(ParseResult parsed)
    {
        Irreps input = Signatures.Parse(parsed.GetValue(_left)!, "left");
        Irreps output = Signatures.Parse(parsed.GetValue(_right)!, "right");
        WeightUse use = Enum.Parse<WeightUse>(parsed.GetValue(_weights)!, ignoreCase: true);
        if (use == WeightUse.None) throw new FormatException("--weights is 'none', but a linear layer is its weights; write each or shared.");
        LinearPlan plan = LinearPlan.Create(input, output);
        if (plan.Segmented.Paths.Count == 0)
            throw new FormatException($"right is {Quote.Text(output.ToString())}, which has no irrep of '{input}'; a linear layer connects equal irreps.");
        int rows = Rows(parsed, 2L * (input.Dim + output.Dim), plan.WeightCount, use);
        Reps.Linear linear = new(plan);
        return new LinearWorkload($"{plan.Segmented.Name}, {Describe(use)}", rows, plan, use, linear.Forward<float>, linear.Backward<float>);
    }

    private static string Describe(WeightUse use) =>
        use switch
        {
            WeightUse.Each => "weights of each row",
            WeightUse.Shared => "shared weights",
            _ => "no weights",
        };

    // The operands and their gradients, all in memory at once.
    private int Rows(ParseResult parsed, long perRow, long weights, WeightUse use)
    {
        const long Most = 4L << 30;
        int rows = parsed.GetValue(_rows);
        long bytes = sizeof(float) * (rows * perRow + (use == WeightUse.Each ? rows : 1) * 2 * weights);
        long longest = Math.Max(perRow, use == WeightUse.Each ? weights : 0) * rows;
        if (bytes <= Most && longest <= int.MaxValue) return rows;
        throw new FormatException($"--rows is {rows}, which makes operands of {bytes >> 20} MiB; at most {Most >> 20} MiB are measured: write fewer rows.");
    }

    private static void Print(IAnsiConsole console, string[] columns, IEnumerable<string[]> rows)
    {
        Table table = Tables.Create(columns);
        foreach (string[] row in rows) table.Row(row);
        console.Write(table);
    }

    private static Option<int> Number(string name, string description, int value, int least, int most) =>
        new(name)
        {
            Description = $"{description[..^1]}, from {least} to {most}.",
            DefaultValueFactory = _ => value,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most) return number;
                result.AddError($"{name} is {Quote.Text(text)}; expected a number from {least} to {most}");
                return 0;
            },
        };
}
