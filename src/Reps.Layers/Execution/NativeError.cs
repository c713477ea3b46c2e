using System;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>
/// Hands an error from a callback of autograd to the call that started the backward pass.
/// </summary>
/// <remarks>
/// No exception may leave a callback: libtorch's frames lie between it and the caller, and the process would end. TorchSharp keeps the last error
/// of its native library for each thread, and throws it as soon as the native call returns. A native call that fails on purpose writes this
/// error, with a text of ours; of the functions that quote their argument, meshgrid needs the least.
/// </remarks>
internal static unsafe class NativeError
{
    private static readonly delegate* unmanaged<byte*> s_take;
    private static readonly delegate* unmanaged<nint*, int, byte*, nint, void> s_fail;

    [ThreadStatic]
    private static string? t_message;

    static NativeError()
    {
        if (
            !NativeLibrary.TryLoad("LibTorchSharp", typeof(Tensor).Assembly, null, out nint library)
            || !NativeLibrary.TryGetExport(library, "THSTorch_get_and_reset_last_err", out nint take)
            || !NativeLibrary.TryGetExport(library, "THSTensor_meshgrid", out nint fail)
        )
            return;
        s_take = (delegate* unmanaged<byte*>)take;
        s_fail = (delegate* unmanaged<nint*, int, byte*, nint, void>)fail;
    }

    /// <summary>Whether errors can be handed over; if not, they end the process with their message.</summary>
    public static bool IsSupported => s_fail is not null;

    /// <summary>The message of an error of this thread that still waits for its caller, which no longer sees it; null if there is none.</summary>
    public static string? Take()
    {
        if (s_take is null) return null;
        // libtorch puts words of its own around the text of ours.
        return Marshal.PtrToStringUTF8((nint)s_take()) is not string error ? null
            : t_message is string own && error.Contains(own, StringComparison.Ordinal) ? own
            : error;
    }

    /// <summary>Makes the native call that encloses this callback end with an exception.</summary>
    /// <param name="message">What the exception says, among other things.</param>
    public static void Report(string message)
    {
        t_message = message;
        nint text = Marshal.StringToCoTaskMemUTF8('\n' + message);
        using Tensor tensor = zeros(1);
        nint handle = tensor.Handle;
        s_fail(&handle, 1, (byte*)text, 0);
        Marshal.FreeCoTaskMem(text);
        GC.KeepAlive(tensor);
    }
}
