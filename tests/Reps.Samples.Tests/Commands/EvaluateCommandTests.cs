using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Potential.Checkpoints;
using Potential.Data;
using Potential.Evaluation;
using Potential.Model;
using Reps.Tests.Samples.Support;
using static TorchSharp.torch;

namespace Reps.Tests.Samples.Commands;

public sealed class EvaluateCommandTests
{
    [Fact]
    public void TheTableIsThatOfTheModel()
    {
        using TemporaryFolder folder = new();
        Write(folder, ["H", "O"]);
        string one = folder.Write("one.xyz", Support.Samples.Clusters(5, 1));
        string two = folder.Write("two.xyz", "2\nProperties=species:S:1:pos:R:3\nH 0 0 0\nO 1 0 0\n");
        JsonElement files = Json("evaluate", "--model", folder.Path, one, two, "--json").GetProperty("files");
        Assert.Equal([one, two], files.EnumerateArray().Select(file => file.GetProperty("file").GetString()));
        using PotentialModule model = ModelFile.Read(folder.Path, PairModel.Create);
        List<Structure> structures = StructureFile.Read(one);
        Prediction[] predictions = [.. new Predictor(model, CPU, 1).Of(structures)];
        double mae = 1000 * structures.Zip(predictions, (s, p) => System.Math.Abs(p.Energy - s.Frame.Energy!.Value) / 5).Average();
        Assert.Equal(mae, files[0].GetProperty("energy_meV_per_atom").GetProperty("mae").GetDouble(), 0.01);
        Assert.Equal(75, files[0].GetProperty("forces_meV_per_A").GetProperty("count").GetInt32());
        Assert.Equal(["H", "O"], files[0].GetProperty("elements").EnumerateObject().Select(entry => entry.Name));
        // Nothing to compare with.
        Assert.Equal(JsonValueKind.Null, files[1].GetProperty("energy_meV_per_atom").ValueKind);
        Assert.Equal(1, files[1].GetProperty("structures").GetInt32());
        string text = Cli.Text("evaluate", "--model", folder.Path, one, two, "--batch", "2");
        Assert.Contains("one.xyz", text);
        Assert.Contains(mae.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture), text);
    }

    [Fact]
    public void PredictionsAreWritten()
    {
        using TemporaryFolder folder = new();
        Write(folder, ["H", "O"]);
        string one = folder.Write("one.xyz", Support.Samples.Clusters(3, 1));
        Cli.Text("evaluate", "--model", folder.Path, one, "--output", folder.At("predicted.xyz"));
        XyzFrame[] given = [.. ExtendedXyz.Read(one)], predicted = [.. ExtendedXyz.Read(folder.At("predicted.xyz"))];
        using PotentialModule model = ModelFile.Read(folder.Path, PairModel.Create);
        Prediction[] direct = [.. new Predictor(model, CPU, 10).Of(StructureFile.Read(one))];
        for (int n = 0; n < 3; n++)
        {
            Assert.Equal(given[n].Positions, predicted[n].Positions);
            Assert.Equal(direct[n].Energy, predicted[n].Energy!.Value);
            Assert.Equal(direct[n].Forces, predicted[n].Forces!);
            Assert.Equal(given[n].Energy!.Value, double.Parse(predicted[n].Info["reference_energy"], System.Globalization.CultureInfo.InvariantCulture));
        }
        XyzFrame[] references = [.. ExtendedXyz.Read(folder.At("predicted.xyz"), new XyzReadOptions { ForcesKey = "reference_forces", EnergyKey = "reference_energy" })];
        Assert.Equal(given[2].Forces!, references[2].Forces!);
    }

    [Fact]
    public void UnknownElementsAreNamedBeforeAnythingIsComputed()
    {
        using TemporaryFolder folder = new();
        Write(folder, ["H"]);
        string one = folder.Write("one.xyz", "1\n\nH 0 0 0\n1\n\nO 0 0 0\n");
        string error = Cli.Error(1, "evaluate", "--model", folder.Path, one, "--output", folder.At("predicted.xyz"));
        Assert.Contains("one.xyz", error);
        Assert.Contains("line 4 has an atom of O", error);
        Assert.False(System.IO.File.Exists(folder.At("predicted.xyz")));
    }

    private static void Write(TemporaryFolder folder, string[] elements)
    {
        manual_seed(1);
        PotentialOptions options = new() { Elements = elements };
        DataStatistics statistics = new([.. elements.Select(element => element == "H" ? -3.0 : -20)], 1, 4);
        using PairModel model = new(options, statistics);
        ModelFile.Write(folder.At(ModelFile.Name), model.state_dict().Select(entry => TensorBytes.Of(entry.Key, entry.Value)), options, statistics);
    }

    private static JsonElement Json(params string[] args)
    {
        using JsonDocument document = JsonDocument.Parse(Cli.Text(args));
        return document.RootElement.Clone();
    }
}
