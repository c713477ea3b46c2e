using System.Text.Json;
using Potential.Data;
using Potential.Training;
using Reps.Tests.Samples.Support;

namespace Reps.Tests.Samples.Training;

public sealed class OptionTests
{
    [Fact]
    public void OptionsComeBackAsTheyWere()
    {
        RunOptions options = new()
        {
            Model = new() { Elements = ["H", "O"], Cutoff = 4.5, RadialHidden = [3, 4], Precision = "float64" },
            Training = new() { Epochs = 7, LearningRate = 0.1 / 3, Schedule = "cosine", Ema = 0.9 },
        };
        RunOptions back = JsonSerializer.Deserialize<RunOptions>(options.ToJson(), RunOptions.Json)!;
        Assert.Equal(options.ToJson(), back.ToJson());
        Assert.Equal(0.1 / 3, back.Training.LearningRate);
        Assert.Equal(["H", "O"], back.Model.Elements);
    }

    [Fact]
    public void WhatAFileLeavesOutIsAsByDefault()
    {
        using TemporaryFolder folder = new();
        RunOptions options = RunOptions.Read(folder.Write("o.json", "{ \"training\": { \"epochs\": 3, }, /* no model */ }"));
        Assert.Equal(new RunOptions().ToJson().Replace("\"epochs\": 200", "\"epochs\": 3"), options.ToJson());
    }

    [Theory]
    [InlineData("{ \"training\": { \"epoch\": 3 } }", "epoch")]
    [InlineData("{ \"training\": { \"epochs\": \"many\" } }", "training.epochs")]
    [InlineData("{ \"trainig\": { } }", "trainig")]
    [InlineData("{ \"model\": { \"elements\": null } }", "elements")]
    [InlineData("[1]", "o.json, line 1")]
    [InlineData("{", "o.json, line 1")]
    [InlineData("", "o.json, line 1")]
    [InlineData("null", "no options")]
    public void WrongFilesAreNamed(string text, string message)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("o.json", text);
        string error = Assert.Throws<DataException>(() => RunOptions.Read(path)).Message;
        Assert.Contains(message, error);
        Assert.Contains(path, error);
    }

    [Theory]
    [InlineData("training", "epochs", "0", "1 or more")]
    [InlineData("training", "batch", "-1", "1 or more")]
    [InlineData("training", "validation", "1.5", "fraction")]
    [InlineData("training", "optimizer", "\"sgd\"", "adam, adamw")]
    [InlineData("training", "learningRate", "0", "between")]
    [InlineData("training", "schedule", "\"step\"", "plateau, cosine")]
    [InlineData("training", "decay", "1.5", "at most 1")]
    [InlineData("training", "ema", "1", "below 1")]
    [InlineData("training", "minimumLearningRate", "1", "learning rate")]
    [InlineData("training", "threads", "-2", "between 0")]
    [InlineData("model", "cutoff", "0", "above 0")]
    [InlineData("model", "radialFunctions", "0", "between 1")]
    [InlineData("model", "radialHidden", "[64, 0]", "between 1")]
    [InlineData("model", "precision", "\"half\"", "float32, float64")]
    [InlineData("model", "elements", "[\"H\",\"H\"]", "twice")]
    [InlineData("model", "elements", "[\"Hh\"]", "no chemical element")]
    public void ImpossibleOptionsAreNamed(string section, string name, string value, string message)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("o.json", $"{{ \"{section}\": {{ \"{name}\": {value} }} }}");
        string error = Cli.Error(1, "train", "--train", "x.xyz", "--output", folder.At("out"), "--options", path);
        Assert.Contains($"{section}.{name}", error);
        Assert.Contains(message, error);
        Assert.False(System.IO.Directory.Exists(folder.At("out")));
    }
}
