using System;

namespace Reps.Kernels;

/// <summary>Checks everything that a symmetric contraction reads and writes, before it writes anything.</summary>
internal static class ContractionGuard
{
    public static ContractionCall<T> Forward<T>(
        ContractionTable<T> table,
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<int> elements,
        Span<T> output
    )
    {
        int rows = SpanGuard.Rows(nameof(output), output.Length, table.OutputDim);
        Inputs(table, rows, input, weights, elements);
        SpanGuard.Apart(nameof(output), output, input, weights);
        return new ContractionCall<T>
        {
            Map = ContractionMap.Forward,
            Table = table,
            Input = input,
            Weights = weights,
            Elements = elements,
            Output = output,
        };
    }

    public static ContractionCall<T> Backward<T>(
        ContractionTable<T> table,
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<int> elements,
        ReadOnlySpan<T> gradOutput,
        Span<T> gradInput,
        Span<T> gradWeights
    )
    {
        int rows = SpanGuard.Rows(nameof(gradOutput), gradOutput.Length, table.OutputDim);
        Inputs(table, rows, input, weights, elements);
        SpanGuard.ExactlyOrEmpty(nameof(gradInput), gradInput.Length, rows, table.InputDim);
        SpanGuard.SameOrEmpty(nameof(gradWeights), gradWeights.Length, weights.Length);
        SpanGuard.Apart(nameof(gradInput), gradInput, input, weights, gradOutput);
        SpanGuard.Apart(nameof(gradWeights), gradWeights, input, weights, gradOutput);
        SpanGuard.Apart<T>(nameof(gradWeights), gradWeights, gradInput);
        return new ContractionCall<T>
        {
            Map = ContractionMap.Backward,
            Table = table,
            Input = input,
            Weights = weights,
            Elements = elements,
            GradOutput = gradOutput,
            GradInput = gradInput,
            GradWeights = gradWeights,
        };
    }

    public static ContractionCall<T> DoubleBackward<T>(
        ContractionTable<T> table,
        ReadOnlySpan<T> input,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<int> elements,
        ReadOnlySpan<T> gradOutput,
        ReadOnlySpan<T> cotangentInput,
        ReadOnlySpan<T> cotangentWeights,
        Span<T> gradInput,
        Span<T> gradWeights,
        Span<T> gradGradOutput
    )
    {
        ContractionCall<T> job = Backward(table, input, weights, elements, gradOutput, gradInput, gradWeights);
        SpanGuard.ExactlyOrEmpty(nameof(cotangentInput), cotangentInput.Length, elements.Length, table.InputDim);
        SpanGuard.SameOrEmpty(nameof(cotangentWeights), cotangentWeights.Length, weights.Length);
        SpanGuard.ExactlyOrEmpty(nameof(gradGradOutput), gradGradOutput.Length, elements.Length, table.OutputDim);
        SpanGuard.Apart(nameof(gradInput), gradInput, cotangentInput, cotangentWeights);
        SpanGuard.Apart(nameof(gradWeights), gradWeights, cotangentInput, cotangentWeights);
        SpanGuard.Apart(nameof(gradGradOutput), gradGradOutput, input, weights, cotangentInput, cotangentWeights);
        SpanGuard.Apart(nameof(gradGradOutput), gradGradOutput, gradOutput, gradInput, gradWeights);
        job.Map = ContractionMap.DoubleBackward;
        job.CotangentInput = cotangentInput;
        job.CotangentWeights = cotangentWeights;
        job.Output = gradGradOutput;
        return job;
    }

    private static void Inputs<T>(ContractionTable<T> table, int rows, ReadOnlySpan<T> input, ReadOnlySpan<T> weights, ReadOnlySpan<int> elements)
    {
        SpanGuard.Exactly(nameof(input), input.Length, rows, table.InputDim);
        SpanGuard.Exactly(nameof(elements), elements.Length, rows, 1);
        int count = SpanGuard.Rows(nameof(weights), weights.Length, table.WeightCount);
        if (table.WeightCount == 0) return;
        for (int row = 0; row < elements.Length; row++)
            if ((uint)elements[row] >= (uint)count)
                throw new ArgumentException($"'{nameof(elements)}' has {elements[row]} in row {row}, but there are weights for the elements 0 to {count - 1}.", nameof(elements));
    }
}
