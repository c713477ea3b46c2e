using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels;

/// <summary>
/// The inner loops of a symmetric contraction, over a block of channels: arrays are [n, block], and a block is one vector or four. Methods
/// stay small, because the just-in-time compiler inlines only so many vector operations into one.
/// </summary>
/// <typeparam name="V">The vector type.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="L">Its arithmetic.</typeparam>
internal static class ContractionLoops<V, T, L>
    where V : struct
    where T : unmanaged
    where L : struct, ILanes<V, T>
{
    /// <summary>Vectors in a large block.</summary>
    public const int Unrolled = 4;

    /// <summary>m[n] = m[shorter]·m[variable] for every monomial after the variables.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Monomials(ReadOnlySpan<int> products, int variables, nint block, ref T m)
    {
        ref int product = ref MemoryMarshal.GetReference(products);
        nint target = variables * block;
        for (int n = 0; n < products.Length; n += 2)
        {
            nint shorter = Unsafe.Add(ref product, n) * block;
            nint variable = Unsafe.Add(ref product, n + 1) * block;
            Product(ref m, shorter, ref m, variable, ref m, target);
            target += block;
            if (block == L.Count) continue;
            nint lane = L.Count;
            Product(ref m, shorter + lane, ref m, variable + lane, ref m, target - block + lane);
            Product(ref m, shorter + 2 * lane, ref m, variable + 2 * lane, ref m, target - block + 2 * lane);
            Product(ref m, shorter + 3 * lane, ref m, variable + 3 * lane, ref m, target - block + 3 * lane);
        }
    }

    /// <summary>The derivatives t of the monomials in the direction that t holds for the variables.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tangents(ReadOnlySpan<int> products, int variables, nint block, ref T m, ref T t)
    {
        ref int product = ref MemoryMarshal.GetReference(products);
        nint target = variables * block;
        for (int n = 0; n < products.Length; n += 2)
        {
            nint shorter = Unsafe.Add(ref product, n) * block;
            nint variable = Unsafe.Add(ref product, n + 1) * block;
            for (nint lane = 0; lane < block; lane += L.Count)
            {
                V sum = L.Multiply(L.Load(in t, shorter + lane), L.Load(in m, variable + lane));
                sum = L.FusedMultiplyAdd(L.Load(in m, shorter + lane), L.Load(in t, variable + lane), sum);
                L.Store(sum, ref t, target + lane);
            }
            target += block;
        }
    }

    /// <summary>Carries the cotangents d of the monomials back to the variables.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Cotangents(ReadOnlySpan<int> products, int variables, nint block, ref T m, ref T d)
    {
        ref int product = ref MemoryMarshal.GetReference(products);
        nint source = (variables + products.Length / 2) * block;
        for (int n = products.Length - 2; n >= 0; n -= 2)
        {
            source -= block;
            nint shorter = Unsafe.Add(ref product, n) * block;
            nint variable = Unsafe.Add(ref product, n + 1) * block;
            Cotangent(ref m, ref d, source, shorter, variable);
            if (block == L.Count) continue;
            nint lane = L.Count;
            Cotangent(ref m, ref d, source + lane, shorter + lane, variable + lane);
            Cotangent(ref m, ref d, source + 2 * lane, shorter + 2 * lane, variable + 2 * lane);
            Cotangent(ref m, ref d, source + 3 * lane, shorter + 3 * lane, variable + 3 * lane);
        }
    }

    /// <summary>Carries the cotangents d of the monomials and e of their tangents t back to the variables.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SecondCotangents(ReadOnlySpan<int> products, int variables, nint block, ref T m, ref T t, ref T d, ref T e)
    {
        ref int product = ref MemoryMarshal.GetReference(products);
        nint source = (variables + products.Length / 2) * block;
        for (int n = products.Length - 2; n >= 0; n -= 2)
        {
            source -= block;
            nint shorter = Unsafe.Add(ref product, n) * block;
            nint variable = Unsafe.Add(ref product, n + 1) * block;
            for (nint lane = 0; lane < block; lane += L.Count)
            {
                V first = L.Load(in d, source + lane);
                V second = L.Load(in e, source + lane);
                V factor = L.Load(in m, variable + lane);
                V sum = L.FusedMultiplyAdd(first, factor, L.Load(in d, shorter + lane));
                L.Store(L.FusedMultiplyAdd(second, L.Load(in t, variable + lane), sum), ref d, shorter + lane);
                L.Store(L.FusedMultiplyAdd(second, factor, L.Load(in e, shorter + lane)), ref e, shorter + lane);
                sum = L.FusedMultiplyAdd(first, L.Load(in m, shorter + lane), L.Load(in d, variable + lane));
                L.Store(L.FusedMultiplyAdd(second, L.Load(in t, shorter + lane), sum), ref d, variable + lane);
            }
        }
    }

    /// <summary>sums[row] = Σ coefficient·m[index].</summary>
    public static void Gather(ContractionTable<T> table, nint block, ref T m, ref T sums)
    {
        if (block == L.Count) GatherOne(table, ref m, ref sums);
        else GatherFour(table, ref m, ref sums);
    }

    /// <summary>d[index] += coefficient·sums[row].</summary>
    public static void Scatter(ContractionTable<T> table, nint block, ref T sums, ref T d)
    {
        if (block == L.Count) ScatterOne(table, ref sums, ref d);
        else ScatterFour(table, ref sums, ref d);
    }

    /// <summary>For every row: target[the row's number in one column] += factor[its number in the other]·sums[row].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProducts(ReadOnlySpan<int> rows, int column, nint block, ref T sums, ContractionRows<T> factor, ContractionRows<T> target)
    {
        ref int row = ref MemoryMarshal.GetReference(rows);
        nint source = 0;
        for (int r = 0; r < rows.Length; r += 3)
        {
            nint read = Unsafe.Add(ref row, r + 1 - column) * factor.Stride;
            nint written = Unsafe.Add(ref row, r + column) * target.Stride;
            AddProduct(ref factor.First, read, ref sums, source, ref target.First, written);
            source += block;
            if (block == L.Count) continue;
            nint lane = L.Count;
            AddProduct(ref factor.First, read + lane, ref sums, source - block + lane, ref target.First, written + lane);
            AddProduct(ref factor.First, read + 2 * lane, ref sums, source - block + 2 * lane, ref target.First, written + 2 * lane);
            AddProduct(ref factor.First, read + 3 * lane, ref sums, source - block + 3 * lane, ref target.First, written + 3 * lane);
        }
    }

    /// <summary>sums[row] = weights[the row's path]·cotangents[its output component].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<int> rows, nint block, ContractionRows<T> weights, ContractionRows<T> cotangents, ref T sums)
    {
        ref int row = ref MemoryMarshal.GetReference(rows);
        nint target = 0;
        for (int r = 0; r < rows.Length; r += 3)
        {
            nint weight = Unsafe.Add(ref row, r) * weights.Stride;
            nint cotangent = Unsafe.Add(ref row, r + 1) * cotangents.Stride;
            Product(ref weights.First, weight, ref cotangents.First, cotangent, ref sums, target);
            target += block;
            if (block == L.Count) continue;
            nint lane = L.Count;
            Product(ref weights.First, weight + lane, ref cotangents.First, cotangent + lane, ref sums, target - block + lane);
            Product(ref weights.First, weight + 2 * lane, ref cotangents.First, cotangent + 2 * lane, ref sums, target - block + 2 * lane);
            Product(ref weights.First, weight + 3 * lane, ref cotangents.First, cotangent + 3 * lane, ref sums, target - block + 3 * lane);
        }
    }

    /// <summary>Copies a full block of channels of several rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(ReadOnlySpan<T> source, nint sourceStride, nint rows, nint block, Span<T> target, nint targetStride)
    {
        ref T from = ref MemoryMarshal.GetReference(source);
        ref T to = ref MemoryMarshal.GetReference(target);
        for (nint row = 0; row < rows; row++)
        for (nint lane = 0; lane < block; lane += L.Count)
            L.Store(L.Load(in from, row * sourceStride + lane), ref to, row * targetStride + lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Product(ref T left, nint i, ref T right, nint j, ref T target, nint k) =>
        L.Store(L.Multiply(L.Load(in left, i), L.Load(in right, j)), ref target, k);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddProduct(ref T left, nint i, ref T right, nint j, ref T target, nint k) =>
        L.Store(L.FusedMultiplyAdd(L.Load(in left, i), L.Load(in right, j), L.Load(in target, k)), ref target, k);

    // Not both at once: in a square the shorter monomial is the variable.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cotangent(ref T m, ref T d, nint source, nint shorter, nint variable)
    {
        AddProduct(ref d, source, ref m, variable, ref d, shorter);
        AddProduct(ref d, source, ref m, shorter, ref d, variable);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GatherOne(ContractionTable<T> table, ref T m, ref T sums)
    {
        ref int row = ref MemoryMarshal.GetReference(table.Rows);
        ref int index = ref MemoryMarshal.GetReference(table.Indices);
        ref T value = ref MemoryMarshal.GetReference(table.Values);
        int entry = 0;
        for (int r = 0; r < table.RowCount; r++)
        {
            int end = Unsafe.Add(ref row, 3 * r + 2);
            V sum = L.Zero;
            for (; entry < end; entry++)
                sum = L.FusedMultiplyAdd(L.Broadcast(Unsafe.Add(ref value, entry)), L.Load(in m, (nint)Unsafe.Add(ref index, entry) * L.Count), sum);
            L.Store(sum, ref sums, (nint)r * L.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GatherFour(ContractionTable<T> table, ref T m, ref T sums)
    {
        ref int row = ref MemoryMarshal.GetReference(table.Rows);
        ref int index = ref MemoryMarshal.GetReference(table.Indices);
        ref T value = ref MemoryMarshal.GetReference(table.Values);
        nint block = Unrolled * L.Count;
        nint target = 0;
        int entry = 0;
        for (int r = 0; r < table.Rows.Length; r += 3)
        {
            int end = Unsafe.Add(ref row, r + 2);
            (V a, V b, V c, V d) = (L.Zero, L.Zero, L.Zero, L.Zero);
            for (; entry < end; entry++)
            {
                V coefficient = L.Broadcast(Unsafe.Add(ref value, entry));
                nint at = Unsafe.Add(ref index, entry) * block;
                a = L.FusedMultiplyAdd(coefficient, L.Load(in m, at), a);
                b = L.FusedMultiplyAdd(coefficient, L.Load(in m, at + L.Count), b);
                c = L.FusedMultiplyAdd(coefficient, L.Load(in m, at + 2 * L.Count), c);
                d = L.FusedMultiplyAdd(coefficient, L.Load(in m, at + 3 * L.Count), d);
            }
            L.Store(a, ref sums, target);
            L.Store(b, ref sums, target + L.Count);
            L.Store(c, ref sums, target + 2 * L.Count);
            L.Store(d, ref sums, target + 3 * L.Count);
            target += block;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScatterOne(ContractionTable<T> table, ref T sums, ref T d)
    {
        ref int row = ref MemoryMarshal.GetReference(table.Rows);
        ref int index = ref MemoryMarshal.GetReference(table.Indices);
        ref T value = ref MemoryMarshal.GetReference(table.Values);
        int entry = 0;
        for (int r = 0; r < table.RowCount; r++)
        {
            int end = Unsafe.Add(ref row, 3 * r + 2);
            V sum = L.Load(in sums, (nint)r * L.Count);
            for (; entry < end; entry++)
            {
                nint at = (nint)Unsafe.Add(ref index, entry) * L.Count;
                L.Store(L.FusedMultiplyAdd(L.Broadcast(Unsafe.Add(ref value, entry)), sum, L.Load(in d, at)), ref d, at);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScatterFour(ContractionTable<T> table, ref T sums, ref T target)
    {
        ref int row = ref MemoryMarshal.GetReference(table.Rows);
        ref int index = ref MemoryMarshal.GetReference(table.Indices);
        ref T value = ref MemoryMarshal.GetReference(table.Values);
        nint block = Unrolled * L.Count;
        nint source = 0;
        int entry = 0;
        for (int r = 0; r < table.Rows.Length; r += 3)
        {
            int end = Unsafe.Add(ref row, r + 2);
            (V a, V b) = (L.Load(in sums, source), L.Load(in sums, source + L.Count));
            (V c, V d) = (L.Load(in sums, source + 2 * L.Count), L.Load(in sums, source + 3 * L.Count));
            for (; entry < end; entry++)
            {
                V coefficient = L.Broadcast(Unsafe.Add(ref value, entry));
                nint at = Unsafe.Add(ref index, entry) * block;
                L.Store(L.FusedMultiplyAdd(coefficient, a, L.Load(in target, at)), ref target, at);
                L.Store(L.FusedMultiplyAdd(coefficient, b, L.Load(in target, at + L.Count)), ref target, at + L.Count);
                L.Store(L.FusedMultiplyAdd(coefficient, c, L.Load(in target, at + 2 * L.Count)), ref target, at + 2 * L.Count);
                L.Store(L.FusedMultiplyAdd(coefficient, d, L.Load(in target, at + 3 * L.Count)), ref target, at + 3 * L.Count);
            }
            source += block;
        }
    }
}
