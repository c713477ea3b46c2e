using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Reps.Layers.Checkpoints;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Reads the state of an e3nn model, saved in Python by <c>torch.save(model.state_dict(), path)</c> or by
/// <c>safetensors.torch.save_file(model.state_dict(), path)</c>, into modules of the same names. Weights have e3nn's order here, so that
/// they are copied as they are; what else e3nn stores (masks, coupling tensors, indices) is checked where it says something, and left out.
/// </summary>
/// <remarks>
/// e3nn 0.5 changed the signs of some couplings of odd l1 + l2 + l3, such as (1, 2, 2). Weights that were trained before are negated on those
/// paths. Which paths these are is read from the coupling tensors in the file; where it has none, an option must say the version.
/// </remarks>
public static class E3nnCheckpoint
{
    /// <summary>Reads a checkpoint. The module is loaded as a whole or not at all.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file of PyTorch (.pt) or safetensors; its first bytes tell which.</param>
    /// <param name="options">How to read it.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="SafetensorsException">The file is damaged, or in none of the formats.</exception>
    /// <exception cref="ModuleStateException">
    /// The file of PyTorch is damaged, or holds more than dictionaries, numbers and tensors; tensors are missing, unexpected or of other
    /// shapes; paths differ; or signs cannot be determined, and the message asks what decides them.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static E3nnCheckpointReport Load(nn.Module module, string path, E3nnCheckpointOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= E3nnCheckpointOptions.Default;
        using StateFile file = StateFile.Open(path, options.Entry);
        Dictionary<string, Tensor> state = module.state_dict();
        Dictionary<string, SafeTensor> tensors = Renamed(path, file, state, options);
        Dictionary<string, nn.Module> modules = new() { [""] = module };
        foreach ((string name, nn.Module inner) in module.named_modules()) modules[name] = inner;
        List<string> ignored = [.. tensors.Where(entry => !state.ContainsKey(entry.Key) && IsDerived(entry.Value, entry.Key)).Select(entry => entry.Key)];
        CheckNames(path, state.Keys, tensors.Keys.Except(ignored), options);
        List<(string Name, SafeTensor Stored, Tensor Target)> pairs = [];
        foreach ((string name, SafeTensor stored) in tensors)
        {
            if (!state.TryGetValue(name, out Tensor? target)) continue;
            StateTensors.Check(path, stored, target);
            pairs.Add((name, stored, target));
        }
        SignConversion signs = Convert(modules, path, options, tensors, state);
        StateTensors.Copy(pairs.Select(pair => (pair.Stored, pair.Target)), pairs.Select(pair => signs.Ranges.GetValueOrDefault(pair.Name)));
        return new E3nnCheckpointReport([.. pairs.Select(pair => pair.Name)], ignored, signs.Flipped, signs.Signs);

        bool IsDerived(SafeTensor stored, string name) => E3nnNames.IsDerived(stored, name) || GridBuffers.Belongs(name, modules);
    }

    private static SignConversion Convert(
        Dictionary<string, nn.Module> modules, string path, E3nnCheckpointOptions options, Dictionary<string, SafeTensor> tensors, Dictionary<string, Tensor> state)
    {
        foreach ((string name, SafeTensor stored) in tensors)
            if (E3nnNames.TryMask(name, out string masked) && modules.TryGetValue(masked, out nn.Module? owner))
                OutputMasks.Check(path, stored, owner);
        SignConversion signs = new(path, options, tensors.Select(entry => (entry.Key, entry.Value)));
        foreach ((string name, nn.Module inner) in modules)
            if (inner is IProductModule product)
                signs.Convert(name, product.Product, state.ContainsKey(name.Length == 0 ? "weight" : name + ".weight"));
        foreach ((string name, List<(int Offset, int Count)> ranges) in signs.Ranges)
        {
            long last = tensors.TryGetValue(name, out SafeTensor? stored) && stored.Shape.Count > 0 ? stored.Shape[^1] : 0;
            if (ranges.Any(range => range.Offset + range.Count > last))
                throw new ModuleStateException(
                    path, name, stored is null ? "is to take the signs of a product, but is not in the file" : $"has {last} numbers in its last dimension, fewer than the product has weights",
                    "Correct ExternalWeights of the options");
        }
        return signs;
    }

    private static Dictionary<string, SafeTensor> Renamed(
        string path, StateFile file, Dictionary<string, Tensor> state, E3nnCheckpointOptions options)
    {
        Dictionary<string, SafeTensor> result = new(StringComparer.Ordinal);
        foreach (StateEntry stored in file.Entries)
        {
            string? name = options.Rename is null ? stored.Name : options.Rename(stored.Name);
            if (name is null || (stored.Problem is not null && !options.Strict && !state.ContainsKey(name))) continue;
            if (!result.TryAdd(name, stored.Read()))
                throw new ModuleStateException(path, stored.Name, $"is renamed to '{name}', as another tensor is", "Correct Rename of the options");
        }
        return result;
    }

    private static void CheckNames(string path, IEnumerable<string> expected, IEnumerable<string> found, E3nnCheckpointOptions options)
    {
        if (!options.Strict) return;
        string[] missing = [.. expected.Except(found)];
        string[] unexpected = [.. found.Except(expected)];
        const string Remedy = "Give modules the names that they have in the model, or translate with Rename of the options";
        if (missing.Length > 0)
            throw new ModuleStateException(path, missing[0], $"is missing: the file lacks {ModuleState.Listed(missing)}, and the module lacks {(unexpected.Length == 0 ? "nothing" : ModuleState.Listed(unexpected))}", Remedy);
        if (unexpected.Length > 0)
            throw new ModuleStateException(path, unexpected[0], $"is not in the module, which lacks {ModuleState.Listed(unexpected)}", Remedy);
    }
}
