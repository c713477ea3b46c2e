using System.IO;
using Spectre.Console;

namespace Potential.Commands;

/// <summary>Where a command writes.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Messages that are no results.</param>
/// <param name="Interactive">Whether a person looks at the output as it comes.</param>
public sealed record Terminal(TextWriter Output, TextWriter Error, bool Interactive)
{
    /// <summary>The output with colours and tables; plain, and as wide as need be, where no person looks.</summary>
    public IAnsiConsole Console()
    {
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(Output),
                Ansi = Interactive ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = Interactive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            });
        if (!Interactive) console.Profile.Width = 100_000;
        return console;
    }
}
