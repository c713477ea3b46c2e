using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Reps.Benchmarks;

/// <summary>Options as <c>--name value</c>, and the words between them.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _options = [];
    private readonly List<string> _words = [];

    /// <summary>Reads arguments.</summary>
    /// <param name="arguments">What follows the mode.</param>
    /// <param name="known">The names of options.</param>
    /// <exception cref="ArgumentException">An option is not known, or has no value.</exception>
    public Arguments(IReadOnlyList<string> arguments, params string[] known)
    {
        for (int n = 0; n < arguments.Count; n++)
        {
            if (!arguments[n].StartsWith("--", StringComparison.Ordinal))
            {
                _words.Add(arguments[n]);
                continue;
            }
            if (!known.Contains(arguments[n])) throw new ArgumentException($"{arguments[n]} is no option; expected one of {string.Join(", ", known)}.");
            if (n + 1 == arguments.Count) throw new ArgumentException($"{arguments[n]} has no value.");
            _options[arguments[n]] = arguments[++n];
        }
    }

    /// <summary>What is no option.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The value of an option, or null.</summary>
    public string? this[string option] => _options.GetValueOrDefault(option);

    /// <summary>A number of times, at least one.</summary>
    /// <exception cref="ArgumentException">The value is no such number.</exception>
    public int Count(string option, int otherwise)
    {
        if (this[option] is not string text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw new ArgumentException($"{option} has '{text}'; expected a number from 1 on.");
    }

    /// <summary>The values of an option, separated by commas; all when it is not given.</summary>
    /// <exception cref="ArgumentException">A value is none of them.</exception>
    public IReadOnlyList<string> Among(string option, IReadOnlyList<string> all)
    {
        if (this[option] is not string text) return all;
        string[] chosen = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string word in chosen)
            if (!all.Contains(word))
                throw new ArgumentException($"{option} has '{word}'; expected some of {string.Join(",", all)}.");
        return chosen;
    }
}
