using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps layout model.safetensors</c>: the layers whose weights a file holds, as the analyzers read them.</summary>
internal sealed class LayoutCommand : IReportCommand
{
    private readonly Argument<string> _file = new("file") { Description = "A safetensors file that ModuleState.SaveSafetensors has written." };

    public string Name => "layout";

    public string Description => "The signatures of the layers in a file of weights, as text for an additional file *" + CheckpointLayout.FileSuffix;

    public void Declare(Command command) => command.Add(_file);

    public Report Run(ParseResult parsed)
    {
        string path = parsed.GetValue(_file)!;
        IReadOnlyList<CheckpointLayout> layouts;
        try
        {
            layouts = CheckpointLayout.Read(SafetensorsFile.Read(path).Metadata);
        }
        catch (SafetensorsException exception)
        {
            throw new IOException(exception.Message, exception);
        }
        if (layouts.Count == 0)
            throw new IOException($"{path} does not say which layers its weights belong to; save it with ModuleState.SaveSafetensors of this version.");
        JsonArray json = Json.Array(
            layouts.Select(static layout =>
                (JsonNode)new JsonObject { ["path"] = layout.Path, ["class"] = layout.Class, ["layout"] = layout.Layout })
        );
        return new Report(json, console => console.Write(new Text(CheckpointLayout.Format(layouts) + "\n")));
    }
}
