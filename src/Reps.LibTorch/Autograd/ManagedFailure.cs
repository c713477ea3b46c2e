using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace TorchSharp.Autograd;

/// <summary>
/// An exception of a managed backward function on its way through the native engine, perhaps on a thread of the engine: it is kept here under
/// a number, the number travels in the native message, and the caller of the engine throws the exception itself.
/// </summary>
internal static class ManagedFailure
{
    private const string Prefix = "managed exception ";
    private static readonly ConcurrentDictionary<int, ExceptionDispatchInfo> s_failures = new();
    private static int s_last;

    public static int Keep(Exception exception)
    {
        int number = Interlocked.Increment(ref s_last);
        s_failures[number] = ExceptionDispatchInfo.Capture(exception);
        return number;
    }

    public static void Rethrow(string message)
    {
        int start = message.IndexOf(Prefix, StringComparison.Ordinal);
        if (start < 0) return;
        ReadOnlySpan<char> digits = message.AsSpan(start + Prefix.Length);
        int length = 0;
        while (length < digits.Length && char.IsAsciiDigit(digits[length])) length++;
        if (int.TryParse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && s_failures.TryRemove(number, out ExceptionDispatchInfo? failure))
            failure.Throw();
    }
}
