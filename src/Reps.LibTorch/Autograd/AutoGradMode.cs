using System;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Switches recording on or off on this thread until it is disposed.</summary>
internal sealed class AutoGradMode : IDisposable
{
    private readonly bool _before = IsEnabled;

    /// <summary>Switches recording.</summary>
    public AutoGradMode(bool enabled) => Native.rt_set_grad_enabled(enabled ? 1 : 0);

    /// <summary>Whether operations are recorded.</summary>
    public static bool IsEnabled => Native.rt_grad_enabled() != 0;

    /// <inheritdoc/>
    public void Dispose() => Native.rt_set_grad_enabled(_before ? 1 : 0);
}
