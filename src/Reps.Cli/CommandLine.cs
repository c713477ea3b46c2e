using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.IO;
using System.Reflection;
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
        IReportCommand[] commands =
        [
            new IrrepsCommand(),
            new ExplainCommand(),
            new ProductCommand(),
            new CouplingCommand("cg", "Clebsch-Gordan coefficients of l1 ⊗ l2 → l3"),
            new CouplingCommand("gaunt", "Gaunt coefficients: integrals of three spherical harmonics"),
            new WignerSymbolCommand("wigner3j", "The Wigner 3j symbol", ["j1", "j2", "j3", "m1", "m2", "m3"], 5000),
            new WignerSymbolCommand("wigner6j", "The Wigner 6j symbol", ["j1", "j2", "j3", "j4", "j5", "j6"], 2000),
            new WignerSymbolCommand("wigner9j", "The Wigner 9j symbol, row by row", ["j1", "j2", "j3", "j4", "j5", "j6", "j7", "j8", "j9"], 150),
            new WignerDCommand(),
            new HarmonicsCommand(),
            new HomCommand(),
            new ComposeCommand(),
            new FactorCommand(),
            new AuditCommand(),
            new LayoutCommand(),
            new EvalCommand(),
            new BenchCommand(),
        ];
        Command root = Root();
        foreach (IReportCommand command in commands) root.Add(Create(command, output, terminal));

        // A file of arguments behind @ would make some texts unwritable, and there is no need for it.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            error.WriteLine("reps: " + CommandLineErrors.Describe(parsed));
            return 2;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine("reps: " + Messages.Of(exception));
            return 1;
        }
    }

    private static Command Root()
    {
        Option<bool> version = new("--version") { Description = "Print the version." };
        Command root = new("reps", "Representation theory on the command line: signatures, exact coefficients, matrices, products.")
        {
            new HelpOption(),
            version,
        };
        root.SetAction(parsed =>
        {
            if (!parsed.GetValue(version)) return new HelpAction().Invoke(parsed);
            Assembly assembly = typeof(CommandLine).Assembly;
            parsed.InvocationConfiguration.Output.WriteLine(assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
            return 0;
        });
        return root;
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
            return report.ExitCode;
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
        if (!terminal) console.Profile.Width = 100_000_000;
        return console;
    }
}
