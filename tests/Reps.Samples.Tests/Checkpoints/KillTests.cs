using System;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using Potential.Training;
using Reps.Tests.Samples.Support;

namespace Reps.Tests.Samples.Checkpoints;

/// <summary>A trainer that is killed again and again ends with the numbers of one that was left alone.</summary>
public sealed class KillTests
{
    private const int Kills = 50;
    private const int Epochs = 60;
    private const int StepsPerEpoch = 5;

    [Fact]
    public void KilledFiftyTimesItEndsAsIfItHadNotBeen()
    {
        using TemporaryFolder folder = new();
        string data = folder.Write("data.xyz", Support.Samples.Clusters(12, 1));
        TrainingRun whole = Run(folder, data, "whole"), killed = Run(folder, data, "killed");
        using (Process process = Start(folder, "whole"))
        {
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }

        Random random = new(5);
        long last = 0;
        int within = 0;
        for (int kill = 1; kill <= Kills; kill++)
        {
            using Process process = Start(folder, "killed");
            // Every fifth at any time of the start; the others once some steps are done, at any moment of what follows.
            long goal = kill % 5 == 0 ? 0 : Epochs * StepsPerEpoch * (long)kill / (Kills + 1);
            int delay = kill % 5 == 0 ? random.Next(600) : random.Next(25);
            while (!process.HasExited && Steps(folder) < goal) Thread.Sleep(1);
            Thread.Sleep(delay);
            if (!process.HasExited) within++;
            process.Kill();
            process.WaitForExit();
            string output = process.StandardOutput.ReadToEnd();
            // What was on the disk before the kill is what the next one continues from.
            if (Regex.Match(output, @"Resumed after (\d+) steps") is { Success: true } match) Assert.InRange(long.Parse(match.Groups[1].Value), last, long.MaxValue);
            Assert.Equal("", process.StandardError.ReadToEnd());
            last = Steps(folder);
        }
        Assert.InRange(within, Kills * 3 / 4, Kills);
        using (Process process = Start(folder, "killed"))
        {
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
        Assert.Equal(Epochs * StepsPerEpoch, killed.Output.Checkpoints.Read().State.Steps);
        Assert.Equal(whole.Outcome(), killed.Outcome());
    }

    [Fact]
    public void ARequestToEndEndsWithACheckpoint()
    {
        if (OperatingSystem.IsWindows()) return;
        using TemporaryFolder folder = new();
        string data = folder.Write("data.xyz", Support.Samples.Clusters(12, 1));
        // So long that it does not end by itself; and a signal that shells do not switch off for what they run in the background.
        using Process process = Start(folder, "killed", 100 * Epochs);
        while (Steps(folder) < 4 && !process.HasExited) Thread.Sleep(1);
        using Process signal = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(130, process.ExitCode);
        long steps = Run(folder, data, "killed").Output.Checkpoints.Read().State.Steps;
        Assert.Contains($"Stopped after {steps} steps", output);
        // A second process is kept out only while the first one runs.
        Assert.False(File.Exists(folder.At("killed", ".lock")));
    }

    // The same options as those of the command line below.
    private static TrainingRun Run(TemporaryFolder folder, string data, string name) => new(folder.At(name), data, new TrainingOptions());

    private static Process Start(TemporaryFolder folder, string name, int epochs = Epochs)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])
            [
                "exec", typeof(KillTests).Assembly.Location, "train", "--train", folder.At("data.xyz"), "--output", folder.At(name), "--validation", "2",
                "--epochs", $"{epochs}", "--batch", "2", "--threads", "1", "--checkpoint-steps", "2", "--checkpoint-seconds", "0", "--resume",
            ])
            start.ArgumentList.Add(argument);
        // Less to compile before the first step.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    // What the manifest says now; it is replaced as a whole, so it can be read at any time.
    private static long Steps(TemporaryFolder folder)
    {
        string path = folder.At("killed", "checkpoint", "manifest.json");
        if (!File.Exists(path)) return 0;
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.GetProperty("file").GetString() is string file ? long.Parse(Regex.Match(file, @"\d+").Value) : 0;
    }
}
