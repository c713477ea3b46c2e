using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using Potential.Data;
using Potential.Files;
using Potential.Training;
using Reps;

namespace Potential.Checkpoints;

/// <summary>
/// A folder with one checkpoint. A new one is written beside the old; then the manifest, whose renaming is the moment at which it counts;
/// then the old one is deleted. A kill at any moment leaves a complete checkpoint that the manifest names.
/// </summary>
/// <param name="path">The folder; it may be missing as long as there is no checkpoint.</param>
public sealed class CheckpointFolder(string path)
{
    private const string Key = "checkpoint";

    private string ManifestPath => Path.Combine(path, "manifest.json");

    /// <summary>Whether there is a checkpoint, be it readable or not.</summary>
    public bool Exists => Directory.Exists(path) && (File.Exists(ManifestPath) ? ReadManifest().File is not null : Directory.EnumerateFiles(path, Name("*")).Any());

    /// <summary>Replaces the checkpoint.</summary>
    public void Write(Checkpoint checkpoint)
    {
        CheckpointHeader header = new(checkpoint.Options, checkpoint.Fingerprint, checkpoint.Statistics, checkpoint.State);
        using MemoryStream memory = new();
        SafetensorsWriter.Write(memory, checkpoint.Tensors, new Dictionary<string, string> { [Key] = JsonSerializer.Serialize(header, RunOptions.Json) });
        ReadOnlySpan<byte> bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        string name = Name(checkpoint.State.Steps);
        Manifest manifest = new(Manifest.Known, name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));

        Directory.CreateDirectory(path);
        // A kill before the first manifest would look like a lost manifest.
        if (!File.Exists(ManifestPath)) Write(new Manifest(Manifest.Known, null, 0, null));
        WholeFile.Write(Path.Combine(path, name), bytes);
        Write(manifest);
        // Also what a kill has left half-written.
        foreach (string old in Directory.EnumerateFiles(path, Name("*") + "*").Where(file => Path.GetFileName(file) != name)) File.Delete(old);
    }

    /// <summary>Reads the checkpoint, and trusts nothing in it.</summary>
    /// <exception cref="DataException">It is damaged, or something else; the message names the file.</exception>
    public Checkpoint Read()
    {
        Manifest manifest = ReadManifest();
        if (manifest.File is null) throw Damaged(ManifestPath, "names no checkpoint");
        string file = Path.Combine(path, manifest.File);
        byte[] bytes = ReadAll(file);
        if (bytes.LongLength != manifest.Bytes)
            throw Damaged(file, $"has {bytes.LongLength} bytes, and {manifest.Bytes} were written");
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != manifest.Sha256) throw Damaged(file, "has other bytes than were written");
        try
        {
            SafetensorsFile tensors = SafetensorsFile.Read(new MemoryStream(bytes), file);
            if (!tensors.Metadata.TryGetValue(Key, out string? text)) throw Damaged(file, "is no checkpoint");
            CheckpointHeader header = JsonSerializer.Deserialize<CheckpointHeader>(text, RunOptions.Json) ?? throw Damaged(file, "is no checkpoint");
            return new Checkpoint
            {
                Options = header.Options,
                Fingerprint = header.Fingerprint,
                Statistics = header.Statistics,
                State = header.State,
                Tensors = [.. tensors.Values],
            };
        }
        catch (Exception exception) when (exception is SafetensorsException or JsonException)
        {
            throw Damaged(file, $"cannot be read: {exception.Message}");
        }
    }

    /// <summary>The error about a checkpoint's file.</summary>
    internal static DataException Damaged(string file, string what) =>
        new($"{file} {what}. The checkpoint is damaged or not of this program; nothing was changed. Restore the folder, or train into another one.");

    private Manifest ReadManifest()
    {
        if (!File.Exists(ManifestPath)) throw Damaged(ManifestPath, "is missing");
        Manifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<Manifest>(ReadAll(ManifestPath), RunOptions.Json);
        }
        catch (JsonException exception)
        {
            throw Damaged(ManifestPath, $"cannot be read: {exception.Message}");
        }
        if (manifest?.Format != Manifest.Known) throw Damaged(ManifestPath, $"is of the format '{manifest?.Format}', and not '{Manifest.Known}'");
        // A manifest must not lead out of the folder.
        if (manifest.File != Path.GetFileName(manifest.File)) throw Damaged(ManifestPath, "names a file outside its folder");
        return manifest;
    }

    private void Write(Manifest manifest) => WholeFile.Write(ManifestPath, JsonSerializer.Serialize(manifest, RunOptions.Json));

    private static byte[] ReadAll(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Damaged(file, $"cannot be read: {exception.Message}");
        }
    }

    private static string Name(object step) => FormattableString.Invariant($"step-{step}.safetensors");
}
