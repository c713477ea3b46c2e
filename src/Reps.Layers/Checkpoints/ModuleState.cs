using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Reps.Layers.Checkpoints;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// The state of modules in safetensors files, which other frameworks read as well, and from files of PyTorch. TorchSharp's own format is
/// that of <c>Module.save</c> and <c>Module.load</c>.
/// </summary>
public static class ModuleState
{
    /// <summary>Writes parameters and persistent buffers. The file appears whole or not at all.</summary>
    /// <param name="module">The module, on any device.</param>
    /// <param name="path">The file to create or replace; its folder must exist.</param>
    /// <param name="metadata">Texts to store with the tensors. The signatures of the layers are stored beside them.</param>
    /// <exception cref="ArgumentException">The metadata has the key <see cref="CheckpointLayout.MetadataKey"/>.</exception>
    /// <exception cref="NotSupportedException">A tensor is complex.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void SaveSafetensors(nn.Module module, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentException.ThrowIfNullOrEmpty(path);
        SafetensorsWriter.Write(path, [.. module.state_dict().Select(entry => StateTensors.ToFile(entry.Key, entry.Value))], ModuleLayouts.Write(module, metadata));
    }

    /// <summary>
    /// Reads parameters and buffers, converted to the number types that the module has. The module is loaded as a whole or not at all.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file of safetensors or of PyTorch (.pt); its first bytes tell which.</param>
    /// <param name="strict">Whether the file must have all tensors of the module and no others.</param>
    /// <param name="entry">
    /// For checkpoints of a training, as PyTorch saves them: the key under which the state of the module is, such as "state_dict"; null
    /// where it is the whole file, or the only dictionary of tensors in it.
    /// </param>
    /// <exception cref="SafetensorsException">The file is damaged, or in none of the formats.</exception>
    /// <exception cref="ModuleStateException">
    /// The file of PyTorch is damaged, or holds more than dictionaries, numbers and tensors; tensors are missing or unexpected; one is of
    /// another shape or kind; or a layer was saved with other signatures: another order of irreps has the same number of weights.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Load(nn.Module module, string path, bool strict = true, string? entry = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using StateFile file = StateFile.Open(path, entry);
        Dictionary<string, Tensor> state = module.state_dict();
        if (strict) CheckNames(path, state.Keys, file.Entries.Select(stored => stored.Name));
        ModuleLayouts.Check(path, file.Metadata, module);
        List<(SafeTensor, Tensor)> pairs = [];
        foreach (StateEntry found in file.Entries)
        {
            if (!state.TryGetValue(found.Name, out Tensor? target)) continue;
            SafeTensor stored = found.Read();
            StateTensors.Check(path, stored, target);
            pairs.Add((stored, target));
        }
        StateTensors.Copy(pairs);
    }

    internal static void CheckNames(string path, IEnumerable<string> expected, IEnumerable<string> found)
    {
        string[] missing = [.. expected.Except(found)];
        string[] unexpected = [.. found.Except(expected)];
        if (missing.Length == 0 && unexpected.Length == 0) return;
        string problem = string.Join(
            " and ",
            new[] { missing.Length > 0 ? $"the file lacks {Listed(missing)}" : "", unexpected.Length > 0 ? $"the module has no {Listed(unexpected)}" : "" }
                .Where(text => text.Length > 0)
        );
        throw new ModuleStateException(
            path, missing.Length > 0 ? null : unexpected[0], problem, "Make the module that the file was saved from, or pass strict: false to load the tensors that both have");
    }

    internal static string Listed(IReadOnlyList<string> names)
    {
        const int Most = 6;
        return string.Join(", ", names.Take(Most).Select(name => $"'{name}'")) + (names.Count > Most ? $" and {names.Count - Most} more" : "");
    }
}
