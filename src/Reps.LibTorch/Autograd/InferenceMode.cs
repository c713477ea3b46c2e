using System;
using System.Threading;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Switches inference mode on or off on this thread until it is disposed: no recording, and no book-keeping for it.</summary>
internal sealed class InferenceMode : IDisposable
{
    private nint _guard;

    /// <summary>Switches inference mode.</summary>
    public InferenceMode(bool mode) => _guard = Native.rt_inference_begin(mode ? 1 : 0);

    /// <summary>Whether inference mode is on.</summary>
    public static bool IsEnabled => Native.rt_inference_enabled() != 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        nint guard = Interlocked.Exchange(ref _guard, 0);
        if (guard != 0) Native.rt_inference_end(guard);
    }
}

public static partial class torch
{
    /// <summary>Switches recording off until the result is disposed.</summary>
    public static IDisposable no_grad() => new AutoGradMode(false);

    /// <summary>Switches recording on until the result is disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new AutoGradMode(enabled);

    /// <summary>Switches recording until the result is disposed.</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => new AutoGradMode(mode);

    /// <summary>Whether operations are recorded on this thread.</summary>
    public static bool is_grad_enabled() => AutoGradMode.IsEnabled;

    /// <summary>Switches inference mode until the result is disposed.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Whether inference mode is on.</summary>
    public static bool is_inference_mode_enabled() => InferenceMode.IsEnabled;
}
