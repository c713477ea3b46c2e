using System;
using System.IO;
using System.Linq;
using Potential.Checkpoints;
using Potential.Data;
using Potential.Training;
using Reps.Tests.Samples.Support;

namespace Reps.Tests.Samples.Checkpoints;

public sealed class CheckpointFolderTests
{
    [Fact]
    public void ACheckpointComesBackAsItWas()
    {
        using TemporaryFolder folder = new();
        CheckpointFolder checkpoints = new(folder.At("c"));
        Assert.False(checkpoints.Exists);
        checkpoints.Write(Some(7));
        Assert.True(checkpoints.Exists);
        Checkpoint back = checkpoints.Read();
        Assert.Equal(7, back.State.Steps);
        Assert.Equal(1.0 / 3, back.State.LossSum);
        Assert.Null(back.State.BestLoss);
        Assert.Equal("abc", back.Fingerprint);
        Assert.Equal([-0.1, 2], back.Statistics.ReferenceEnergies);
        Assert.Equal(Some(7).Options.ToJson(), back.Options.ToJson());
        Assert.Equal([1.5, double.NaN], back.Tensors.Single().ToDoubles());
    }

    [Fact]
    public void ANewOneReplacesTheOldOneAndRemnants()
    {
        using TemporaryFolder folder = new();
        CheckpointFolder checkpoints = new(folder.At("c"));
        checkpoints.Write(Some(7));
        File.WriteAllText(folder.At("c", "step-8.safetensors.tmp"), "half");
        File.WriteAllText(folder.At("c", "notes.txt"), "mine");
        checkpoints.Write(Some(9));
        Assert.Equal(["manifest.json", "notes.txt", "step-9.safetensors"], Directory.EnumerateFiles(folder.At("c")).Select(Path.GetFileName).Order());
        Assert.Equal(9, checkpoints.Read().State.Steps);
        // The same step once more, as after a resumption without a step.
        checkpoints.Write(Some(9));
        Assert.Equal(9, checkpoints.Read().State.Steps);
    }

    [Fact]
    public void AKillBeforeTheFirstManifestIsNoCheckpoint()
    {
        using TemporaryFolder folder = new();
        CheckpointFolder checkpoints = new(folder.At("c"));
        checkpoints.Write(Some(7));
        File.WriteAllText(folder.At("c", "manifest.json"), "{\"format\": \"potential checkpoint 1\", \"file\": null, \"bytes\": 0, \"sha256\": null}");
        Assert.False(checkpoints.Exists);
        checkpoints.Write(Some(3));
        Assert.Equal(3, checkpoints.Read().State.Steps);
    }

    [Fact]
    public void ALostManifestIsDamage()
    {
        using TemporaryFolder folder = new();
        CheckpointFolder checkpoints = new(folder.At("c"));
        checkpoints.Write(Some(7));
        File.Delete(folder.At("c", "manifest.json"));
        Assert.True(checkpoints.Exists);
        Assert.Contains("manifest.json is missing", Assert.Throws<DataException>(checkpoints.Read).Message);
    }

    [Fact]
    public void EveryTruncationAndEveryChangeIsNoticed()
    {
        using TemporaryFolder folder = new();
        CheckpointFolder checkpoints = new(folder.At("c"));
        checkpoints.Write(Some(7));
        Random random = new(1);
        foreach (string name in new[] { "manifest.json", "step-7.safetensors" })
        {
            string file = folder.At("c", name);
            byte[] whole = File.ReadAllBytes(file);
            for (int n = 0; n < 60; n++)
            {
                byte[] wrong = n % 2 == 0 ? whole[..random.Next(whole.Length - 1)] : [.. whole];
                // Not within the white space of the manifest.
                if (n % 2 != 0)
                {
                    int place = random.Next(whole.Length);
                    if (name == "manifest.json" && !char.IsLetterOrDigit((char)whole[place])) continue;
                    wrong[place] ^= (byte)(name == "manifest.json" ? 0x01 : 1 << random.Next(8));
                }
                File.WriteAllBytes(file, wrong);
                var before = folder.Snapshot();
                string message = Assert.Throws<DataException>(checkpoints.Read).Message;
                Assert.Contains(folder.At("c"), message);
                Assert.Contains("nothing was changed", message);
                Assert.Equal(before, folder.Snapshot());
            }
            File.WriteAllBytes(file, whole);
        }
        Assert.Equal(7, checkpoints.Read().State.Steps);
    }

    [Theory]
    [InlineData("{}", "is of the format ''")]
    [InlineData("{\"format\": \"other\", \"file\": \"a\", \"bytes\": 1, \"sha256\": \"\"}", "is of the format 'other'")]
    [InlineData("{\"format\": \"potential checkpoint 1\", \"file\": \"../a\", \"bytes\": 1, \"sha256\": \"\"}", "outside its folder")]
    [InlineData("{\"format\": \"potential checkpoint 1\", \"file\": \"a\", \"bytes\": 1, \"sha256\": \"\"}", "cannot be read")]
    [InlineData("{\"format\": \"potential checkpoint 1\", \"more\": 1}", "cannot be read")]
    [InlineData("null", "is of the format ''")]
    [InlineData("<xml/>", "cannot be read")]
    public void ForeignManifestsAreRefused(string text, string message)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.At("c"));
        File.WriteAllText(folder.At("c", "manifest.json"), text);
        string error = Assert.Throws<DataException>(() => new CheckpointFolder(folder.At("c")).Read()).Message;
        Assert.Contains(message, error);
    }

    private static Checkpoint Some(long steps) => new()
    {
        Options = new RunOptions { Model = new() { Elements = ["H", "O"] } },
        Fingerprint = "abc",
        Statistics = new DataStatistics([-0.1, 2], 1.1, 3),
        State = new TrainingState { Steps = steps, LossSum = 1.0 / 3, Schedule = new ScheduleState { LearningRate = 0.1 } },
        Tensors = [SafeTensor.Create<double>("model/x", [2], [1.5, double.NaN])],
    };
}
