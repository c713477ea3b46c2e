using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Potential.Checkpoints;
using Potential.Data;
using Potential.Model;
using Reps.Tests.Samples.Support;
using static TorchSharp.torch;

namespace Reps.Tests.Samples.Commands;

public sealed class DynamicsCommandTests
{
    private const string Start =
        "6\nLattice=\"4.2 0 0 0.4 4.4 0 0 -0.3 4.8\" Properties=species:S:1:pos:R:3\n"
        + "O 0 0 0\nH 2.1 0 0.1\nO 0 2.2 0\nH 2.1 2.2 2.2\nO 0 0.1 2.4\nH 2.3 0 2.5\n";

    [Fact]
    public void TheEnergyIsConservedAndTheTrajectoryIsThere()
    {
        using TemporaryFolder folder = new();
        Write(folder);
        string start = folder.Write("start.xyz", Start);
        string report = Cli.Text(
            "md", "--model", folder.Path, "--start", start, "--temperature", "200", "--steps", "400", "--timestep", "0.5", "--every", "100", "--precision", "float64",
            "--trajectory", folder.At("t.xyz"), "--threads", "1");
        XyzFrame[] frames = [.. ExtendedXyz.Read(folder.At("t.xyz"))];
        Assert.Equal(["0", "50", "100", "150", "200"], frames.Select(frame => frame.Info["time_fs"]));
        Assert.Equal(ExtendedXyz.Read(start).Single().Lattice!, frames[4].Lattice!);
        Assert.InRange(Number(report, @"fluctuation ([\d.]+)"), 0, 1);
        Assert.InRange(Number(report, @"drift (-?[\d.]+)"), -5, 5);
        Assert.Equal(200, Number(report.Split('\n')[1], @"([\d.]+)$"), 0.1);
        Assert.Contains("400 steps", report);
    }

    [Fact]
    public void TheSameSeedGivesTheSameTrajectory()
    {
        using TemporaryFolder folder = new();
        Write(folder);
        string start = folder.Write("start.xyz", Start);
        foreach ((string name, string seed) in new[] { ("a", "1"), ("b", "1"), ("c", "2") })
            Cli.Text("md", "--model", folder.Path, "--start", start, "--steps", "30", "--every", "10", "--thermostat", "--seed", seed, "--threads", "1", "--trajectory", folder.At(name));
        string Text(string name) => System.IO.File.ReadAllText(folder.At(name));
        Assert.Equal(Text("a"), Text("b"));
        Assert.NotEqual(Text("a"), Text("c"));
    }

    [Fact]
    public void UnknownElementsAreNamed()
    {
        using TemporaryFolder folder = new();
        Write(folder);
        Assert.Contains("an atom of C", Cli.Error(1, "md", "--model", folder.Path, "--start", folder.Write("c.xyz", "1\n\nC 0 0 0\n")));
    }

    private static void Write(TemporaryFolder folder)
    {
        manual_seed(2);
        PotentialOptions options = new() { Elements = ["H", "O"], Cutoff = 3.5 };
        DataStatistics statistics = new([-3, -20], 1, 4);
        using PairModel model = new(options, statistics);
        ModelFile.Write(folder.At(ModelFile.Name), model.state_dict().Select(entry => TensorBytes.Of(entry.Key, entry.Value)), options, statistics);
    }

    private static double Number(string text, string pattern) => double.Parse(Regex.Match(text, pattern).Groups[1].Value, CultureInfo.InvariantCulture);
}
