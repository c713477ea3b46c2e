using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Potential.Checkpoints;
using Potential.Data;
using Potential.Model;

namespace Potential.Training;

/// <summary>Whether a training continues as what it was.</summary>
public static class Resumption
{
    /// <summary>Requires data and options to be those of a checkpoint.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="asked">The options of the command line.</param>
    /// <param name="data">The data of the command line.</param>
    /// <param name="path">Where the data were read.</param>
    /// <exception cref="DataException">Something differs; the message says what.</exception>
    public static void Require(Checkpoint checkpoint, RunOptions asked, TrainingData data, string path)
    {
        if (data.Fingerprint != checkpoint.Fingerprint)
            throw new DataException(
                $"{path} is not the file that the training began with: its content differs. Name that file, or begin anew in another folder. Nothing was changed.");
        PotentialOptions known = checkpoint.Options.Model;
        // Where the list of elements is left out, it follows from the data, and these are the same.
        RunOptions completed = asked.Model.Elements.Count > 0 ? asked : asked with { Model = asked.Model with { Elements = known.Elements } };
        string[] differences = [.. Differences(JsonSerializer.SerializeToNode(checkpoint.Options, RunOptions.Json)!, JsonSerializer.SerializeToNode(completed, RunOptions.Json)!, "")];
        if (differences.Length > 0)
            throw new DataException(
                $"The options are not those that the training began with: {string.Join("; ", differences)}. "
                    + "Give the same options, or begin anew in another folder. Nothing was changed.");
    }

    /// <summary>A trainer at a checkpoint, or at the beginning.</summary>
    /// <exception cref="DataException">The checkpoint's tensors are not those of the model.</exception>
    public static Trainer Start(
        RunOptions options, TrainingData data, TrainingSession session, OutputFolder output, CheckpointInterval interval, ITrainingDisplay display,
        Checkpoint? checkpoint)
    {
        try
        {
            return new Trainer(options, data, session, output, interval, display, checkpoint);
        }
        catch (Exception exception) when (checkpoint is not null && exception is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            throw new DataException(
                $"The checkpoint {exception.Message}. It is of another version of the model; nothing was changed. Train into another folder.");
        }
    }

    private static IEnumerable<string> Differences(JsonNode before, JsonNode now, string name)
    {
        if (before is JsonObject parts && now is JsonObject others)
            return parts.SelectMany(part => Differences(part.Value!, others[part.Key]!, name.Length == 0 ? part.Key : $"{name}.{part.Key}"));
        return JsonNode.DeepEquals(before, now) ? [] : [$"{name} was {before.ToJsonString()} and is now {now.ToJsonString()}"];
    }
}
