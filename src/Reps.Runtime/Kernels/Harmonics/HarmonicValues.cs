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
        V cosine = S.Broadcast(T.One);
        V sine = S.Zero;
        nint pair = 2 * S.Count;
        nint start = pair;
        for (int m = 0; ; m++)
        {
            V before = S.Broadcast(table);
            table = ref Unsafe.Add(ref table, 1);
            S.Store(S.Multiply(before, cosine), ref values, start);
            S.Store(S.Multiply(before, sine), ref values, start + S.Count);
            if (m == degree) return;
            V value = S.Multiply(S.Broadcast(table), y);
            table = ref Unsafe.Add(ref table, 1);
            nint step = (m + 3) * pair;
            nint at = start + step;
            S.Store(S.Multiply(value, cosine), ref values, at);
            S.Store(S.Multiply(value, sine), ref values, at + S.Count);
            for (int l = m + 2; l <= degree; l++)
            {
                V radial = S.Multiply(S.Multiply(S.Broadcast(Unsafe.Add(ref table, 1)), squared), before);
                before = value;
                value = S.FusedMultiplyAdd(S.Multiply(S.Broadcast(table), y), value, radial);
                table = ref Unsafe.Add(ref table, 2);
                step += pair;
                at += step;
                S.Store(S.Multiply(value, cosine), ref values, at);
                S.Store(S.Multiply(value, sine), ref values, at + S.Count);
            }
            V turned = S.Subtract(S.Multiply(z, cosine), S.Multiply(x, sine));
            sine = S.FusedMultiplyAdd(z, sine, S.Multiply(x, cosine));
            cosine = turned;
            start += (m + 4) * pair;
        }
    }
}
