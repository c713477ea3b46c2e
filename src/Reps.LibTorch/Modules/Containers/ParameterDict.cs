using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Parameters by name, in the order in which they came.</summary>
        public class ParameterDict : torch.nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
        {
            private readonly OrderedDict<string, Parameter> _entries = [];

            public ParameterDict()
                : base(nameof(ParameterDict)) { }

            public bool IsReadOnly => false;

            public int Count => _entries.Count;

            public ICollection<string> Keys => _entries.Keys;

            public ICollection<Parameter> Values => _entries.Values;

            public (string, Parameter) this[int index]
            {
                get => _entries[index];
                set
                {
                    _entries[index] = value;
                    Register();
                }
            }

            public Parameter this[string key]
            {
                get => _entries[key];
                set
                {
                    _entries[key] = value;
                    Register();
                }
            }

            public IEnumerator<(string, Parameter)> items() => GetEnumerator();

            public IEnumerable<string> keys() => Keys;

            public IEnumerable<Parameter> values() => Values;

            public void Add((string, Parameter) item) => Add(item.Item1, item.Item2);

            public void Add(KeyValuePair<string, Parameter> item) => Add(item.Key, item.Value);

            public void Add(string key, Parameter value)
            {
                _entries.Add(key, value);
                Register();
            }

            public void Insert(int index, (string, Parameter) item)
            {
                _entries.Insert(index, item);
                Register();
            }

            public bool Remove(string key) => Registered(_entries.Remove(key));

            public bool Remove((string, Parameter) item) => Registered(_entries.Remove(item));

            public bool Remove(KeyValuePair<string, Parameter> item) => Registered(_entries.Remove(item));

            public void RemoveAt(int index)
            {
                _entries.RemoveAt(index);
                Register();
            }

            public void clear() => Clear();

            public void Clear()
            {
                _entries.Clear();
                Register();
            }

            public bool Contains((string, Parameter) item) => _entries.Contains(item);

            public bool Contains(KeyValuePair<string, Parameter> item) => _entries.Contains(item);

            public bool ContainsKey(string key) => _entries.ContainsKey(key);

            public int IndexOf((string, Parameter) item) => _entries.IndexOf(item);

            public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => _entries.TryGetValue(key, out value);

            public void CopyTo((string, Parameter)[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

            public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

            public IEnumerator<(string, Parameter)> GetEnumerator() => _entries.GetEnumerator();

            IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() =>
                ((IEnumerable<KeyValuePair<string, Parameter>>)_entries).GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            protected override void RegisterComponents() { }

            // Conversion has put other tensors into the register.
            protected override void _toEpilog(torch.ScalarType? dtype, torch.Device? device, bool non_blocking)
            {
                base._toEpilog(dtype, device, non_blocking);
                foreach ((string key, Parameter value) in _internal_params) _entries[key] = value;
            }

            private bool Registered(bool changed)
            {
                if (changed) Register();
                return changed;
            }

            // The names may have changed places, so all of them anew.
            private void Register()
            {
                _internal_params.Clear();
                foreach ((string key, Parameter value) in _entries) register_parameter(key, value);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ParameterDict ParameterDict(params (string, Modules.Parameter)[] parameters)
            {
                Modules.ParameterDict dictionary = [];
                foreach ((string, Modules.Parameter) parameter in parameters) dictionary.Add(parameter);
                return dictionary;
            }
        }
    }
}
