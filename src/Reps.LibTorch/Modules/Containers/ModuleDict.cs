using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Modules by name, in the order in which they came.</summary>
        public class ModuleDict<T> : torch.nn.Module, IDictionary<string, T>, IList<(string, T)>
            where T : torch.nn.Module
        {
            private readonly OrderedDict<string, T> _entries = [];

            public ModuleDict()
                : base("ModuleDict") { }

            public bool IsReadOnly => false;

            public int Count => _entries.Count;

            public ICollection<string> Keys => _entries.Keys;

            public ICollection<T> Values => _entries.Values;

            public (string, T) this[int index]
            {
                get => _entries[index];
                set
                {
                    _entries[index] = value;
                    Register();
                }
            }

            public T this[string key]
            {
                get => _entries[key];
                set
                {
                    _entries[key] = value;
                    Register();
                }
            }

            public IEnumerator<(string, T)> items() => GetEnumerator();

            public IEnumerable<string> keys() => Keys;

            public IEnumerable<T> values() => Values;

            public void Add((string, T) item) => Add(item.Item1, item.Item2);

            public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

            public void Add(string key, T value)
            {
                _entries.Add(key, value);
                Register();
            }

            public void Insert(int index, (string, T) item)
            {
                _entries.Insert(index, item);
                Register();
            }

            public bool Remove(string key) => Registered(_entries.Remove(key));

            public bool Remove((string, T) item) => Registered(_entries.Remove(item));

            public bool Remove(KeyValuePair<string, T> item) => Registered(_entries.Remove(item));

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

            public bool Contains((string, T) item) => _entries.Contains(item);

            public bool Contains(KeyValuePair<string, T> item) => _entries.Contains(item);

            public bool ContainsKey(string key) => _entries.ContainsKey(key);

            public int IndexOf((string, T) item) => _entries.IndexOf(item);

            public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);

            public void CopyTo((string, T)[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

            public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

            public IEnumerator<(string, T)> GetEnumerator() => _entries.GetEnumerator();

            IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
                ((IEnumerable<KeyValuePair<string, T>>)_entries).GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            protected override void RegisterComponents() { }

            private bool Registered(bool changed)
            {
                if (changed) Register();
                return changed;
            }

            // The names may have changed places, so all of them anew.
            private void Register()
            {
                _internal_submodules.Clear();
                foreach ((string key, T value) in _entries) register_module(key, value);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            public static Modules.ModuleDict<T> ModuleDict<T>(params (string, T)[] modules)
                where T : Module
            {
                Modules.ModuleDict<T> dictionary = [];
                foreach ((string, T) module in modules) dictionary.Add(module);
                return dictionary;
            }
        }
    }
}
