using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                HashSet<Parameter> seen = new(ReferenceEqualityComparer.Instance);
                foreach ((string key, Parameter parameter) in _internal_params)
                    if (!parameter.IsInvalid && seen.Add(parameter)) yield return (key, parameter);
                if (!recurse) yield break;
                foreach ((string child, Module module) in _internal_submodules)
                    foreach ((string key, Parameter parameter) in module.named_parameters(true))
                        if (seen.Add(parameter)) yield return ($"{child}.{key}", parameter);
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(entry => entry.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                HashSet<Tensor> seen = new(ReferenceEqualityComparer.Instance);
                foreach ((string key, (Tensor buffer, bool persistent)) in _internal_buffers)
                    if (!buffer.IsInvalid && (persistent || include_nonpersistent) && seen.Add(buffer)) yield return (key, buffer);
                if (!recurse) yield break;
                foreach ((string child, Module module) in _internal_submodules)
                    foreach ((string key, Tensor buffer) in module.named_buffers(true, include_nonpersistent))
                        if (seen.Add(buffer)) yield return ($"{child}.{key}", buffer);
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules;

            public virtual IEnumerable<Module> children() => named_children().Select(entry => entry.module);

            /// <summary>The modules inside this one, first its children; not this one.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach ((string, Module) child in _internal_submodules) yield return child;
                foreach ((string child, Module module) in _internal_submodules)
                    foreach ((string key, Module inner) in module.named_modules()) yield return ($"{child}.{key}", inner);
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            public virtual bool has_buffer(string target) =>
                _internal_buffers.ContainsKey(target) || Children(target).Any(found => found.Module.has_buffer(found.Remainder));

            public virtual bool has_parameter(string target) =>
                _internal_params.ContainsKey(target) || Children(target).Any(found => found.Module.has_parameter(found.Remainder));

            public virtual Tensor? get_buffer(string target) =>
                _internal_buffers.TryGetValue(target, out (Tensor Tensor, bool) buffer)
                    ? buffer.Tensor
                    : Children(target).Select(found => found.Module.get_buffer(found.Remainder)).FirstOrDefault(found => found is not null);

            public virtual Parameter? get_parameter(string target) =>
                _internal_params.TryGetValue(target, out Parameter? parameter)
                    ? parameter
                    : Children(target).Select(found => found.Module.get_parameter(found.Remainder)).FirstOrDefault(found => found is not null);

            // The children that the first part of a dotted name means, and the rest of the name.
            private IEnumerable<(Module Module, string Remainder)> Children(string target)
            {
                int dot = target.IndexOf('.', StringComparison.Ordinal);
                if (dot < 0) return [];
                string first = target[..dot];
                return named_children().Where(entry => entry.name == first).Select(entry => (entry.module, target[(dot + 1)..]));
            }
        }
    }
}
