using System;

namespace Reps.Cli;

/// <summary>Messages of the library as a user of the command line reads them.</summary>
internal static class Messages
{
    /// <summary>The message without the name of a parameter of some method, which means nothing on a command line.</summary>
    public static string Of(Exception exception)
    {
        string message = exception.Message;
        int end = exception is ArgumentException { ParamName: not null } ? message.IndexOf(" (Parameter '", StringComparison.Ordinal) : -1;
        return end < 0 ? message : message[..end];
    }
}
