using System.Collections.Generic;
using System.IO;
using System.Linq;
using Potential.Checkpoints;
using Potential.Data;
using Potential.Model;
using Reps.Tests.Samples.Support;
using static TorchSharp.torch;

namespace Reps.Tests.Samples.Checkpoints;

public sealed class ModelFileTests
{
    private static readonly PotentialOptions s_options = new() { Elements = ["H", "C", "O"], RadialFunctions = 5 };
    private static readonly DataStatistics s_statistics = new([-1.0 / 3, -20, -30], 1.3, 8);

    [Fact]
    public void AModelComesBackAsItWas()
    {
        using TemporaryFolder folder = new();
        using PotentialModule model = Write(folder);
        foreach (string path in new[] { folder.Path, folder.At(ModelFile.Name) })
        {
            using PotentialModule back = ModelFile.Read(path, PairModel.Create);
            Assert.Equal(model.parameters().Single().data<float>().ToArray(), back.parameters().Single().data<float>().ToArray());
            Assert.Equal(s_statistics.ReferenceEnergies, back.Statistics.ReferenceEnergies);
            Assert.False(back.training);
        }
    }

    [Fact]
    public void AModelIsReadInDoubleAsWell()
    {
        using TemporaryFolder folder = new();
        using PotentialModule model = Write(folder);
        using PotentialModule back = ModelFile.Read(folder.Path, PairModel.Create, "float64");
        Assert.Equal(ScalarType.Float64, back.Precision);
        Assert.Equal(model.parameters().Single().data<float>().ToArray().Select(x => (double)x), back.parameters().Single().data<double>().ToArray());
    }

    [Fact]
    public void DamageIsNamed()
    {
        using TemporaryFolder folder = new();
        Write(folder).Dispose();
        byte[] whole = File.ReadAllBytes(folder.At(ModelFile.Name));
        for (int length = 0; length < whole.Length - 1; length += 41)
        {
            File.WriteAllBytes(folder.At(ModelFile.Name), whole[..length]);
            Assert.Contains(folder.Path, Assert.Throws<DataException>(() => ModelFile.Read(folder.Path, PairModel.Create)).Message);
        }
        File.Delete(folder.At(ModelFile.Name));
        Assert.Contains("no such file", Assert.Throws<DataException>(() => ModelFile.Read(folder.Path, PairModel.Create)).Message);
    }

    [Fact]
    public void OtherModelsAreRefused()
    {
        using TemporaryFolder folder = new();
        SafetensorsWriter.Write(folder.At("other.safetensors"), [SafeTensor.Create<float>("_weights", [9, 5], new float[45])]);
        Assert.Contains("is no model of this program", Error("other.safetensors"));
        Write(folder, [("_weights", 4), ("more", 5)]);
        Assert.Contains("has a tensor 'more'", Error(ModelFile.Name));
        Write(folder, [("_weights", 4)]);
        Assert.Contains("_weights: F32 [9, 4]", Error(ModelFile.Name));
        Write(folder, []);
        Assert.Contains("has no tensor '_weights'", Error(ModelFile.Name));

        string Error(string name) => Assert.Throws<DataException>(() => ModelFile.Read(folder.At(name), PairModel.Create)).Message;
    }

    private static PotentialModule Write(TemporaryFolder folder)
    {
        PairModel model = new(s_options, s_statistics);
        ModelFile.Write(folder.At(ModelFile.Name), model.state_dict().Select(entry => TensorBytes.Of(entry.Key, entry.Value)), s_options, s_statistics);
        return model;
    }

    private static void Write(TemporaryFolder folder, IEnumerable<(string Name, int Columns)> tensors) =>
        ModelFile.Write(
            folder.At(ModelFile.Name), tensors.Select(tensor => SafeTensor.Create<float>(tensor.Name, [9, tensor.Columns], new float[9 * tensor.Columns])), s_options, s_statistics);
}
