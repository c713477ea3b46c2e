using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A tensor that shares the memory of an array, unless it is converted or moved.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, ElementTypeOf(rawArray), device ?? CPU);

    /// <summary>A tensor that shares the memory of an array, unless it is converted or moved.</summary>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null
    )
    {
        ScalarType type = ElementTypeOf(rawArray);
        // Pairs have no layout that the garbage collector would promise to keep.
        if (type == ScalarType.ComplexFloat32) return OfArray(rawArray, Lengths(rawArray), type, dtype, device, requires_grad, names);
        Tensor shared = Shared(rawArray, type, 0, Lengths(rawArray));
        return Finished(shared, type, dtype, device, requires_grad, names);
    }

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device, false);

    /// <summary>A vector that shares the memory of an array, unless it is converted.</summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        long length = rawArray.LongLength;
        if (offset < 0 || offset >= length) throw new ArgumentException($"The offset {offset} is outside the array of {length} elements.", nameof(offset));
        if (count < 0) count = length - offset;
        if (count > length - offset)
            throw new IndexOutOfRangeException($"{count} elements from {offset} on are more than the array has, which is {length}.");
        ScalarType type = ElementTypeOf(rawArray);
        if (type == ScalarType.ComplexFloat32) throw new NotImplementedException("The memory of an array of pairs cannot be shared.");
        return Finished(Shared(rawArray, type, offset, [count]), type, dtype, CPU, requires_grad, null);
    }

    private static Tensor OfList<T>(
        IList<T> list, ReadOnlySpan<long> sizes, ScalarType type, ScalarType? dtype, Device? device, bool requires_grad, string[]? names
    ) => OfArray(list as T[] ?? list.ToArray(), sizes, type, dtype, device, requires_grad, names);

    private static Tensor OfArray(
        Array array, ReadOnlySpan<long> sizes, ScalarType type, ScalarType? dtype, Device? device, bool requires_grad, string[]? names
    )
    {
        fixed (byte* source = &MemoryMarshal.GetArrayDataReference(array))
            return Copied(source, array.LongLength, sizes, type, dtype, device, requires_grad, names);
    }

    private static Tensor OfSpan<T>(
        ReadOnlySpan<T> span, ReadOnlySpan<long> sizes, ScalarType type, ScalarType? dtype, Device? device, bool requires_grad, string[]? names
    )
        where T : unmanaged
    {
        fixed (T* source = span)
            return Copied(source, span.Length, sizes, type, dtype, device, requires_grad, names);
    }

    private static Tensor OfScalar<T>(T value, ScalarType type, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged => Copied(&value, 1, [], type, dtype, device, requires_grad, null);

    private static Tensor Copied(
        void* source, long length, ReadOnlySpan<long> sizes, ScalarType type, ScalarType? dtype, Device? device, bool requires_grad, string[]? names
    )
    {
        long count = 1;
        foreach (long size in sizes) count *= size;
        if (count > length) throw new ArgumentException($"A tensor of {count} elements cannot be made from {length}.", nameof(sizes));
        Tensor tensor = Operator.Call("empty.memory_format", sizes.ToArray(), type, Argument.None, CPU);
        Buffer.MemoryCopy(source, tensor.Address(), count * type.ElementSize(), count * type.ElementSize());
        return Finished(tensor, type, dtype, device, requires_grad, names);
    }

    private static Tensor Finished(Tensor tensor, ScalarType type, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        NoNames(names);
        Device place = device ?? default_device;
        ScalarType wanted = dtype ?? type;
        if (wanted == type && place.type == DeviceType.CPU) return Requiring(tensor, requires_grad);
        using (tensor) return Requiring(tensor.to(wanted, place), requires_grad);
    }

    private static Tensor Shared(Array array, ScalarType type, long offset, long[] sizes)
    {
        GCHandle pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        nint handle;
        int failed;
        fixed (long* shape = sizes)
            failed = Native.rt_from_blob(
                pin.AddrOfPinnedObject() + (nint)(offset * type.ElementSize()), shape, sizes.Length, (int)type, &Unpin, GCHandle.ToIntPtr(pin), &handle);
        if (failed != 0) pin.Free();
        Native.Check(failed);
        return new Tensor(handle);
    }

    [UnmanagedCallersOnly]
    private static void Unpin(nint pin) => GCHandle.FromIntPtr(pin).Free();

    private static long[] Lengths(Array array)
    {
        long[] lengths = new long[array.Rank];
        for (int n = 0; n < lengths.Length; n++) lengths[n] = array.GetLongLength(n);
        return lengths;
    }

    private static ScalarType ElementTypeOf(Array array) =>
        TypeOf(array.GetType().GetElementType()!) ?? throw new NotSupportedException($"No tensor holds elements of type {array.GetType().GetElementType()}.");

    internal static ScalarType? TypeOf(Type type) =>
        type == typeof(bool) ? ScalarType.Bool
        : type == typeof(byte) ? ScalarType.Byte
        : type == typeof(sbyte) ? ScalarType.Int8
        : type == typeof(short) ? ScalarType.Int16
        : type == typeof(int) ? ScalarType.Int32
        : type == typeof(long) ? ScalarType.Int64
        : type == typeof(Half) ? ScalarType.Float16
        : type == typeof(BFloat16) ? ScalarType.BFloat16
        : type == typeof(float) ? ScalarType.Float32
        : type == typeof(double) ? ScalarType.Float64
        : type == typeof((float, float)) ? ScalarType.ComplexFloat32
        : type == typeof(System.Numerics.Complex) ? ScalarType.ComplexFloat64
        : null;

    private static void NoNames(string?[]? names)
    {
        if (names is { Length: > 0 }) throw new NotSupportedException("Names of dimensions are not supported.");
    }
}
