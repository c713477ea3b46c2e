using System;
using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers.Checkpoints;

/// <summary>
/// The signatures of a module's layers in the metadata of a file. Weights of another order of irreps may have the same shape, and would be read
/// without a word. See <see cref="CheckpointLayout"/> for the text.
/// </summary>
internal static class ModuleLayouts
{
    /// <summary>Metadata together with the layouts of a module.</summary>
    public static IReadOnlyDictionary<string, string> Write(nn.Module module, IReadOnlyDictionary<string, string>? metadata)
    {
        Dictionary<string, string> result = new(metadata ?? new Dictionary<string, string>());
        if (result.ContainsKey(CheckpointLayout.MetadataKey))
            throw new ArgumentException($"The key '{CheckpointLayout.MetadataKey}' of the metadata is written by the library; use another.", nameof(metadata));
        CheckpointLayout[] layouts = [.. Of(module).Select(static entry => new CheckpointLayout(entry.Path, entry.Class, entry.Layout))];
        if (layouts.Length > 0) result[CheckpointLayout.MetadataKey] = CheckpointLayout.Format(layouts);
        return result;
    }

    /// <summary>Refuses a file whose layers have other signatures than the module's. Files that do not say are believed.</summary>
    public static void Check(string path, IReadOnlyDictionary<string, string> metadata, nn.Module module)
    {
        Dictionary<string, string> own = Of(module).ToDictionary(static entry => entry.Path, static entry => entry.Layout);
        foreach (CheckpointLayout stored in CheckpointLayout.Read(metadata))
        {
            if (!own.TryGetValue(stored.Path, out string? layout) || layout == stored.Layout) continue;
            string place = stored.Path.Length == 0 ? "the module" : $"the layer '{stored.Path}'";
            string order = CheckpointLayout.IsReordered(stored.Layout, layout) ? ": the same irreps in another order" : "";
            throw new ModuleStateException(
                path, null, $"{place} is {layout}, but was saved as {stored.Layout}{order}, so that its numbers mean something else",
                "Declare the representations as they were when the file was saved");
        }
    }

    private static IEnumerable<(string Path, string Class, string Layout)> Of(nn.Module module)
    {
        if (module is ILayoutModule self) yield return ("", module.GetType().FullName ?? "", self.Layout);
        foreach ((string name, nn.Module inner) in module.named_modules())
            if (inner is ILayoutModule layer && name.Length > 0)
                yield return (name, inner.GetType().FullName ?? "", layer.Layout);
    }
}
