using System;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using Potential.Data;
using Potential.Model;

namespace Potential.Training;

/// <summary>All options of a training: what <c>--options</c> names a file of.</summary>
public sealed record RunOptions
{
    /// <summary>What the model is.</summary>
    public PotentialOptions Model { get; init; } = new();

    /// <summary>How it is trained.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>How options are written: camel case, and nothing that is not known.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads a file of options; what it does not have is as by default.</summary>
    /// <exception cref="DataException">There is no such file, or something in it is wrong.</exception>
    public static RunOptions Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunOptions>(File.ReadAllText(path), Json)
                ?? throw new DataException($"{path}: the file holds no options. Write {{\"model\": {{...}}, \"training\": {{...}}}}.");
        }
        catch (JsonException exception)
        {
            throw new DataException($"{path}, line {(exception.LineNumber ?? 0) + 1}: {exception.Message} See samples/Potential/README.md for all options.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path}: the options cannot be read. {exception.Message}");
        }
    }

    /// <summary>The same text for the same options.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
