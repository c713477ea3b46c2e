using System.CommandLine;
using System.Linq;

namespace Reps.Cli;

/// <summary>One message for a malformed command line.</summary>
internal static class CommandLineErrors
{
    /// <summary>The first thing that is wrong, and where to read more.</summary>
    public static string Describe(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        bool root = !command.Parents.Any();
        string name = root ? "reps" : "reps " + command.Name;
        return $"{Problem(parsed, command, root)}; see '{name} --help'.";
    }

    private static string Problem(ParseResult parsed, Command command, bool root)
    {
        if (parsed.UnmatchedTokens.Count > 0)
        {
            string word = parsed.UnmatchedTokens[0];
            string choices = string.Join(", ", command.Subcommands.Select(c => c.Name));
            if (root) return $"{Quote.Text(word)} is no command; expected one of {choices}";
            string kind = word.StartsWith('-') ? "is no option of" : "is one argument too many for";
            return $"{Quote.Text(word)} {kind} {command.Name}{(command.Arguments.Count > 0 ? ", which takes " + Usage(command) : "")}";
        }
        string[] missing = [.. command.Arguments.Where(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is not { Tokens.Count: > 0 }).Select(a => $"<{a.Name}>")];
        if (missing.Length > 0)
            return $"{command.Name} takes {Usage(command)}; {string.Join(" ", missing)} {(missing.Length == 1 ? "is" : "are")} missing";
        return parsed.Errors[0].Message.TrimEnd('.');
    }

    private static string Usage(Command command) => string.Join(" ", command.Arguments.Select(a => a.Arity.MinimumNumberOfValues > 0 ? $"<{a.Name}>" : $"[{a.Name}]"));
}
