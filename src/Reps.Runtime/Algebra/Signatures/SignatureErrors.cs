using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>Collects the errors of one text.</summary>
internal sealed class SignatureErrors
{
    private readonly List<(SignatureError Error, int Rank)> _errors = [];

    /// <summary>Adds an error of grammar.</summary>
    public void Add(string code, int start, int end, string message, string? suggestion) =>
        _errors.Add((new(code, start, end - start, message, suggestion), 0));

    /// <summary>Adds an error about single characters; it is dropped where an error of grammar covers it and says more.</summary>
    public void AddCharacters(string code, int start, int end, string message, string? suggestion) =>
        _errors.Add((new(code, start, end - start, message, suggestion), 1));

    /// <summary>Whether an error starts at a place from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public bool AnyWithin(int start, int end) => _errors.Any(item => IsWithin(item.Error, start, end));

    /// <summary>Takes back the suggestions in a range, because following them would only exchange one error for another.</summary>
    public void DropSuggestions(int start, int end)
    {
        for (int i = 0; i < _errors.Count; i++)
        {
            (SignatureError error, int rank) = _errors[i];
            if (IsWithin(error, start, end)) _errors[i] = (error with { Suggestion = null }, rank);
        }
    }

    /// <summary>The errors by place. Where one lies inside another, the outer one stays: its suggestion replaces both.</summary>
    /// <param name="textLength">Length of the text; a suggestion that would make it too long is taken back.</param>
    public List<SignatureError> Finish(int textLength)
    {
        List<SignatureError> errors = [];
        int end = 0;
        IEnumerable<(SignatureError Error, int Rank)> byPlace = _errors
            .OrderBy(static item => item.Error.Start)
            .ThenByDescending(static item => item.Error.Length)
            .ThenBy(static item => item.Rank);
        foreach ((SignatureError error, _) in byPlace)
        {
            if (errors.Count > 0 && error.Start < end) continue;
            bool grows = error.Suggestion is string text && textLength - error.Length + text.Length > Budget.MaxTextLength;
            errors.Add(grows ? error with { Suggestion = null } : error);
            end = error.Start + error.Length;
        }

        return errors;
    }

    private static bool IsWithin(SignatureError error, int start, int end) => error.Start >= start && error.Start < end;
}
