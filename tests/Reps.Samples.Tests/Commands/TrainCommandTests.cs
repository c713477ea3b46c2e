using System;
using System.IO;
using System.Linq;
using Potential.Checkpoints;
using Reps.Tests.Samples.Support;

namespace Reps.Tests.Samples.Commands;

public sealed class TrainCommandTests
{
    [Fact]
    public void ATrainingLeavesItsFiles()
    {
        using TemporaryFolder folder = new();
        string output = Train(folder, "--epochs", "2");
        Assert.Contains("9 structures to learn from, 3 held back, elements H, O", output);
        Assert.Contains("epoch 2: loss", output);
        Assert.Contains("The best model is that of epoch", output);
        Assert.Equal(["checkpoint", "curve.csv", "curve.svg", "model.safetensors", "options.json"],
            Directory.EnumerateFileSystemEntries(folder.At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AFolderIsNotTrainedInTwice()
    {
        using TemporaryFolder folder = new();
        Train(folder, "--epochs", "1");
        var before = folder.Snapshot();
        Assert.Contains("--resume", Fail(folder, "--epochs", "1"));
        Assert.Equal(before, folder.Snapshot());
    }

    [Theory]
    [InlineData("--epochs", "3", "training.epochs was 1 and is now 3")]
    [InlineData("--batch", "2", "training.batch was 5 and is now 2")]
    [InlineData("--seed", "2", "training.seed was 1 and is now 2")]
    [InlineData("--learning-rate", "0.5", "training.learningRate was 0.01 and is now 0.5")]
    [InlineData("--validation", "4", "training.validation was 3 and is now 4")]
    public void ChangedOptionsAreRefused(string option, string value, string message)
    {
        using TemporaryFolder folder = new();
        Train(folder, "--epochs", "1");
        var before = folder.Snapshot();
        // A --validation of the helper comes first; the last one counts nowhere, so it is left out.
        string error = Cli.Error(1, "train", "--train", folder.At("data.xyz"), "--output", folder.At("out"), "--resume", option, value);
        Assert.Contains(message, error);
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public void WhatIsNotMentionedIsAsItWas()
    {
        using TemporaryFolder folder = new();
        Train(folder, "--epochs", "1", "--batch", "4");
        Assert.Contains("Resumed after 3 steps", Cli.Text("train", "--train", folder.At("data.xyz"), "--output", folder.At("out"), "--resume", "--threads", "1"));
    }

    [Fact]
    public void ChangedDataAreRefused()
    {
        using TemporaryFolder folder = new();
        Train(folder, "--epochs", "1");
        folder.Write("data.xyz", Support.Samples.Clusters(12, 2));
        var before = folder.Snapshot();
        Assert.Contains("its content differs", Fail(folder, "--epochs", "1", "--resume"));
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public void AnotherModelIsRefused()
    {
        using TemporaryFolder folder = new();
        Train(folder, "--epochs", "1");
        // The same checkpoint with a tensor of another shape, complete and with its hash.
        CheckpointFolder checkpoints = new(folder.At("out", "checkpoint"));
        Checkpoint checkpoint = checkpoints.Read();
        checkpoints.Write(checkpoint with { Tensors = [.. checkpoint.Tensors.Where(t => t.Name != "model/_weights"), SafeTensor.Create<float>("model/_weights", [1], [1])] });
        var before = folder.Snapshot();
        Assert.Contains("where the model has the shape", Fail(folder, "--epochs", "1", "--resume"));
        checkpoints.Write(checkpoint with { Tensors = [.. checkpoint.Tensors.Where(t => t.Name != "optimizer")] });
        Assert.Contains("no state of the optimizer", Fail(folder, "--epochs", "1", "--resume"));
        checkpoints.Write(checkpoint with { Tensors = [.. checkpoint.Tensors.Where(t => t.Name != "optimizer"), SafeTensor.Create<byte>("optimizer", [3], [1, 2, 3])] });
        Assert.Contains("nothing was changed", Fail(folder, "--epochs", "1", "--resume"));
        Assert.Equal(before.Where(file => !file.Name.Contains("checkpoint")), folder.Snapshot().Where(file => !file.Name.Contains("checkpoint")));
    }

    [Fact]
    public void TwoProcessesDoNotShareAFolder()
    {
        using TemporaryFolder folder = new();
        folder.Write("data.xyz", Support.Samples.Clusters(12, 1));
        using (new Potential.Files.FolderLock(folder.At("out"))) Assert.Contains("another process", Fail(folder, "--epochs", "1"));
        Train(folder, "--epochs", "1");
    }

    [Theory]
    [InlineData(2, "'fit' is no command; expected one of train, evaluate, md; see 'potential --help'.", "fit")]
    [InlineData(2, "--output", "train", "--train", "x")]
    [InlineData(2, "'--epoch' is nothing that train takes", "train", "--train", "x", "--output", "y", "--epoch", "3")]
    [InlineData(2, "--epochs", "train", "--train", "x", "--output", "y", "--epochs", "many")]
    [InlineData(1, "training.epochs is -1; it must be 1 or more.", "train", "--train", "x", "--output", "none", "--epochs", "-1")]
    [InlineData(1, "o.json", "train", "--train", "x", "--output", "none", "--options", "none/o.json")]
    [InlineData(1, "--checkpoint-steps", "train", "--train", "x", "--output", "none", "--checkpoint-steps", "-1")]
    [InlineData(1, "no such file", "evaluate", "--model", "/no/where", "x.xyz")]
    [InlineData(2, "files", "evaluate", "--model", "/no/where")]
    [InlineData(1, "--batch", "evaluate", "--model", "/no/where", "x.xyz", "--batch", "0")]
    [InlineData(1, "--timestep is 0; it must be above 0", "md", "--model", "/no", "--start", "x.xyz", "--timestep", "0")]
    [InlineData(1, "--temperature is -1", "md", "--model", "/no", "--start", "x.xyz", "--temperature", "-1")]
    [InlineData(1, "--precision is 'half'", "md", "--model", "/no", "--start", "x.xyz", "--precision", "half")]
    [InlineData(1, "x.xyz: there is no such file", "md", "--model", "/no", "--start", "x.xyz")]
    public void WrongCommandLinesAreNamed(int code, string message, params string[] args) => Assert.Contains(message, Cli.Error(code, args));

    [Fact]
    public void DataWithoutLabelsAreRefused()
    {
        using TemporaryFolder folder = new();
        folder.Write("data.xyz", "1\n\nH 0 0 0\n");
        Assert.Contains("line 2: the frame has no energy", Fail(folder));
        folder.Write("data.xyz", Support.Samples.Clusters(4, 1));
        string options = folder.Write("o.json", "{\"model\": {\"elements\": [\"H\"]}}");
        Assert.Contains("atoms of O, which is not among model.elements (H)", Fail(folder, "--options", options, "--epochs", "1"));
    }

    [Fact]
    public void HelpNamesTheOptions()
    {
        Assert.Contains("evaluate", Cli.Text("--help"));
        Assert.Contains("--checkpoint-seconds", Cli.Text("train", "--help"));
        Assert.Contains("--thermostat", Cli.Text("md", "--help"));
    }

    private static string Train(TemporaryFolder folder, params string[] more)
    {
        if (!File.Exists(folder.At("data.xyz"))) folder.Write("data.xyz", Support.Samples.Clusters(12, 1));
        return Cli.Text(["train", "--train", folder.At("data.xyz"), "--output", folder.At("out"), "--validation", "3", "--threads", "1", .. more]);
    }

    private static string Fail(TemporaryFolder folder, params string[] more) =>
        Cli.Error(1, ["train", "--train", folder.At("data.xyz"), "--output", folder.At("out"), "--validation", "3", "--threads", "1", .. more]);
}
