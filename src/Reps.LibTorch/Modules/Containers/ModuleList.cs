using System.Collections;
using System.Collections.Generic;
using System.Globalization;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A list of modules; their places are their names.</summary>
        public class ModuleList<T> : torch.nn.Module, IList<T>
            where T : torch.nn.Module
        {
            private readonly List<T> _list = [];

            public ModuleList(params T[] modules)
                : base("ModuleList") => append(modules);

            public bool IsReadOnly => false;

            public int Count => _list.Count;

            public T this[int index]
            {
                get => _list[index];
                set
                {
                    _list[index] = value;
                    Register();
                }
            }

            public void Add(T item)
            {
                _list.Add(item);
                Register();
            }

            public void append(params T[] parameters) => extend(parameters ?? []);

            public void extend(IEnumerable<T> modules)
            {
                _list.AddRange(modules);
                Register();
            }

            public void Insert(int index, T item)
            {
                _list.Insert(index, item);
                Register();
            }

            public bool Remove(T item)
            {
                bool removed = _list.Remove(item);
                Register();
                return removed;
            }

            public void RemoveAt(int index)
            {
                _list.RemoveAt(index);
                Register();
            }

            public void Clear()
            {
                _list.Clear();
                Register();
            }

            public bool Contains(T item) => _list.Contains(item);

            public int IndexOf(T item) => _list.IndexOf(item);

            public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

            public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            protected override void RegisterComponents() { }

            // Places change, so all of them anew.
            private void Register()
            {
                _internal_submodules.Clear();
                for (int n = 0; n < _list.Count; n++) register_module(n.ToString(CultureInfo.InvariantCulture), _list[n]);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            public static Modules.ModuleList<T> ModuleList<T>(params T[] modules)
                where T : Module => new(modules);
        }
    }
}
