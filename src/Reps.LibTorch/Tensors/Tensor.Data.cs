using System;
using System.IO;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        /// <summary>The bytes of an element.</summary>
        public long ElementSize => dtype.ElementSize();

        public long element_size() => ElementSize;

        /// <summary>The elements as .NET values; those of another device are copied.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the type of the elements.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            ValidateType(typeof(T));
            return new TensorAccessor<T>(this);
        }

        /// <summary>The only element.</summary>
        public T item<T>()
            where T : unmanaged
        {
            if (numel() != 1) throw new ArgumentException($"The tensor has {numel()} elements, and not one.");
            using TensorAccessor<T> accessor = data<T>();
            return accessor[0];
        }

        /// <summary>The only element; whole numbers come in 64 bits, and others in double precision.</summary>
        public Scalar ToScalar() => Operator.CallScalar("item", this);

        /// <summary>The memory of a contiguous tensor on the processor.</summary>
        public Span<byte> bytes
        {
            get
            {
                long size = numel() * ElementSize;
                if (size > int.MaxValue) throw new ArgumentException($"A span cannot cover {size} bytes.");
                return new Span<byte>(ContiguousAddress(), (int)size);
            }
            set
            {
                long size = numel() * ElementSize;
                if (size != value.Length) throw new ArgumentException($"The tensor has {size} bytes, and {value.Length} are given.", nameof(value));
                value.CopyTo(new Span<byte>(ContiguousAddress(), value.Length));
            }
        }

        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            byte* address = (byte*)ContiguousAddress();
            long left = numel() * ElementSize;
            // A span is written as it is: the buffer's size says nothing here.
            for (int part; left > 0; left -= part, address += part)
            {
                part = (int)Math.Min(left, 1 << 30);
                stream.Write(new ReadOnlySpan<byte>(address, part));
            }
            GC.KeepAlive(this);
        }

        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            byte* address = (byte*)ContiguousAddress();
            long left = numel() * ElementSize;
            for (int part; left > 0; left -= part, address += part)
            {
                part = (int)Math.Min(left, 1 << 30);
                stream.ReadExactly(new Span<byte>(address, part));
            }
            GC.KeepAlive(this);
        }

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        public float ReadCpuBFloat16(long i) => (float)ReadCpuValue<BFloat16>(i);

        public T ReadCpuValue<T>(long i)
            where T : unmanaged
        {
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException($"The tensor is on {device}: copy it to the processor to read it.");
            using TensorAccessor<T> accessor = data<T>();
            return accessor[i];
        }

        public Tensor fill_(Scalar value) => Operator.CallInPlace(this, "fill_.Scalar", this, value);

        public Tensor zero_() => Operator.CallInPlace(this, "zero_", this);

        public Tensor copy_(Tensor source, bool nonBlocking = false) => Operator.CallInPlace(this, "copy_", this, source, nonBlocking);

        public Tensor set_(Tensor source) => Operator.CallInPlace(this, "set_.source_Tensor", this, source);

        internal void* Address()
        {
            nint address;
            Native.Check(Native.rt_data(Handle, &address));
            GC.KeepAlive(this);
            return (void*)address;
        }

        internal void ValidateType(Type dotnetType)
        {
            if (TypeOf(dotnetType) != dtype) throw new ArgumentException($"{dotnetType.Name} is not the type of the elements, which are {dtype}.");
        }

        private void* ContiguousAddress()
        {
            if (!is_contiguous()) throw new InvalidOperationException("The elements do not lie one after the other: call contiguous() first.");
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException($"The tensor is on {device}: copy it to the processor to reach its memory.");
            return Address();
        }
    }
}
