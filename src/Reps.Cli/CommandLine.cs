using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using Reps.Cli.Commands;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli;

/// <summary>The root command, and what happens to results and errors.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where error messages go.</param>
    /// <param name="terminal">Whether a person reads the output: colours, and tables cut to the window.</param>
    /// <returns>0; 1 for input that has no result; 2 for a malformed command line.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error, bool terminal)
    {
        RootCommand root = new("Representation theory on the command line: signatures, exact coefficients, matrices, products.");
        IReportCommand[] commands =
        [
            new IrrepsCommand(),
            new ProductCommand(),
            new CouplingCommand("cg", "Clebsch-Gordan coefficients of l1 ⊗ l2 → l3"),
            new CouplingCommand("gaunt", "Gaunt coefficients: integrals of three spherical harmonics"),
            new WignerSymbolCommand("wigner3j", "The Wigner 3j symbol", ["j1", "j2", "j3", "m1", "m2", "m3"]),
            new WignerSymbolCommand("wigner6j", "The Wigner 6j symbol", ["j1", "j2", "j3", "j4", "j5", "j6"]),
            new WignerSymbolCommand("wigner9j", "The Wigner 9j symbol, row by row", ["j1", "j2", "j3", "j4", "j5", "j6", "j7", "j8", "j9"]),
            new WignerDCommand(),
            new HarmonicsCommand(),
            new EvalCommand(),
        ];
        foreach (IReportCommand command in commands) root.Add(Create(command, output, terminal));

        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError problem in parsed.Errors) error.WriteLine("reps: " + problem.Message);
            error.WriteLine($"reps: see 'reps {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help'");
            return 2;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine("reps: " + exception.Message);
            return 1;
        }
    }

    private static Command Create(IReportCommand command, TextWriter output, bool terminal)
    {
        Option<bool> json = new("--json") { Description = "Print JSON: exact and numeric values, a stable form." };
        Command result = new(command.Name, command.Description) { json };
        command.Declare(result);
        result.SetAction(parsed =>
        {
            Report report = command.Run(parsed);
            if (parsed.GetValue(json)) output.WriteLine(report.Json.ToJsonString(Json.Options));
            else report.Render(Terminal(output, terminal));
            return 0;
        });
        return result;
    }

    private static IAnsiConsole Terminal(TextWriter output, bool terminal)
    {
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            }
        );
        // A pipe has no width: nothing is wrapped or cut there.
        if (!terminal) console.Profile.Width = 10_000;
        return console;
    }
}
