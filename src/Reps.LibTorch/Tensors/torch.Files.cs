using System;
using System.IO;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Writes a tensor to a file in torch's own format, which Python's <c>torch.jit.load</c> opens.</summary>
    public static void save(Tensor t, string location)
    {
        Native.Check(Native.rt_save(t.Handle, location));
        GC.KeepAlive(t);
    }

    /// <summary>Reads a tensor that <see cref="save"/> wrote.</summary>
    public static Tensor load(string location)
    {
        nint handle;
        Native.Check(Native.rt_load(location, &handle));
        return new Tensor(handle);
    }

    public partial class Tensor
    {
        /// <summary>Writes the tensor to a file in torch's own format.</summary>
        public void save(string location) => torch.save(this, location);

        /// <summary>Reads a tensor that <see cref="save"/> wrote.</summary>
        public static Tensor load(string location) => torch.load(location);

        /// <summary>Reads a tensor that <see cref="TensorExtensionMethods.Save(Tensor, BinaryWriter)"/> wrote.</summary>
        public static Tensor Load(BinaryReader reader) => TensorFile.Read(reader, TensorFile.ReadHeader(reader)).AttachToCurrentScope();

        /// <summary>Reads a tensor that <see cref="TensorExtensionMethods.Save(Tensor, Stream)"/> wrote, and closes the stream.</summary>
        public static Tensor Load(Stream stream)
        {
            using BinaryReader reader = new(stream);
            return Load(reader);
        }

        /// <summary>Reads a tensor that <see cref="TensorExtensionMethods.Save(Tensor, string)"/> wrote.</summary>
        public static Tensor Load(string location)
        {
            if (!File.Exists(location)) throw new FileNotFoundException($"There is no file {location}.", location);
            using FileStream stream = File.OpenRead(location);
            return Load(stream);
        }

        // What is read is made outside every scope, so that modules can keep it.
        internal Tensor AttachToCurrentScope()
        {
            CurrentDisposeScope?.Attach(this);
            return this;
        }
    }
}
