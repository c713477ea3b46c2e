using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.Linq;
using Potential.Data;
using Potential.Model;

namespace Potential.Commands;

/// <summary>The root command, and what happens to errors.</summary>
public static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="terminal">Where the command writes.</param>
    /// <param name="models">Makes models.</param>
    /// <returns>0; 1 for input that has no result; 2 for a malformed command line; 130 where Ctrl-C ended it.</returns>
    public static int Run(string[] args, Terminal terminal, ModelFactory models)
    {
        Command root = new("potential", "Interatomic potentials: energies and forces of atoms, learnt from examples.")
        {
            new HelpOption(),
            new TrainCommand().Create(models, terminal),
            new EvaluateCommand().Create(models, terminal),
            new DynamicsCommand().Create(models, terminal),
        };
        root.SetAction(parsed => new HelpAction().Invoke(parsed));
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            terminal.Error.WriteLine("potential: " + Describe(parsed));
            return ExitCodes.Usage;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (DataException exception)
        {
            terminal.Error.WriteLine("potential: " + exception.Message);
            return ExitCodes.Failed;
        }
        catch (Exception exception) when (exception is System.IO.IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine("potential: a file cannot be read or written. " + exception.Message);
            return ExitCodes.Failed;
        }
    }

    private static string Describe(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string name = command.Parents.Any() ? "potential " + command.Name : "potential";
        return $"{Problem(parsed, command)}; see '{name} --help'.";
    }

    private static string Problem(ParseResult parsed, Command command)
    {
        if (parsed.UnmatchedTokens.Count > 0)
            return $"'{parsed.UnmatchedTokens[0]}' "
                + (command.Parents.Any() ? $"is nothing that {command.Name} takes" : $"is no command; expected one of {string.Join(", ", command.Subcommands.Select(c => c.Name))}");
        Argument? missing = command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 });
        return missing is null ? parsed.Errors[0].Message.TrimEnd('.') : $"{command.Name} takes <{missing.Name}>, which is missing";
    }
}
