using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>A text is not an index formula; carries every error found in it.</summary>
public sealed class FormulaException : FormatException
{
    private const int Shown = 5;

    /// <summary>Creates the exception for a text and its errors.</summary>
    public FormulaException(string? text, IReadOnlyList<FormulaError> errors)
        : base(Describe(text ?? "", errors)) => (Text, Errors) = (text, errors);

    /// <summary>The text that was read.</summary>
    public string? Text { get; }

    /// <summary>All errors, in the order of the text.</summary>
    public IReadOnlyList<FormulaError> Errors { get; }

    private static string Describe(string text, IReadOnlyList<FormulaError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        string lines = string.Join("\n", errors.Take(Shown).Select(error => FormattableString.Invariant($"at {error.Start}: {error.Message}")));
        string more = errors.Count > Shown ? FormattableString.Invariant($"\n({errors.Count - Shown} more)") : "";
        return lines + more + "\nin " + Quoting.Quote(text);
    }
}
