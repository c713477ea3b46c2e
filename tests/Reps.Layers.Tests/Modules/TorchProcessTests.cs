using System;
using System.Runtime.InteropServices;
using Reps.Layers;

namespace Reps.Tests.Modules;

/// <summary>What native code sees of the settings of the process.</summary>
public sealed partial class TorchProcessTests
{
    [Fact]
    public void NativeCodeSeesTheWaitPolicyAndTheUsersOwnStays()
    {
        if (!OperatingSystem.IsLinux())
        {
            TorchProcess.Configure();
            return;
        }
        string? before = Environment.GetEnvironmentVariable("OMP_WAIT_POLICY");
        TorchProcess.Configure();
        Assert.Equal(before ?? "passive", Marshal.PtrToStringUTF8(Get("OMP_WAIT_POLICY")));
        _ = SetEnvironment("OMP_WAIT_POLICY", "active", 1);
        TorchProcess.Configure();
        Assert.Equal("active", Marshal.PtrToStringUTF8(Get("OMP_WAIT_POLICY")));
        _ = SetEnvironment("OMP_WAIT_POLICY", before ?? "passive", 1);
    }

    [LibraryImport("libc.so.6", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Get(string name);

    [LibraryImport("libc.so.6", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
