using System;
using System.Buffers;
using System.Collections.Generic;
using System.Numerics;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Radial;

/// <summary>Functions of a distance. Input: distances [rows].</summary>
internal sealed class BasisTensorKernel(IRadialBasis basis, Func<Tensor, Tensor> operators) : TensorKernel
{
    public override string Name => basis.GetType().Name;

    public override long[] OutputShape(IReadOnlyList<Tensor> inputs) => [inputs[0].size(0), basis.Count];

    public override Tensor Operators(IReadOnlyList<Tensor> inputs)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(operators(inputs[0].unsqueeze(-1)));
    }

    public override void Forward(ReadOnlySpan<Block> inputs, Block output)
    {
        if (output.IsSingle) basis.Evaluate<float>(inputs[0].Singles, output.Singles);
        else basis.Evaluate<double>(inputs[0].Doubles, output.Doubles);
    }

    public override void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs)
    {
        if (gradOutput.IsSingle) Backward<float>(inputs[0].Singles, gradOutput.Singles, gradInputs[0].Singles);
        else Backward<double>(inputs[0].Doubles, gradOutput.Doubles, gradInputs[0].Doubles);
    }

    public override void DoubleBackward(
        ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> cotangents, ReadOnlySpan<Block> gradInputs, Block gradGradOutput)
    {
        if (gradOutput.IsSingle)
            DoubleBackward<float>(inputs[0].Singles, gradOutput.Singles, cotangents[0].Singles, gradInputs[0].Singles, gradGradOutput.Singles);
        else
            DoubleBackward<double>(inputs[0].Doubles, gradOutput.Doubles, cotangents[0].Doubles, gradInputs[0].Doubles, gradGradOutput.Doubles);
    }

    private void Backward<T>(ReadOnlySpan<T> distances, ReadOnlySpan<T> gradOutput, Span<T> gradInput)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (gradInput.IsEmpty) return;
        using Rented<T> slopes = new(gradOutput.Length);
        basis.Derivative(distances, slopes.Values);
        Sum(gradOutput, slopes.Values, gradInput);
    }

    private void DoubleBackward<T>(ReadOnlySpan<T> distances, ReadOnlySpan<T> gradOutput, ReadOnlySpan<T> cotangent, Span<T> gradInput, Span<T> gradGradOutput)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (cotangent.IsEmpty)
        {
            gradInput.Clear();
            gradGradOutput.Clear();
            return;
        }
        using Rented<T> terms = new(gradOutput.Length);
        if (!gradInput.IsEmpty)
        {
            basis.SecondDerivative(distances, terms.Values);
            Sum(gradOutput, terms.Values, gradInput);
            for (int row = 0; row < gradInput.Length; row++) gradInput[row] *= cotangent[row];
        }
        if (gradGradOutput.IsEmpty) return;
        basis.Derivative(distances, gradGradOutput);
        for (int n = 0; n < gradGradOutput.Length; n++) gradGradOutput[n] *= cotangent[n / basis.Count];
    }

    // For each row the sum over the functions.
    private void Sum<T>(ReadOnlySpan<T> gradOutput, ReadOnlySpan<T> terms, Span<T> sums)
        where T : IFloatingPointIeee754<T>
    {
        for (int row = 0; row < sums.Length; row++)
        {
            T sum = T.Zero;
            for (int n = row * basis.Count; n < (row + 1) * basis.Count; n++) sum += gradOutput[n] * terms[n];
            sums[row] = sum;
        }
    }

    private readonly ref struct Rented<T>(int length)
    {
        private readonly T[] _array = ArrayPool<T>.Shared.Rent(length);

        public Span<T> Values => _array.AsSpan(0, length);

        public void Dispose() => ArrayPool<T>.Shared.Return(_array);
    }
}
