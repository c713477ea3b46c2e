using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Harmonics;

/// <summary>Values.</summary>
internal readonly struct ValuesPass : IHarmonicPass
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<S, V, T>(in HarmonicCall<T> call)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HarmonicBlocks<S, V, T> blocks = new(call, derivatives: false, blocks: 1, triples: 0);
        for (int row = 0; row < call.Rows; row += S.Count)
        {
            if (row % (HarmonicBlocks<S, V, T>.Ahead * S.Count) == 0) blocks.Read(call.Vectors, row);
            ref T point = ref blocks.Point(row);
            int first = blocks.First(row);
            HarmonicValues.Fill<S, V, T>(blocks.Degree, ref blocks.Recurrence, ref point, ref blocks.Block(0));
            ref T target = ref MemoryMarshal.GetReference(call.Output[(first * call.Dim)..]);
            LaneTranspose.Store<S, V, T>(ref blocks.Block(0), blocks.Columns, ref target, call.Dim, blocks.Count, false);
        }
    }
}

/// <summary>Values and all their derivatives.</summary>
internal readonly struct JacobianPass : IHarmonicPass
{
    // About what the last cache holds for one core. Measured: below it, announcing rows costs more than it saves.
    private const int LargeOutput = 8 << 20;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<S, V, T>(in HarmonicCall<T> call)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HarmonicBlocks<S, V, T> blocks = new(call, derivatives: true, blocks: 4, triples: 0);
        bool cubic = CubicJacobian<S, V, T>.Serves(call);
        bool large = call.Jacobian.Length > LargeOutput / Unsafe.SizeOf<T>();
        for (int row = 0; row < call.Rows; row += S.Count)
        {
            if (row % (HarmonicBlocks<S, V, T>.Ahead * S.Count) == 0) blocks.Read(call.Vectors, row);
            ref T point = ref blocks.Point(row);
            int first = blocks.First(row);
            ref T values = ref blocks.Block(0);
            ref T output = ref MemoryMarshal.GetReference(call.Output[(first * call.Dim)..]);
            ref T jacobian = ref MemoryMarshal.GetReference(call.Jacobian[(3 * first * call.Dim)..]);
            HarmonicValues.Fill<S, V, T>(blocks.Degree, ref blocks.Recurrence, ref point, ref values);
            LaneTranspose.Store<S, V, T>(ref values, blocks.Columns, ref output, call.Dim, blocks.Count, large);
            if (cubic)
            {
                if (large) LaneTranspose.Announce(ref Unsafe.Add(ref jacobian, 3 * call.Dim * S.Count), 3 * call.Dim, S.Count, 3 * call.Dim);
                CubicJacobian<S, V, T>.Write(call.Normalize, ref blocks.Ladder, ref point, ref values, ref jacobian, blocks.Count);
                continue;
            }
            HarmonicLadder.Jacobian<S, V, T>(
                blocks.Degree,
                call.Normalize,
                ref blocks.Ladder,
                ref point,
                ref values,
                ref blocks.Block(1),
                blocks.BlockSize
            );
            for (int axis = 0; axis < 3; axis++)
            {
                ref T target = ref Unsafe.Add(ref jacobian, axis * call.Dim);
                LaneTranspose.Store<S, V, T>(ref blocks.Block(1 + axis), blocks.Columns, ref target, 3 * call.Dim, blocks.Count, large);
            }
        }
    }
}

/// <summary>The vector-Jacobian product.</summary>
internal readonly struct GradientPass : IHarmonicPass
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<S, V, T>(in HarmonicCall<T> call)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HarmonicBlocks<S, V, T> blocks = new(call, derivatives: true, blocks: 2, triples: 1);
        ref T gradient = ref blocks.Triple(0);
        for (int row = 0; row < call.Rows; row += S.Count)
        {
            if (row % (HarmonicBlocks<S, V, T>.Ahead * S.Count) == 0) blocks.Read(call.Vectors, row);
            ref T point = ref blocks.Point(row);
            int first = blocks.First(row);
            ref T values = ref blocks.Block(0);
            ref T weights = ref blocks.Block(1);
            HarmonicValues.Fill<S, V, T>(blocks.Degree, ref blocks.Recurrence, ref point, ref values);
            blocks.Gather(call.GradOutput, first, ref weights);
            HarmonicLadder.Gradient<S, V, T>(blocks.Degree, ref blocks.Ladder, ref values, ref weights, ref gradient);
            if (call.Normalize) HarmonicDirections.Gradient<S, V, T>(ref point, ref gradient);
            ref T target = ref MemoryMarshal.GetReference(call.GradVectors[(3 * first)..]);
            HarmonicPoints.Store<S, V, T>(ref gradient, blocks.Count, ref target);
        }
    }
}

/// <summary>The gradients of the product of the vector-Jacobian product with a cotangent.</summary>
internal readonly struct SecondPass : IHarmonicPass
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<S, V, T>(in HarmonicCall<T> call)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HarmonicBlocks<S, V, T> blocks = new(call, derivatives: true, blocks: 4, triples: 5);
        ref T cotangent = ref blocks.Triple(0);
        for (int row = 0; row < call.Rows; row += S.Count)
        {
            if (row % (HarmonicBlocks<S, V, T>.Ahead * S.Count) == 0) blocks.Read(call.Vectors, row);
            ref T point = ref blocks.Point(row);
            int first = blocks.First(row);
            HarmonicValues.Fill<S, V, T>(blocks.Degree, ref blocks.Recurrence, ref point, ref blocks.Block(0));
            HarmonicPoints.Load<S, V, T>(ref MemoryMarshal.GetReference(call.Cotangent[(3 * first)..]), blocks.Count, ref cotangent);
            if (call.Normalize) HarmonicDirections.Project<S, V, T>(ref point, ref cotangent, ref blocks.Triple(1), ref blocks.Triple(2));
            if (!call.GradGradOutput.IsEmpty) ByGradOutput(call, blocks, first);
            if (!call.GradVectors.IsEmpty) ByVectors(call, blocks, first, ref point);
        }
    }

    private static void ByGradOutput<S, V, T>(in HarmonicCall<T> call, in HarmonicBlocks<S, V, T> blocks, int first)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ref T direction = ref blocks.Triple(call.Normalize ? 2 : 0);
        ref T derivatives = ref blocks.Block(3);
        HarmonicLadder.Directional<S, V, T>(blocks.Degree, ref blocks.Ladder, ref blocks.Block(0), ref direction, ref derivatives);
        ref T target = ref MemoryMarshal.GetReference(call.GradGradOutput[(first * call.Dim)..]);
        LaneTranspose.Store<S, V, T>(ref derivatives, blocks.Columns, ref target, call.Dim, blocks.Count, false);
    }

    private static void ByVectors<S, V, T>(in HarmonicCall<T> call, in HarmonicBlocks<S, V, T> blocks, int first, ref T point)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ref T values = ref blocks.Block(0);
        ref T weights = ref blocks.Block(1);
        ref T lowered = ref blocks.Block(2);
        ref T direction = ref blocks.Triple(call.Normalize ? 1 : 0);
        ref T curvature = ref blocks.Triple(3);
        blocks.Gather(call.GradOutput, first, ref weights);
        HarmonicLadder.Lower<S, V, T>(blocks.Degree, ref blocks.Ladder, ref weights, ref direction, ref lowered);
        HarmonicLadder.Gradient<S, V, T>(blocks.Degree - 1, ref blocks.Ladder, ref values, ref lowered, ref curvature);
        if (call.Normalize)
        {
            ref T gradient = ref blocks.Triple(4);
            HarmonicLadder.Gradient<S, V, T>(blocks.Degree, ref blocks.Ladder, ref values, ref weights, ref gradient);
            HarmonicDirections.Curvature<S, V, T>(ref point, ref blocks.Triple(0), ref direction, ref gradient, ref curvature);
        }
        ref T target = ref MemoryMarshal.GetReference(call.GradVectors[(3 * first)..]);
        HarmonicPoints.Store<S, V, T>(ref curvature, blocks.Count, ref target);
    }
}
