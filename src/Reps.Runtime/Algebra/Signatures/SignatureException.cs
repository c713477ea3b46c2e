using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Reps;

/// <summary>A text is not a representation; carries every error found in it.</summary>
public sealed class SignatureException : FormatException
{
    /// <summary>Creates the exception for a text and its errors.</summary>
    public SignatureException(string? text, IReadOnlyList<SignatureError> errors)
        : base(Describe(text ?? "", errors))
    {
        Text = text;
        Errors = errors;
    }

    /// <summary>The text that was read.</summary>
    public string? Text { get; }

    /// <summary>All errors, in the order of the text.</summary>
    public IReadOnlyList<SignatureError> Errors { get; }

    private static string Describe(string text, IReadOnlyList<SignatureError> errors)
    {
        const int shown = 5;
        StringBuilder message = new();
        foreach (SignatureError error in errors.Take(shown))
        {
            if (message.Length > 0) message.Append('\n');
            message.Append(error.Code).Append(" at ").Append(Number(error.Start)).Append(": ").Append(error.Message);
        }

        if (errors.Count > shown) message.Append("\n(").Append(Number(errors.Count - shown)).Append(" more)");
        // A log has the message alone, and the places count characters of this text.
        return message.Append("\nin ").Append(Quoting.Quote(text)).ToString();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
