using System;

namespace Reps.Kernels;

/// <summary>What is read and written by one evaluation of a symmetric contraction; spans that are not used are empty.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal ref struct ContractionCall<T>
{
    /// <summary>Which of the three maps is evaluated.</summary>
    public ContractionMap Map;

    /// <summary>The tables.</summary>
    public ContractionTable<T> Table;

    /// <summary>[rows, inputs, channels].</summary>
    public ReadOnlySpan<T> Input;

    /// <summary>[elements, paths, channels].</summary>
    public ReadOnlySpan<T> Weights;

    /// <summary>[rows]: which weights a row takes.</summary>
    public ReadOnlySpan<int> Elements;

    /// <summary>The cotangent of the output.</summary>
    public ReadOnlySpan<T> GradOutput;

    /// <summary>In the second derivative: the cotangent of the gradient by the input, or empty for zero.</summary>
    public ReadOnlySpan<T> CotangentInput;

    /// <summary>In the second derivative: the cotangent of the gradient by the weights, or empty for zero.</summary>
    public ReadOnlySpan<T> CotangentWeights;

    /// <summary>Written: the output, or in the second derivative the gradient by the cotangent of the output.</summary>
    public Span<T> Output;

    /// <summary>Written: the gradient by the input.</summary>
    public Span<T> GradInput;

    /// <summary>Written: the gradient by the weights.</summary>
    public Span<T> GradWeights;
}

/// <summary>The maps of a symmetric contraction.</summary>
internal enum ContractionMap
{
    /// <summary>The output.</summary>
    Forward,

    /// <summary>The gradients by input and weights.</summary>
    Backward,

    /// <summary>The gradients of the gradients.</summary>
    DoubleBackward,
}
