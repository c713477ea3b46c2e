using System.CommandLine;
using Reps.Cli.Output;

namespace Reps.Cli.Commands;

/// <summary>A command that computes one report.</summary>
internal interface IReportCommand
{
    /// <summary>The word after <c>reps</c>.</summary>
    string Name { get; }

    /// <summary>One line of help.</summary>
    string Description { get; }

    /// <summary>Adds arguments and options.</summary>
    void Declare(Command command);

    /// <summary>Computes the result; bad input throws with a message for the user.</summary>
    Report Run(ParseResult parsed);
}
