using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Reps.Layers;
using static TorchSharp.torch;

namespace Reps.Tests.Checkpoints;

/// <summary>Every byte of a file cut off or changed: a clear exception, or the very state that was saved.</summary>
public sealed class DamagedPyTorchTests
{
    private static readonly byte[] s_state = File.ReadAllBytes(PyTorchFile.Reference("state_protocol2.pt"));

    [Fact]
    public void EveryTruncationIsRefused()
    {
        using Subject subject = new();
        for (int length = 0; length < s_state.Length; length++)
            Assert.False(subject.Loads(s_state[..length]), $"{length} bytes of {s_state.Length}");
        Assert.True(subject.Loads(s_state));
    }

    [Fact]
    public void NoChangedByteChangesAValue()
    {
        using Subject subject = new();
        int refused = 0;
        byte[] bytes = [.. s_state];
        for (int at = 0; at < bytes.Length; at++)
            foreach (byte mask in new byte[] { 0x01, 0x80, 0xff })
            {
                bytes[at] ^= mask;
                if (!subject.Loads(bytes))
                    refused++;
                bytes[at] ^= mask;
            }
        // Times, versions and padding mean nothing to anybody; numbers, names and sizes do.
        Assert.InRange(refused, s_state.Length, 3 * s_state.Length);
    }

    // The checksums are right here, so that the reader of pickles sees every change.
    [Fact]
    public void EveryChangeOfAPickleIsReadOrRefused()
    {
        using ZipArchive zip = ZipFile.OpenRead(PyTorchFile.Reference("state_protocol2.pt"));
        Dictionary<string, byte[]> entries = zip.Entries.ToDictionary(entry => entry.FullName, Content);
        string pickle = entries.Keys.Single(name => name.EndsWith("/data.pkl", StringComparison.Ordinal));
        byte[] good = entries[pickle];
        using Subject subject = new(sameValues: false);
        int loaded = 0;
        for (int at = 0; at < good.Length; at++)
        {
            Try([.. good[..at]]);
            foreach (byte value in new byte[] { 0, (byte)'.', 0xff, (byte)(good[at] ^ 1), (byte)(good[at] ^ 0x80) })
                Try([.. good[..at], value, .. good[(at + 1)..]]);
        }
        Try(good);
        Assert.True(loaded > 0);

        void Try(byte[] changed)
        {
            using PyTorchFile file = new();
            foreach ((string name, byte[] data) in entries)
                file.Add(name, name == pickle ? changed : data);
            if (subject.Loads(File.ReadAllBytes(file.Write())))
                loaded++;
        }
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        byte[] bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A module that is loaded again and again.</summary>
    private sealed class Subject(bool sameValues = true) : IDisposable
    {
        private readonly PyTorchFile _file = new();
        private readonly Plain _module = new(("weight", zeros(3, 2)), ("bias", zeros(3)));

        public bool Loads(byte[] bytes)
        {
            using IDisposable scope = NewDisposeScope();
            using (no_grad())
                foreach (Tensor value in _module.buffers())
                    value.fill_(-1);
            File.WriteAllBytes(_file.Path, bytes);
            try
            {
                ModuleState.Load(_module, _file.Path);
            }
            catch (Exception error) when (error is ModuleStateException or SafetensorsException)
            {
                Assert.StartsWith(_file.Path + ": ", error.Message, StringComparison.Ordinal);
                Assert.All(_module.buffers(), value => Assert.True(value.eq(-1).all().item<bool>()));
                return false;
            }
            if (sameValues)
                PyTorchCheckpointTests.IsLoaded(_module);
            return true;
        }

        public void Dispose()
        {
            _file.Dispose();
            _module.Dispose();
        }
    }
}
