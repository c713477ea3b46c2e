using System.Globalization;
using System.IO;
using System.Text.Json;

namespace Reps.Tests.Cli;

/// <summary>Runs the command line in process, as if its output were a pipe.</summary>
internal static class Cli
{
    /// <summary>Exit code, standard output and standard error, with line feeds.</summary>
    public static (int Code, string Output, string Error) Run(params string[] args)
    {
        using StringWriter output = new(CultureInfo.InvariantCulture);
        using StringWriter error = new(CultureInfo.InvariantCulture);
        int code = Reps.Cli.CommandLine.Run(args, output, error, terminal: false);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>The output of a command that succeeds.</summary>
    public static string Text(params string[] args)
    {
        (int code, string output, string error) = Run(args);
        Assert.Equal("", error);
        Assert.Equal(0, code);
        return output;
    }

    /// <summary>The output of a command with --json.</summary>
    public static JsonElement Json(params string[] args)
    {
        string text = Text([.. args, "--json"]);
        // One document on one line.
        Assert.Equal(text.Length - 1, text.IndexOf('\n'));
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>The message of a command that fails: one line, and nothing on standard output.</summary>
    public static string Error(int code, params string[] args)
    {
        (int actual, string output, string error) = Run(args);
        Assert.Equal("", output);
        Assert.StartsWith("reps: ", error);
        Assert.Equal(error.Length - 1, error.IndexOf('\n'));
        Assert.Equal(code, actual);
        return error["reps: ".Length..^1];
    }
}
