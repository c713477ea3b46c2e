using System;
using System.Collections;
using System.Collections.Generic;

namespace TorchSharp.Utils;

/// <summary>
/// The elements of a tensor as .NET values, in row-major order of its shape. On the processor it is the tensor's own memory that is read and
/// written; elements of other devices are a copy.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;
    private readonly bool _owned;
    private readonly T* _data;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _contiguous;

    internal TensorAccessor(torch.Tensor tensor)
    {
        // Conjugated and negated views are marks on the memory of another tensor, which would be read without them.
        bool marked = tensor.Info().IsMarked != 0;
        _owned = marked || tensor.device_type != DeviceType.CPU;
        if (_owned)
        {
            using torch.Tensor detached = tensor.detach();
            using torch.Tensor plain = marked ? detached.resolve_conj() : detached.alias();
            using torch.Tensor written = marked ? plain.resolve_neg() : plain.alias();
            using torch.Tensor whole = written.Info().IsMarked != 0 ? written.clone() : written.alias();
            tensor = whole.cpu().DetachFromDisposeScope();
        }
        _tensor = tensor;
        _data = (T*)tensor.Address();
        (_shape, _strides, _contiguous) = (tensor.shape, tensor.stride(), tensor.is_contiguous());
        Count = tensor.numel();
    }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    public bool IsReadOnly => false;

    private T* Data => _tensor.IsInvalid ? throw new ObjectDisposedException(nameof(TensorAccessor<T>), "The tensor has been disposed.") : _data;

    /// <summary>An element, by its indices, or by its number in row-major order.</summary>
    public T this[params long[] indices]
    {
        get => Data[Place(indices)];
        set => Data[Place(indices)] = value;
    }

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    /// <summary>The elements, in row-major order.</summary>
    public T[] ToArray()
    {
        T[] array = new T[Count];
        Read(array, 0);
        return array;
    }

    /// <summary>The elements, as an array with the tensor's dimensions; a single number gives a vector of one.</summary>
    public Array ToNDArray()
    {
        if (_shape.Length < 2) return ToArray();
        Array array = Array.CreateInstance(typeof(T), _shape);
        fixed (byte* target = &System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array)) Read(new Span<T>(target, checked((int)Count)), 0);
        return array;
    }

    /// <summary>Copies elements from <paramref name="tensorIndex"/> on to places from <paramref name="arrayIndex"/> on, as many as there are of both.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements from <paramref name="tensorIndex"/> on to places from <paramref name="arrayIndex"/> on, as many as there are of both.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0) =>
        Read(array[Part(array.Length, arrayIndex, tensorIndex)], tensorIndex);

    /// <summary>Copies values from <paramref name="arrayIndex"/> on to elements from <paramref name="tensorIndex"/> on, as many as there are of both.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Copies values from <paramref name="arrayIndex"/> on to elements from <paramref name="tensorIndex"/> on, as many as there are of both.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ReadOnlySpan<T> part = array[Part(array.Length, arrayIndex, tensorIndex)];
        T* data = Data;
        if (_contiguous) part.CopyTo(new Span<T>(data + tensorIndex, part.Length));
        else
        {
            Walk walk = new(this, tensorIndex);
            foreach (T value in part) data[walk.Next()] = value;
        }
        GC.KeepAlive(_tensor);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (long n = 0; n < Count; n++) yield return At(n);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether the other one has the same elements in the same order.</summary>
    public override bool Equals(object? obj)
    {
        if (obj is not TensorAccessor<T> other || other.Count != Count) return false;
        for (long n = 0; n < Count; n++)
            if (!EqualityComparer<T>.Default.Equals(At(n), other.At(n))) return false;
        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode() => ((nint)_data).GetHashCode();

    /// <summary>Releases the copy, if there is one; the tensor that was asked for its data is left alone.</summary>
    public void Dispose()
    {
        if (_owned) _tensor.Dispose();
    }

    private T At(long index) => Data[Offset(index)];

    private Range Part(int length, int arrayIndex, long tensorIndex)
    {
        if (Count == 0) return 0..0;
        ArgumentOutOfRangeException.ThrowIfNegative(tensorIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(tensorIndex, Count);
        return arrayIndex..(int)Math.Max(arrayIndex, Math.Min(length, arrayIndex + Count - tensorIndex));
    }

    private void Read(Span<T> target, long start)
    {
        T* data = Data;
        if (_contiguous) new ReadOnlySpan<T>(data + start, target.Length).CopyTo(target);
        else
        {
            Walk walk = new(this, start);
            foreach (ref T value in target) value = data[walk.Next()];
        }
        GC.KeepAlive(_tensor);
    }

    private long Place(long[] indices)
    {
        if (indices.Length == 1 && _shape.Length != 1) return Offset(indices[0]);
        if (indices.Length != _shape.Length) throw new ArgumentException($"{indices.Length} indices are given for {_shape.Length} dimensions.", nameof(indices));
        long offset = 0;
        for (int n = 0; n < indices.Length; n++)
        {
            if (indices[n] < 0 || indices[n] >= _shape[n])
                throw new IndexOutOfRangeException($"The index {indices[n]} is outside dimension {n}, which has size {_shape[n]}.");
            offset += indices[n] * _strides[n];
        }
        return offset;
    }

    private long Offset(long index)
    {
        if (index < 0 || index >= Count) throw new IndexOutOfRangeException($"The index {index} is outside the tensor, which has {Count} elements.");
        if (_contiguous) return index;
        long offset = 0;
        for (int n = _shape.Length - 1; n >= 0; n--)
        {
            (index, long place) = Math.DivRem(index, _shape[n]);
            offset += place * _strides[n];
        }
        return offset;
    }

    /// <summary>The places of successive elements of a tensor that is not contiguous.</summary>
    private ref struct Walk
    {
        private readonly TensorAccessor<T> _accessor;
        private readonly Span<long> _indices;
        private long _offset;

        public Walk(TensorAccessor<T> accessor, long start)
        {
            _accessor = accessor;
            _offset = accessor.Count == 0 ? 0 : accessor.Offset(start);
            _indices = new long[accessor._shape.Length];
            for (int n = _indices.Length - 1; n >= 0 && accessor.Count > 0; n--) (start, _indices[n]) = Math.DivRem(start, accessor._shape[n]);
        }

        public long Next()
        {
            long offset = _offset;
            for (int n = _indices.Length - 1; n >= 0; n--)
            {
                _offset += _accessor._strides[n];
                if (++_indices[n] < _accessor._shape[n]) break;
                _offset -= _indices[n] * _accessor._strides[n];
                _indices[n] = 0;
            }
            return offset;
        }
    }
}
