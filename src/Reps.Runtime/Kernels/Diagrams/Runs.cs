using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reps.Kernels.Diagrams;

/// <summary>Sums of consecutive numbers.</summary>
internal static unsafe class Runs
{
    /// <summary>target[n] = source[n], for the few numbers of a position's channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<T>(T* target, T* source, nint count)
        where T : unmanaged, INumberBase<T>
    {
        nint n = 0;
        for (; n + Vector<T>.Count <= count; n += Vector<T>.Count) Vector.Store(Vector.Load(source + n), target + n);
        for (; n < count; n++) target[n] = source[n];
    }

    /// <summary>target[n] += source[n].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<T>(T* target, T* source, nint count)
        where T : unmanaged, INumberBase<T>
    {
        nint n = 0;
        for (; n + Vector<T>.Count <= count; n += Vector<T>.Count) Vector.Store(Vector.Load(target + n) + Vector.Load(source + n), target + n);
        for (; n < count; n++) target[n] += source[n];
    }

    /// <summary>target[n] −= source[n].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Subtract<T>(T* target, T* source, nint count)
        where T : unmanaged, INumberBase<T>
    {
        nint n = 0;
        for (; n + Vector<T>.Count <= count; n += Vector<T>.Count) Vector.Store(Vector.Load(target + n) - Vector.Load(source + n), target + n);
        for (; n < count; n++) target[n] -= source[n];
    }

    /// <summary>target[n] = 0.</summary>
    public static void Clear<T>(T* target, nint count)
        where T : unmanaged
    {
        for (nint n = 0; n < count; n += int.MaxValue) new Span<T>(target + n, (int)Math.Min(int.MaxValue, count - n)).Clear();
    }
}
