using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;

namespace Reps.Cli;

/// <summary>Options that take one of a few words.</summary>
internal static class Choice
{
    /// <summary>Accepts only these words; help shows them, and other words are refused in one line.</summary>
    public static void Choices(this Option<string> option, params string[] words)
    {
        option.AcceptOnlyFromAmong(words);
        option.Validators.Clear();
        option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens.Where(t => !words.Contains(t.Value)))
                result.AddError($"{option.Name} is {Quote.Text(token.Value)}; expected {string.Join(", ", words[..^1])} or {words[^1]}.");
        });
    }
}
