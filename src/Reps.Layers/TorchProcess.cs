using System;
using System.Runtime.InteropServices;

namespace Reps.Layers;

/// <summary>Settings of the whole process that suit networks on the CPU, whose operations are short and many.</summary>
public static partial class TorchProcess
{
    // The parameters of mallopt in <malloc.h>.
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MapThreshold = -3;

    /// <summary>
    /// Lets waiting threads of libtorch sleep, and lets the allocator keep memory between steps. Call it first in a program: libtorch reads the
    /// first setting when it is loaded.
    /// </summary>
    /// <remarks>
    /// On Linux it sets <c>OMP_WAIT_POLICY</c> to <c>passive</c>, and lets the allocator of glibc keep up to 256 MiB of freed memory, which it
    /// otherwise returns to the system and takes again in every step. Settings in the environment, <c>OMP_WAIT_POLICY</c> and
    /// <c>MALLOC_TRIM_THRESHOLD_</c>, <c>MALLOC_TOP_PAD_</c> or <c>MALLOC_MMAP_THRESHOLD_</c>, stay as they are. On other systems it does nothing.
    /// </remarks>
    public static void Configure()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            // .NET keeps a copy of the environment, which native code does not see.
            SetEnvironment("OMP_WAIT_POLICY", "passive", overwrite: 0);
            Set("MALLOC_MMAP_THRESHOLD_", MapThreshold, 32 << 20);
            Set("MALLOC_TRIM_THRESHOLD_", TrimThreshold, 256 << 20);
            Set("MALLOC_TOP_PAD_", TopPad, 16 << 20);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library than glibc: its settings are not these.
        }
    }

    private static void Set(string variable, int parameter, int bytes)
    {
        if (Environment.GetEnvironmentVariable(variable) is null) _ = SetAllocator(parameter, bytes);
    }

    [LibraryImport("libc.so.6", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc.so.6", EntryPoint = "mallopt")]
    private static partial int SetAllocator(int parameter, int value);
}
