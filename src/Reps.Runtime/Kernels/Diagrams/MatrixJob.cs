using System;
using System.Numerics;
using Reps.Kernels.Execution;
using Reps.Kernels.Matrix;

namespace Reps.Kernels.Diagrams;

/// <summary>The output or the gradients of a layer that is one matrix, in parts of consecutive rows of the batch.</summary>
internal unsafe struct MatrixJob<T, TGemm>(DiagramCall<T> call, int inputs, int outputs, int parts) : IJob
    where T : unmanaged, INumberBase<T>
    where TGemm : struct, IGemm<T>
{
    // Enough rows for the matrix product to be at its speed.
    private const int RowsOfAPart = 64;

    private readonly DiagramCall<T> _call = call;
    private readonly int _inputs = inputs;
    private readonly int _outputs = outputs;
    private readonly int _parts = parts;

    /// <summary>The matrix, [input, output]; for gradients transposed.</summary>
    public T* Matrix;

    /// <summary>What the biases add to each output.</summary>
    public T* Constant;

    /// <summary>For each part the gradient by the matrix, and after it that by the constant; null if they are not wanted.</summary>
    public T* Sums;

    /// <summary>Into how many parts a batch is cut; results do not depend on who does them.</summary>
    public static int PartsOf(int rows, bool sums)
    {
        int parts = (rows + RowsOfAPart - 1) / RowsOfAPart;
        return sums ? Math.Min(16, parts) : parts;
    }

    public readonly void Run(int part)
    {
        nint start = (nint)((long)_call.Rows * part / _parts), end = (nint)((long)_call.Rows * (part + 1) / _parts);
        (int rows, int inputs, int outputs) = ((int)(end - start), _inputs, _outputs);
        T* x = _call.Input + start * inputs;
        if (_call.Output is not null)
        {
            T* y = _call.Output + start * outputs;
            if (_call.Biases is not null)
                for (int r = 0; r < rows; r++) new Span<T>(Constant, outputs).CopyTo(new Span<T>(y + (nint)r * outputs, outputs));
            GemmShape shape = new(rows, outputs, inputs, inputs, 1, outputs, outputs);
            TGemm.Multiply(in shape, x, Matrix, y, T.One, _call.Biases is not null);
            return;
        }
        T* g = _call.GradOutput + start * outputs;
        if (_call.GradInput is not null)
        {
            GemmShape shape = new(rows, inputs, outputs, outputs, 1, inputs, inputs);
            TGemm.Multiply(in shape, g, Matrix, _call.GradInput + start * inputs, T.One, false);
        }
        if (Sums is null) return;
        T* sums = Sums + part * SumsSize(inputs, outputs);
        if (_call.GradWeights is not null)
        {
            GemmShape product = new(inputs, outputs, rows, 1, inputs, outputs, outputs);
            TGemm.Multiply(in product, x, g, sums, T.One, false);
        }
        T* constant = sums + (nint)inputs * outputs;
        Runs.Clear(constant, outputs);
        for (int r = 0; r < rows; r++) Runs.Add(constant, g + (nint)r * outputs, outputs);
    }

    /// <summary>The values of the gradients of a part.</summary>
    public static nint SumsSize(int inputs, int outputs) => ((nint)inputs + 1) * outputs;
}
