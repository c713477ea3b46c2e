using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Reps.Kernels.Execution;
using Reps.Kernels.Matrix;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Diagrams;

/// <summary>Runs diagram layers with one kind of vector.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal abstract unsafe class DiagramEngine<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>The output of a batch, or its gradients where no output is given.</summary>
    public abstract void Run(in DiagramCall<T> call, in DiagramTables tables, in DiagramSide inputs, in DiagramSide outputs);

    /// <summary>The same for a layer of orbits.</summary>
    public abstract void Run(in DiagramCall<T> call, in OrbitTables tables);

    /// <summary>The same for a layer that is one matrix.</summary>
    public abstract void Run(in DiagramCall<T> call, in MatrixTables tables);
}

/// <summary>Runs diagram layers with the matrix product given.</summary>
internal sealed unsafe class DiagramEngine<T, TGemm> : DiagramEngine<T>
    where T : unmanaged, INumberBase<T>
    where TGemm : struct, IGemm<T>
{
    public override void Run(in DiagramCall<T> call, in DiagramTables tables, in DiagramSide inputs, in DiagramSide outputs)
    {
        bool sums = call.GradWeights is not null || call.GradBiases is not null;
        int parts = DiagramJob<T, TGemm>.PartsOf(call.Rows, sums);
        nint size = (nint)JointWeights<T>.Size(in tables);
        long used = Scratch.Used;
        try
        {
            DiagramJob<T, TGemm> job = new(call, tables, inputs, outputs, parts) { MatricesSize = size, Matrices = Scratch.Rent<T>(size) };
            JointWeights<T>.Gather(in tables, call.Weights, call.Biases, job.Matrices, transposed: call.Output is null);
            if (sums) job.GradMatrices = Scratch.Rent<T>(size * (parts + 1));
            KernelThreads.Run(ref job, parts);
            if (!sums) return;
            T* total = job.GradMatrices + size * parts;
            Runs.Clear(total, size);
            for (int part = 0; part < parts; part++) Runs.Add(total, job.GradMatrices + size * part, size);
            JointWeights<T>.Scatter(in tables, total, call.GradWeights, call.GradBiases);
        }
        finally
        {
            Scratch.Used = used;
        }
    }

    public override void Run(in DiagramCall<T> call, in MatrixTables tables) => RunMatrix(in call, new MatrixWeights<T>(tables));

    public override void Run(in DiagramCall<T> call, in OrbitTables tables)
    {
        if (OrbitMatrix<T>.Pays(in tables, call.Rows))
        {
            RunMatrix(in call, new OrbitMatrix<T>(tables));
            return;
        }
        bool sums = call.GradWeights is not null || call.GradBiases is not null;
        int parts = OrbitJob<T, TGemm>.PartsOf(call.Rows, sums);
        nint size = (nint)tables.WeightCount + tables.BiasCount;
        long used = Scratch.Used;
        try
        {
            OrbitJob<T, TGemm> job = new(call, tables, parts);
            if (call.GradInput is not null)
            {
                job.Transposed = Scratch.Rent<T>(tables.WeightCount);
                OrbitJob<T, TGemm>.Transpose(in tables, call.Weights, job.Transposed);
            }
            if (sums) job.Sums = Scratch.Rent<T>(size * parts);
            KernelThreads.Run(ref job, parts);
            if (call.GradWeights is not null) Total(call.GradWeights, job.Sums, tables.WeightCount);
            if (call.GradBiases is not null) Total(call.GradBiases, job.Sums + tables.WeightCount, tables.BiasCount);
        }
        finally
        {
            Scratch.Used = used;
        }

        void Total(T* target, T* source, nint count)
        {
            Runs.Clear(target, count);
            for (int part = 0; part < parts; part++) Runs.Add(target, source + size * part, count);
        }
    }

    private static void RunMatrix<TSource>(in DiagramCall<T> call, in TSource source)
        where TSource : struct, IMatrixSource<T>
    {
        bool sums = call.GradWeights is not null || call.GradBiases is not null;
        (int inputs, int outputs) = (source.InputSize, source.OutputSize);
        int parts = MatrixJob<T, TGemm>.PartsOf(call.Rows, sums);
        nint size = MatrixJob<T, TGemm>.SumsSize(inputs, outputs);
        long used = Scratch.Used;
        try
        {
            MatrixJob<T, TGemm> job = new(call, inputs, outputs, parts) { Matrix = Scratch.Rent<T>(size - outputs), Constant = Scratch.Rent<T>(outputs) };
            if (call.Output is not null || call.GradInput is not null)
                source.Gather(call.Weights, call.Biases, job.Matrix, job.Constant, transposed: call.Output is null);
            if (sums) job.Sums = Scratch.Rent<T>(size * parts);
            KernelThreads.Run(ref job, parts);
            if (!sums) return;
            for (int part = 1; part < parts; part++) Runs.Add(job.Sums, job.Sums + size * part, size);
            source.Scatter(job.Sums, job.Sums + size - outputs, call.GradWeights, call.GradBiases);
        }
        finally
        {
            Scratch.Used = used;
        }
    }
}

/// <summary>The engine for the widest vectors of this machine.</summary>
internal static class DiagramEngines
{
    private static readonly DiagramEngine<float> s_single = SingleOf(Widths.Widest);
    private static readonly DiagramEngine<double> s_double = DoubleOf(Widths.Widest);

    /// <summary>The engine for a number type.</summary>
    public static DiagramEngine<T> Of<T>()
        where T : unmanaged, INumberBase<T> =>
        typeof(T) == typeof(float) ? Unsafe.As<DiagramEngine<T>>(s_single) : Unsafe.As<DiagramEngine<T>>(s_double);

    private static DiagramEngine<float> SingleOf(int bits) =>
        bits switch
        {
            512 => new DiagramEngine<float, Gemm<float, Single512, Vector512<float>, Single128, Vector128<float>, Single1>>(),
            256 => new DiagramEngine<float, Gemm<float, Single256, Vector256<float>, Single128, Vector128<float>, Single1>>(),
            128 => new DiagramEngine<float, Gemm<float, Single128, Vector128<float>, Single128, Vector128<float>, Single1>>(),
            _ => new DiagramEngine<float, Gemm<float, Single1, float, Single1, float, Single1>>(),
        };

    private static DiagramEngine<double> DoubleOf(int bits) =>
        bits switch
        {
            512 => new DiagramEngine<double, Gemm<double, Double512, Vector512<double>, Double128, Vector128<double>, Double1>>(),
            256 => new DiagramEngine<double, Gemm<double, Double256, Vector256<double>, Double128, Vector128<double>, Double1>>(),
            128 => new DiagramEngine<double, Gemm<double, Double128, Vector128<double>, Double128, Vector128<double>, Double1>>(),
            _ => new DiagramEngine<double, Gemm<double, Double1, double, Double1, double, Double1>>(),
        };
}
