using System;
using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A source of random numbers.</summary>
    public class Generator : IDisposable
    {
        private nint _handle;

        /// <summary>A new source.</summary>
        /// <param name="seed">Its seed.</param>
        /// <param name="device">Where it draws; null for the processor.</param>
        public Generator(ulong seed = 0, Device? device = null)
            : this(Clone(device ?? CPU), device ?? CPU) => manual_seed((long)seed);

        private Generator(nint handle, Device device) => (_handle, this.device) = (handle, device);

        /// <summary>Releases the source.</summary>
        ~Generator() => Dispose(false);

        /// <summary>The source that operators draw from where none is given.</summary>
        public static Generator Default => ForDevice(CPU);

        /// <summary>The address of the native source.</summary>
        public nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(Generator));

        /// <summary>Where it draws.</summary>
        public Device device { get; }

        /// <summary>The state, which <see cref="set_state"/> takes.</summary>
        public Tensor get_state()
        {
            nint state;
            Native.Check(Native.rt_generator_state(Handle, &state));
            return new Tensor(state);
        }

        /// <summary>Continues from a state.</summary>
        public void set_state(Tensor value)
        {
            Native.Check(Native.rt_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
        }

        /// <summary>Starts anew from a seed.</summary>
        public Generator manual_seed(long seed)
        {
            Native.Check(Native.rt_generator_seed(Handle, seed));
            return this;
        }

        /// <summary>Starts anew from a seed that nobody chose, and returns it.</summary>
        public long seed()
        {
            long chosen = SeedFromNowhere();
            manual_seed(chosen);
            return chosen;
        }

        /// <summary>The seed from which it started.</summary>
        public long initial_seed()
        {
            long seed;
            Native.Check(Native.rt_generator_initial_seed(Handle, &seed));
            return seed;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Releases the source.</summary>
        protected virtual void Dispose(bool disposing)
        {
            nint handle = System.Threading.Interlocked.Exchange(ref _handle, 0);
            if (handle != 0) Native.rt_generator_free(handle);
        }

        internal static Generator ForDevice(Device device)
        {
            nint handle;
            Native.Check(Native.rt_default_generator(device.Bits, &handle));
            return new Generator(handle, device);
        }

        private static nint Clone(Device device)
        {
            using Generator source = ForDevice(device);
            nint handle;
            Native.Check(Native.rt_generator_clone(source.Handle, &handle));
            return handle;
        }
    }
}
