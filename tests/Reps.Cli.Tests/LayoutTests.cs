using System;
using System.Collections.Generic;
using System.Text.Json;

namespace Reps.Tests.Cli;

/// <summary><c>reps layout</c> of files with and without layers.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void LayersArePrintedAsTheAnalyzersReadThem()
    {
        CheckpointLayout[] layouts = [new("first.mix", "Models.Mix", "8x0e+4x1o -> 8x0e"), new("", "Models.All", "1o")];
        using TemporaryFile file = File(new() { [CheckpointLayout.MetadataKey] = CheckpointLayout.Format(layouts) });
        string text = Cli.Text("layout", file.Path);
        Assert.Equal("first.mix\tModels.Mix\t8x0e+4x1o -> 8x0e\n\tModels.All\t1o\n", text);
        Assert.Equal(layouts, CheckpointLayout.Parse(text));
        JsonElement json = JsonDocument.Parse(Cli.Text("layout", file.Path, "--json")).RootElement;
        Assert.Equal("Models.Mix", json[0].GetProperty("class").GetString());
    }

    [Fact]
    public void OtherFilesAreErrors()
    {
        using TemporaryFile file = File([]);
        Assert.Contains("does not say which layers its weights belong to", Cli.Error(1, "layout", file.Path), StringComparison.Ordinal);
        using TemporaryFile damaged = new("{}");
        Assert.Contains(damaged.Path, Cli.Error(1, "layout", damaged.Path), StringComparison.Ordinal);
        Assert.Contains("nowhere", Cli.Error(1, "layout", "nowhere"), StringComparison.Ordinal);
    }

    private static TemporaryFile File(Dictionary<string, string> metadata)
    {
        TemporaryFile file = new("");
        SafetensorsWriter.Write(file.Path, [("weight", new long[] { 2 }, new float[2])], metadata);
        return file;
    }
}
