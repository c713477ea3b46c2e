using System.Collections;
using System.Collections.Generic;
using System.Globalization;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A list of parameters; their places are their names.</summary>
        public class ParameterList : torch.nn.Module, IList<Parameter>
        {
            private readonly List<Parameter> _list = [];

            public ParameterList(params Parameter[] parameters)
                : base(nameof(ParameterList)) => append(parameters);

            public bool IsReadOnly => false;

            public int Count => _list.Count;

            public Parameter this[int index]
            {
                get => _list[index];
                set
                {
                    _list[index] = value;
                    Register();
                }
            }

            public void Add(Parameter item)
            {
                _list.Add(item);
                Register();
            }

            public void append(params Parameter[] parameters) => extend(parameters ?? []);

            public void extend(IEnumerable<Parameter> parameters)
            {
                _list.AddRange(parameters);
                Register();
            }

            public void Insert(int index, Parameter item)
            {
                _list.Insert(index, item);
                Register();
            }

            public bool Remove(Parameter item)
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

            public bool Contains(Parameter item) => _list.Contains(item);

            public int IndexOf(Parameter item) => _list.IndexOf(item);

            public void CopyTo(Parameter[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

            public IEnumerator<Parameter> GetEnumerator() => _list.GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            protected override void RegisterComponents() { }

            // Conversion has put other tensors into the register.
            protected override void _toEpilog(torch.ScalarType? dtype, torch.Device? device, bool non_blocking)
            {
                base._toEpilog(dtype, device, non_blocking);
                for (int n = 0; n < _list.Count; n++) _list[n] = _internal_params[n].Item2;
            }

            // Places change, so all of them anew.
            private void Register()
            {
                _internal_params.Clear();
                for (int n = 0; n < _list.Count; n++) register_parameter(n.ToString(CultureInfo.InvariantCulture), _list[n]);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ParameterList ParameterList(params Modules.Parameter[] parameters) => new(parameters);
        }
    }
}
