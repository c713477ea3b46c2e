using System.Collections.Generic;
using System.Linq;

namespace Reps.Layers.Checkpoints.PyTorch;

/// <summary>Finds the state in a file of PyTorch: the dictionary of tensors itself, or one inside a checkpoint of a training.</summary>
internal static class StateDictionary
{
    /// <summary>The values of the state.</summary>
    /// <param name="archive">The file.</param>
    /// <param name="entry">The key of the state in the outermost dictionary; null where that is the state or there is only one.</param>
    public static IReadOnlyList<StateEntry> Entries(PyTorchArchive archive, string? entry)
    {
        object? value = PickleReader.Read(archive);
        if (value is not PickleDictionary outer)
            throw new ModuleStateException(
                archive.Path, null, $"holds {PickleValues.Describe(value)}, not a dictionary of tensors", PyTorchRemedies.SaveState);
        PickleDictionary state = entry is null ? Only(archive.Path, outer) : Named(archive.Path, outer, entry);
        return [.. state.Items.Select(item => Entry(archive, item.Key, item.Value))];
    }

    private static PickleDictionary Only(string path, PickleDictionary outer)
    {
        if (outer.Items.Count == 0 || HasTensors(outer)) return outer;
        string[] states = [.. outer.Items.Keys.Where(key => outer.Items[key] is PickleDictionary inner && HasTensors(inner))];
        return states.Length switch
        {
            1 => (PickleDictionary)outer.Items[states[0]]!,
            0 => throw new ModuleStateException(
                path, null, $"holds a dictionary without tensors, of {Listed(outer.Items.Keys)}", PyTorchRemedies.SaveState),
            _ => throw new ModuleStateException(
                path, null, $"holds several dictionaries of tensors: {Listed(states)}",
                $"Say which one is the state of the module: entry {Excerpt.Of(states[0])}, for example"),
        };
    }

    private static PickleDictionary Named(string path, PickleDictionary outer, string entry)
    {
        if (outer.Items.TryGetValue(entry, out object? value) && value is PickleDictionary inner) return inner;
        throw new ModuleStateException(
            path, null,
            $"has no dictionary {Excerpt.Of(entry)}: {(outer.Items.Count == 0 ? "it is empty" : $"it has {Listed(outer.Items.Keys)}")}",
            HasTensors(outer) ? "Leave the entry out, because the file is itself a dictionary of tensors" : "Correct the entry");
    }

    private static StateEntry Entry(PyTorchArchive archive, string name, object? value)
    {
        string? problem = value switch
        {
            PyTorchTensor { Storage.Type: null } => "holds complex numbers",
            PyTorchTensor { Negated: true } => "is a view whose numbers PyTorch has still to negate",
            PyTorchTensor => null,
            _ => $"is {PickleValues.Describe(value)}, not a tensor",
        };
        string remedy = value is PyTorchTensor { Storage.Type: not null }
            ? "Save value.resolve_neg() in Python"
            : "Leave it out in Python before torch.save, or here with Rename of E3nnCheckpointOptions";
        return new StateEntry(name, problem, Read);

        SafeTensor Read() =>
            problem is null
                ? archive.Read(name, (PyTorchTensor)value!)
                : throw new ModuleStateException(archive.Path, name, problem, remedy);
    }

    private static bool HasTensors(PickleDictionary dictionary) => dictionary.Items.Values.Any(value => value is PyTorchTensor);

    private static string Listed(IReadOnlyCollection<string> names)
    {
        const int Most = 6;
        return string.Join(", ", names.Take(Most).Select(Excerpt.Of)) + (names.Count > Most ? $" and {names.Count - Most} more" : "");
    }
}
