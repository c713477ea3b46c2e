using System.Numerics;
using System.Runtime.CompilerServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Harmonics;

/// <summary>The values of all degrees for a block of points, one point in each lane.</summary>
internal static class HarmonicValues
{
    /// <summary>Fills both places of every pair, by the recurrence in l for each m: its state stays in registers.</summary>
    /// <param name="degree">The largest degree.</param>
    /// <param name="table">The table of <see cref="HarmonicTables.FillRecurrence"/>.</param>
    /// <param name="point">x, y and z.</param>
    /// <param name="values">The places.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<S, V, T>(int degree, ref T table, ref T point, ref T values)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V x = S.Load(ref point, 0);
        V y = S.Load(ref point, S.Count);
        V z = S.Load(ref point, 2 * S.Count);
        V squared = S.FusedMultiplyAdd(x, x, S.FusedMultiplyAdd(y, y, S.Multiply(z, z)));
        table = ref Zonal<S, V, T>(degree, ref table, y, squared, ref values);
        V cosine = z;
        V sine = x;
        nint pair = 2 * S.Count;
        nint start = 5 * pair;
        for (int m = 1; m <= degree; m++)
        {
            V before = S.Broadcast(table);
            table = ref Unsafe.Add(ref table, 1);
            ref T target = ref Unsafe.Add(ref values, start);
            Store<S, V, T>(before, cosine, sine, ref target);
            if (m == degree) return;
            V value = S.Multiply(S.Broadcast(table), y);
            table = ref Unsafe.Add(ref table, 1);
            nint step = (m + 3) * pair;
            target = ref Unsafe.Add(ref target, step);
            Store<S, V, T>(value, cosine, sine, ref target);
            for (int l = m + 2; l <= degree; l++)
            {
                V radial = S.Multiply(S.Multiply(S.Broadcast(Unsafe.Add(ref table, 1)), squared), before);
                before = value;
                value = S.FusedMultiplyAdd(S.Multiply(S.Broadcast(table), y), value, radial);
                table = ref Unsafe.Add(ref table, 2);
                step += pair;
                target = ref Unsafe.Add(ref target, step);
                Store<S, V, T>(value, cosine, sine, ref target);
            }
            V turned = S.Subtract(S.Multiply(z, cosine), S.Multiply(x, sine));
            sine = S.FusedMultiplyAdd(z, sine, S.Multiply(x, cosine));
            cosine = turned;
            start += (m + 4) * pair;
        }
    }

    // Order zero, which has no sines: their places stay zero.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Zonal<S, V, T>(int degree, ref T table, V y, V squared, ref T values)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint pair = 2 * S.Count;
        V before = S.Broadcast(table);
        table = ref Unsafe.Add(ref table, 1);
        values = ref Unsafe.Add(ref values, pair);
        S.Store(before, ref values, 0);
        if (degree == 0) return ref table;
        V value = S.Multiply(S.Broadcast(table), y);
        table = ref Unsafe.Add(ref table, 1);
        nint step = 3 * pair;
        values = ref Unsafe.Add(ref values, step);
        S.Store(value, ref values, 0);
        for (int l = 2; l <= degree; l++)
        {
            V radial = S.Multiply(S.Multiply(S.Broadcast(Unsafe.Add(ref table, 1)), squared), before);
            before = value;
            value = S.FusedMultiplyAdd(S.Multiply(S.Broadcast(table), y), value, radial);
            table = ref Unsafe.Add(ref table, 2);
            step += pair;
            values = ref Unsafe.Add(ref values, step);
            S.Store(value, ref values, 0);
        }
        return ref table;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<S, V, T>(V value, V cosine, V sine, ref T target)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged
    {
        S.Store(S.Multiply(value, cosine), ref target, 0);
        S.Store(S.Multiply(value, sine), ref target, S.Count);
    }
}
