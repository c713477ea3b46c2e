using System;
using System.Collections.Generic;
using System.Linq;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string before = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach ((string key, Modules.Parameter parameter) in named_parameters()) destination.TryAdd(before + key, parameter);
                foreach ((string key, Tensor buffer) in named_buffers(include_nonpersistent: false)) destination.TryAdd(before + key, buffer);
                // Most of it is there by now. What remains are tensors with several names, and modules that name their own state.
                foreach ((string key, Module module) in _internal_submodules) module.state_dict(destination, before + key);
                return destination;
            }

            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                skip ??= [];
                Dictionary<string, Tensor> target = state_dict();
                List<string> unexpected = [.. source.Keys.Where(key => !skip.Contains(key) && !target.ContainsKey(key))];
                List<string> missing = [.. target.Keys.Where(key => !skip.Contains(key) && !source.ContainsKey(key))];
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                    throw new InvalidOperationException(
                        $"The state is not that of this module. Missing: {Listed(missing)}. Unexpected: {Listed(unexpected)}.");
                List<string> common = [.. source.Keys.Where(key => !skip.Contains(key) && target.ContainsKey(key))];
                // All shapes before any copy: a module is loaded as a whole or not at all.
                foreach (string key in common)
                    if (!CanCopy(source[key].shape, target[key].shape))
                        throw new ArgumentException(
                            $"'{key}' has the shape [{string.Join(", ", source[key].shape)}], where the module has [{string.Join(", ", target[key].shape)}].",
                            nameof(source));
                using (no_grad())
                    foreach (string key in common) TensorCalls.Copy(target[key], source[key]);
                return (missing, unexpected);
            }

            internal static string Listed(IReadOnlyCollection<string> keys)
            {
                const int Most = 8;
                if (keys.Count == 0) return "none";
                return string.Join(", ", keys.Take(Most)) + (keys.Count > Most ? $" and {keys.Count - Most} more" : "");
            }

            // Copying broadcasts.
            private static bool CanCopy(long[] from, long[] to)
            {
                if (from.Length > to.Length) return false;
                for (int n = 1; n <= from.Length; n++)
                    if (from[^n] != 1 && from[^n] != to[^n]) return false;
                return true;
            }
        }
    }
}
