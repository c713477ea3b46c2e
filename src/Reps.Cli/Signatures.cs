using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Cli;

/// <summary>Representations written in arguments and files.</summary>
internal static class Signatures
{
    /// <summary>Reads a representation.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where it stands: the name of an argument, or a file and a field.</param>
    /// <exception cref="FormatException">The text is none; the message names the place, every error and the nearest valid text.</exception>
    public static Irreps Parse(string text, string place)
    {
        if (Signature.TryParse(text, out Signature? signature, out IReadOnlyList<SignatureError> errors))
            return signature!.Irreps;
        throw new FormatException($"{place}: {Quote.Text(text)} is not a representation: {Problems(errors)}{Remedy(text, errors)}");
    }

    /// <summary>Reads a group that acts on tensor powers.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is none.</exception>
    public static TensorSpace Space(string text)
    {
        try
        {
            return TensorSpace.Parse(text);
        }
        catch (SignatureException exception)
        {
            throw new FormatException($"group: {Quote.Text(text)} is not a group: {Problems(exception.Errors)}");
        }
    }

    /// <summary>Reads a sum of tensor powers.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where it stands: the name of an argument.</param>
    /// <exception cref="FormatException">The text is none.</exception>
    public static TensorPowers Powers(string text, string place) =>
        TensorPowers.TryParse(text, out TensorPowers? powers, out IReadOnlyList<SignatureError> errors)
            ? powers!
            : throw new FormatException($"{place}: {Quote.Text(text)} is no sum of tensor powers: {Problems(errors)}");

    private static string Problems(IReadOnlyList<SignatureError> errors) =>
        string.Join(" ", errors.Take(3).Select(e => $"at {e.Start}: {e.Message.TrimEnd('.')} ({e.Code})."));

    private static string Remedy(string text, IReadOnlyList<SignatureError> errors)
    {
        string repaired = text;
        // From the end, so that earlier places stay where they are.
        foreach (SignatureError error in errors.Where(e => e.Suggestion is not null).OrderByDescending(e => e.Start))
            if (error.Start + error.Length <= repaired.Length)
                repaired = repaired.Remove(error.Start, error.Length).Insert(error.Start, error.Suggestion!);
        return repaired != text && Signature.TryParse(repaired, out _, out _)
            ? $" Perhaps {Quote.Text(repaired)}?"
            : " Write irreps such as '8x0e+16x1o', 'SO(3): 2x1' or 'SU(2): 1/2'.";
    }
}
