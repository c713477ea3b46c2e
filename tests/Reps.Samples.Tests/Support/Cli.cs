using System.IO;
using Potential.Commands;

namespace Reps.Tests.Samples.Support;

/// <summary>Runs the command line in process, as if its output were a pipe.</summary>
internal static class Cli
{
    public static (int Code, string Output, string Error) Run(params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = CommandLine.Run(args, new Terminal(output, error, Interactive: false), PairModel.Create);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The output of a command that succeeds.</summary>
    public static string Text(params string[] args)
    {
        (int code, string output, string error) = Run(args);
        Assert.Equal("", error);
        Assert.Equal(0, code);
        return output;
    }

    /// <summary>The message of a command that fails: one line, and nothing as a result.</summary>
    public static string Error(int code, params string[] args)
    {
        (int actual, string output, string error) = Run(args);
        Assert.Equal("", output);
        Assert.StartsWith("potential: ", error);
        Assert.Equal(code, actual);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        return error["potential: ".Length..].TrimEnd('\n');
    }
}
