using System;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Where the tests compute: what the environment variable REPS_TEST_DEVICE says, and otherwise the processor.</summary>
internal static class TestDevice
{
    /// <summary>The device.</summary>
    public static Device Current { get; } = new(Environment.GetEnvironmentVariable("REPS_TEST_DEVICE") is { Length: > 0 } name ? name : "cpu");
}
