using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Potential.Data;
using Potential.Files;
using Potential.Model;
using Potential.Training;
using Reps;
using TorchSharp;

namespace Potential.Checkpoints;

/// <summary>A trained model in one safetensors file: tensors, and options and statistics as text.</summary>
public static class ModelFile
{
    /// <summary>The name of the file in a folder.</summary>
    public const string Name = "model.safetensors";

    private const string FormatKey = "format";
    private const string Format = "potential model 1";
    private const string OptionsKey = "options";
    private const string StatisticsKey = "statistics";

    /// <summary>Writes a model, whole or not at all.</summary>
    public static void Write(string path, IEnumerable<SafeTensor> tensors, PotentialOptions options, DataStatistics statistics)
    {
        using MemoryStream memory = new();
        SafetensorsWriter.Write(
            memory,
            tensors,
            new Dictionary<string, string>
            {
                [FormatKey] = Format,
                [OptionsKey] = JsonSerializer.Serialize(options, RunOptions.Json),
                [StatisticsKey] = JsonSerializer.Serialize(statistics, RunOptions.Json),
            });
        WholeFile.Write(path, memory.GetBuffer().AsSpan(0, (int)memory.Length));
    }

    /// <summary>Reads a model to ask, not to train further.</summary>
    /// <param name="path">The file, or the folder of the training that wrote it.</param>
    /// <param name="models">Makes the model.</param>
    /// <param name="precision">float32 or float64; null for what it was trained in.</param>
    /// <exception cref="DataException">There is no such file, or it is no model; the message names the file.</exception>
    public static PotentialModule Read(string path, ModelFactory models, string? precision = null)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, Name) : path;
        try
        {
            SafetensorsFile content = SafetensorsFile.Read(file);
            if (!content.Metadata.TryGetValue(FormatKey, out string? format) || format != Format)
                throw new DataException($"{file} is no model of this program. Name the folder that 'potential train' wrote.");
            PotentialOptions options = Parse<PotentialOptions>(content, OptionsKey);
            OptionRules.Require(options);
            DataStatistics statistics = Parse<DataStatistics>(content, StatisticsKey);
            if (statistics.ReferenceEnergies.Count != options.Elements.Count)
                throw new InvalidDataException($"it has {statistics.ReferenceEnergies.Count} reference energies for {options.Elements.Count} elements.");
            PotentialModule model = models(options with { Precision = precision ?? options.Precision }, statistics);
            Dictionary<string, torch.Tensor> state = model.state_dict();
            Dictionary<string, SafeTensor> tensors = content.Values.ToDictionary(tensor => tensor.Name);
            TensorBytes.Require(tensors, state);
            foreach ((string name, SafeTensor tensor) in tensors) TensorBytes.CopyTo(tensor, state[name]);
            model.Freeze();
            return model;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"{file}: there is no such file. Name the folder that 'potential train' wrote; it has a model after the first epoch.");
        }
        catch (Exception exception) when (exception is SafetensorsException or JsonException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{file} cannot be read as a model: {exception.Message} Train it again, or restore the file.");
        }
    }

    private static T Parse<T>(SafetensorsFile content, string key) =>
        content.Metadata.TryGetValue(key, out string? text) && JsonSerializer.Deserialize<T>(text, RunOptions.Json) is T value
            ? value
            : throw new InvalidDataException($"it has no {key}.");
}
