using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private static readonly ConcurrentDictionary<Type, FieldInfo[]> s_fields = new();

            protected OrderedDict<string, Module> _internal_submodules = [];
            protected OrderedDict<string, (Tensor, bool)> _internal_buffers = [];
            protected OrderedDict<string, Parameter> _internal_params = [];
            private bool _areComponentsRegistered;

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid) throw new ArgumentNullException(nameof(tensor), $"The buffer '{name}' is no tensor.");
                if (!_internal_buffers.ContainsKey(name)) _internal_buffers.Add(name, (tensor, persistent));
                else throw new InvalidOperationException($"There is a buffer '{name}' already.");
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid) throw new ArgumentNullException(nameof(param), $"The parameter '{name}' is no tensor.");
                if (!_internal_params.ContainsKey(name)) _internal_params.Add(name, param);
                else throw new InvalidOperationException($"There is a parameter '{name}' already.");
            }

            public void add_module(string name, Module module) => register_module(name, module);

            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null || submodule.IsDisposed)
                {
                    _internal_submodules.Remove(name);
                    return;
                }
                if (string.IsNullOrEmpty(name)) throw new ArgumentException("A module needs a name.", nameof(name));
                if (name.Contains('.', StringComparison.Ordinal)) throw new ArgumentException($"The name of a module has no dots: '{name}'.", nameof(name));
                if (_internal_submodules.ContainsKey(name)) throw new InvalidOperationException($"There is a module '{name}' already.");
                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            protected void ConditionallyRegisterParameter(string name, Tensor value) => ConditionallyRegisterParameter(name, value as Parameter);

            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null) _internal_params.Remove(name);
                else _internal_params[name] = value;
            }

            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null) _internal_buffers.Remove(name);
                else _internal_buffers[name] = (value, persistent);
            }

            protected void ClearModules() => _internal_submodules.Clear();

            /// <summary>Registers the modules, parameters and tensors that are fields, under the names of the fields.</summary>
            protected virtual void RegisterComponents()
            {
                if (_areComponentsRegistered) return;
                foreach (FieldInfo field in FieldsOf(GetType()))
                {
                    if (field.FieldType.IsValueType) continue;
                    string component = field.ComponentName();
                    if (_internal_submodules.ContainsKey(component) || _internal_params.ContainsKey(component) || _internal_buffers.ContainsKey(component)) continue;
                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(component, module);
                            break;
                        case Parameter parameter:
                            register_parameter(component, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(component, tensor);
                            break;
                    }
                }
                _areComponentsRegistered = true;
            }

            // From the class itself to its bases; of fields with one name, that of the most derived class.
            private static FieldInfo[] FieldsOf(Type type) =>
                s_fields.GetOrAdd(
                    type,
                    static derived =>
                    {
                        List<FieldInfo> fields = [];
                        HashSet<string> names = [];
                        for (Type? level = derived; level is not null && level != typeof(object); level = level.BaseType)
                            foreach (FieldInfo field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                                if (names.Add(field.Name)) fields.Add(field);
                        return [.. fields];
                    });
        }
    }
}
