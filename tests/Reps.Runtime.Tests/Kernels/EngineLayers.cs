using System;
using System.Buffers;
using System.Linq;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels.Channelwise;
using Reps.Kernels.Execution;
using Reps.Kernels.Matrix;
using Reps.Kernels.Rowwise;

namespace Reps.Tests.Kernels;

/// <summary>A program executed with vectors of a chosen width, whatever this machine has.</summary>
internal abstract unsafe class EngineLayer(SegmentedPlan plan, LayerProgram program) : KernelLayer(plan)
{
    private readonly int[] _integers = [.. program.Integers];
    private readonly float[] _singles = [.. program.Coefficients.Select(c => c.ToSingle())];
    private readonly double[] _doubles = [.. program.Coefficients.Select(c => c.ToDouble())];

    protected delegate void Call(int* integers, void* coefficients);

    protected int Rows<T>(Memory<T> output) => output.Length / Plan.Output.Size;

    // Empty memory is null: not wanted.
    protected static MemoryHandle[] Pin<T>(params Memory<T>[] spans) => [.. spans.Select(span => span.IsEmpty ? default : span.Pin())];

    protected void Run<T>(MemoryHandle[] pinned, Call call)
    {
        fixed (int* integers = _integers)
        fixed (float* singles = _singles)
        fixed (double* doubles = _doubles)
            call(integers, typeof(T) == typeof(float) ? singles : doubles);
        foreach (MemoryHandle handle in pinned) handle.Dispose();
    }
}

/// <summary>A bilinear program: channelwise or rowwise.</summary>
internal sealed unsafe class ProductEngine(SegmentedPlan plan, LayerProgram program, int bits) : EngineLayer(plan, program)
{
    private readonly LayerProgram _program = program;

    public override void Forward<T>(Memory<T>[] inputs, Memory<T> output) => Run(inputs, output, default, new Memory<T>[3]);

    public override void Backward<T>(Memory<T>[] inputs, Memory<T> gradOutput, Memory<T>[] grads) => Run(inputs, default, gradOutput, grads);

    private void Run<T>(Memory<T>[] inputs, Memory<T> output, Memory<T> gradOutput, Memory<T>[] grads)
        where T : unmanaged, INumberBase<T>
    {
        int rows = Rows(output.IsEmpty ? gradOutput : output);
        MemoryHandle[] p = Pin([.. inputs, output, gradOutput, .. grads]);
        int stride = inputs[2].Length == Plan.Inputs[2].Size ? 0 : Plan.Inputs[2].Size;
        ProductCall<T> call = new() { Rows = rows, WeightStride = stride, Left = (T*)p[0].Pointer, Right = (T*)p[1].Pointer, Weights = (T*)p[2].Pointer };
        call.Output = (T*)p[3].Pointer;
        call.GradOutput = (T*)p[4].Pointer;
        call.GradLeft = (T*)p[5].Pointer;
        call.GradRight = (T*)p[6].Pointer;
        call.GradWeights = (T*)p[7].Pointer;
        Run<T>(
            p,
            (integers, coefficients) =>
            {
                if (_program.Form == ProgramForm.Rowwise)
                {
                    Rowwise<T>().Run(call, new(integers, (T*)coefficients));
                    return;
                }
                ChannelwiseTables<T> tables = new(integers, (T*)coefficients);
                if (call.Output is not null) Channelwise<T>().Forward<NoStraightLine<T>>(call, tables);
                else Channelwise<T>().Backward<NoStraightLine<T>>(call, tables);
            }
        );
    }

    private RowwiseEngine<T> Rowwise<T>()
        where T : unmanaged, INumberBase<T> =>
        (RowwiseEngine<T>)(typeof(T) == typeof(float) ? RowwiseEngines.SingleOf(bits) : (object)RowwiseEngines.DoubleOf(bits));

    private ChannelwiseEngine<T> Channelwise<T>()
        where T : unmanaged, INumberBase<T> =>
        (ChannelwiseEngine<T>)(typeof(T) == typeof(float) ? ChannelwiseEngines.SingleOf(bits) : (object)ChannelwiseEngines.DoubleOf(bits));
}

/// <summary>The program of a linear layer.</summary>
internal sealed unsafe class MixingEngineLayer(SegmentedPlan plan, int bits) : EngineLayer(plan, MixingProgram.Lower(plan, default))
{
    public override void Forward<T>(Memory<T>[] inputs, Memory<T> output) => Run(inputs, output, default, new Memory<T>[2]);

    public override void Backward<T>(Memory<T>[] inputs, Memory<T> gradOutput, Memory<T>[] grads) => Run(inputs, default, gradOutput, grads);

    private void Run<T>(Memory<T>[] inputs, Memory<T> output, Memory<T> gradOutput, Memory<T>[] grads)
        where T : unmanaged, INumberBase<T>
    {
        int rows = Rows(output.IsEmpty ? gradOutput : output);
        MemoryHandle[] p = Pin([.. inputs, output, gradOutput, .. grads]);
        int stride = inputs[1].Length == Plan.Inputs[1].Size ? 0 : Plan.Inputs[1].Size;
        MixingCall<T> call = new() { Rows = rows, WeightStride = stride, Input = (T*)p[0].Pointer, Weights = (T*)p[1].Pointer };
        call.Output = (T*)p[2].Pointer;
        call.GradOutput = (T*)p[3].Pointer;
        call.GradInput = (T*)p[4].Pointer;
        call.GradWeights = (T*)p[5].Pointer;
        object engine = typeof(T) == typeof(float) ? MixingEngines.SingleOf(bits) : MixingEngines.DoubleOf(bits);
        Run<T>(p, (integers, coefficients) => ((MixingEngine<T>)engine).Run(call, new(integers, (T*)coefficients)));
    }
}
