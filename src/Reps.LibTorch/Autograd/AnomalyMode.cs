using System;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Makes backward passes say which operation failed, and perhaps which one gave NaN, until it is disposed.</summary>
public class AnomalyMode : IDisposable
{
    private readonly (bool Enabled, bool ChecksNaN) _before = (IsEnabled, ShouldCheckNaN);

    /// <summary>Switches the mode.</summary>
    public AnomalyMode(bool enabled, bool check_nan = true)
    {
        Switches.Set(Switch.Anomaly, enabled);
        Switches.Set(Switch.AnomalyChecksNaN, check_nan);
    }

    /// <summary>Whether the mode is on.</summary>
    public static bool IsEnabled => Switches.Get(Switch.Anomaly);

    /// <summary>Whether NaN is looked for.</summary>
    public static bool ShouldCheckNaN => Switches.Get(Switch.AnomalyChecksNaN);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Sets back what was before.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        Switches.Set(Switch.Anomaly, _before.Enabled);
        Switches.Set(Switch.AnomalyChecksNaN, _before.ChecksNaN);
    }
}

public static partial class torch
{
    public static partial class autograd
    {
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);
    }
}
