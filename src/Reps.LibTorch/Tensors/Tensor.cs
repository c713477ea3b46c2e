using System;
using System.Threading;
using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>
    /// An array of numbers on a device, which remembers how it was computed. It owns native memory: dispose it, or make it inside a
    /// <see cref="DisposeScope"/>, or leave it to the garbage collector.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        // What a native tensor takes besides its elements, roughly: shape, storage, and its place in a graph.
        private const long BytesOfNativeObject = 512;

        private static long s_count;
        private static long s_peak;

        private readonly long _bytes;
        private nint _handle;
        private DisposeScope? _scope;
        private bool _pressing;

        // What is not registered is disposed by who made it.
        internal Tensor(nint handle, bool register = true)
        {
            _handle = handle;
            if (handle == 0)
            {
                GC.SuppressFinalize(this);
                return;
            }
            _bytes = BytesOfNativeObject + Native.rt_bytes_owned(handle);
            long count = Interlocked.Increment(ref s_count);
            if (count > s_peak) s_peak = count;
            if (register) OwningDisposeScope = DisposeScopeManager.OfThread.Register(this);
        }

        /// <summary>Releases the native memory.</summary>
        ~Tensor() => Dispose(false);

        /// <summary>The number of tensors that have been neither disposed nor collected.</summary>
        public static long TotalCount => Interlocked.Read(ref s_count);

        /// <summary>The largest number that <see cref="TotalCount"/> has been.</summary>
        public static long PeakCount => s_peak;

        /// <summary>A tensor that owns a reference to a native tensor from elsewhere.</summary>
        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        /// <summary>A name that is no part of the native tensor.</summary>
        public string? name { get; set; }

        /// <summary>The address of the native tensor.</summary>
        /// <exception cref="ObjectDisposedException">The tensor has been disposed.</exception>
        public nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(Tensor), "The tensor has been disposed, or was never defined.");

        /// <summary>Whether there is no native tensor: it is disposed, or the gradient of nothing.</summary>
        public bool IsInvalid => _handle == 0;

        internal DisposeScope? OwningDisposeScope
        {
            get => _scope;
            set
            {
                _scope = value;
                // The collector sees a small object: it has to be told what hangs on it, or it would see no reason to collect. What a scope
                // disposes needs no collection, and would cause one every few steps of a training.
                Press(value is null && !IsInvalid);
            }
        }

        /// <summary>The number of dimensions.</summary>
        public long dim() => Info().Dimensions;

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => dim();

        /// <summary>The number of dimensions.</summary>
        public long ndim => dim();

        /// <summary>The number of elements.</summary>
        public long numel() => Info().Count;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => numel();

        /// <summary>The size of each dimension.</summary>
        public long[] size() => shape;

        /// <summary>The size of each dimension.</summary>
        public long[] shape
        {
            get
            {
                TensorInfo info = Info();
                long[] sizes = new ReadOnlySpan<long>(info.Sizes, (int)info.Dimensions).ToArray();
                GC.KeepAlive(this);
                return sizes;
            }
        }

        /// <summary>The size of one dimension; negative ones count from the end.</summary>
        public long size(int dim)
        {
            TensorInfo info = Info();
            if (dim < -info.Dimensions || dim >= info.Dimensions)
                throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {info.Dimensions} dimensions.");
            long size = info.Sizes[dim < 0 ? dim + info.Dimensions : dim];
            GC.KeepAlive(this);
            return size;
        }

        /// <summary>The step in elements from one index to the next, of each dimension.</summary>
        public long[] stride()
        {
            TensorInfo info = Info();
            long[] strides = info.Strides == null ? [] : new ReadOnlySpan<long>(info.Strides, (int)info.Dimensions).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        /// <summary>The step in elements from one index to the next, of one dimension.</summary>
        public long stride(int dim)
        {
            long[] strides = stride();
            return strides[dim < 0 ? dim + strides.Length : dim];
        }

        /// <summary>Where in its storage the tensor starts, in elements.</summary>
        public long storage_offset() => Info().StorageOffset;

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype => (ScalarType)Info().ScalarType;

        /// <summary>Where the tensor lives.</summary>
        public Device device => new(Info().Device);

        /// <summary>The kind of device on which the tensor lives.</summary>
        public DeviceType device_type => device.type;

        /// <summary>Which one of its kind of device the tensor lives on; −1 on the processor.</summary>
        public int device_index => device.index;

        /// <summary>Whether the elements lie one after the other in row-major order.</summary>
        public bool is_contiguous() => Info().IsContiguous != 0;

        /// <summary>Whether it is a sparse tensor.</summary>
        public bool is_sparse => Info().IsSparse != 0;

        /// <summary>Whether operations on it are recorded.</summary>
        public bool requires_grad
        {
            get => Info().RequiresGrad != 0;
            set
            {
                Native.Check(Native.rt_set_requires_grad(Handle, value ? 1 : 0));
                GC.KeepAlive(this);
            }
        }

        /// <summary>Whether it was not computed from tensors that require gradients.</summary>
        public bool is_leaf => Info().IsLeaf != 0;

        internal TensorInfo Info()
        {
            TensorInfo info;
            Native.Check(Native.rt_info(Handle, &info));
            GC.KeepAlive(this);
            return info;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Releases the native memory.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (disposing && !IsInvalid) DisposeScopeManager.OfThread.Disposing(this);
            nint handle = Take();
            if (disposing) OwningDisposeScope?.Forget(this);
            if (handle != 0) Native.rt_release(handle);
        }

        /// <summary>Takes the native tensor away: this object becomes invalid, and the caller owns the handle.</summary>
        internal nint MoveHandle()
        {
            GC.SuppressFinalize(this);
            return Take();
        }

        private nint Take()
        {
            nint handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0) return 0;
            Press(false);
            Interlocked.Decrement(ref s_count);
            return handle;
        }

        private void Press(bool wanted)
        {
            if (wanted == _pressing) return;
            _pressing = wanted;
            if (wanted) GC.AddMemoryPressure(_bytes);
            else GC.RemoveMemoryPressure(_bytes);
        }
    }
}
