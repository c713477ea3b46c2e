using System;

namespace Reps;

/// <summary>
/// An XYZ file or text whose content is wrong. It is the only exception for content; failures to read at all stay what the system
/// throws (<see cref="System.IO.IOException"/>, <see cref="UnauthorizedAccessException"/>). The message holds all the properties.
/// </summary>
public sealed class XyzException : FormatException
{
    internal XyzException(string fileName, int lineNumber, string expected, string found, string remedy)
        : base($"{fileName}, line {lineNumber}: expected {expected}, but found {found}. {remedy}.")
    {
        FileName = fileName;
        LineNumber = lineNumber;
        Expected = expected;
        Found = found;
        Remedy = remedy;
    }

    /// <summary>The path that was read, or the name given with the text.</summary>
    public string FileName { get; }

    /// <summary>The line at fault, counted from 1; one past the last where the file ends too early.</summary>
    public int LineNumber { get; }

    /// <summary>What should have been there.</summary>
    public string Expected { get; }

    /// <summary>What was there.</summary>
    public string Found { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }
}
