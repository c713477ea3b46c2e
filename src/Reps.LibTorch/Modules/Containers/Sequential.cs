using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Modules one after the other, each of which gets what the one before has given.</summary>
        public class Sequential : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            internal Sequential(IEnumerable<(string, torch.nn.IModule<torch.Tensor, torch.Tensor>)> modules)
                : base(nameof(Sequential))
            {
                foreach ((string key, torch.nn.IModule<torch.Tensor, torch.Tensor> module) in modules) append(key, module);
            }

            protected Sequential(params (string name, torch.nn.Module<torch.Tensor, torch.Tensor> submodule)[] modules)
                : this(modules.Select(entry => (entry.name, (torch.nn.IModule<torch.Tensor, torch.Tensor>)entry.submodule))) { }

            protected Sequential(params torch.nn.Module<torch.Tensor, torch.Tensor>[] modules)
                : this(Numbered(modules)) { }

            public int Count => _internal_submodules.Count;

            [IndexerName("SequentialItems")]
            public torch.nn.IModule<torch.Tensor, torch.Tensor> this[int index] =>
                (torch.nn.IModule<torch.Tensor, torch.Tensor>)_internal_submodules[index].Item2;

            [IndexerName("SequentialItems")]
            public Sequential this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

            [IndexerName("SequentialItems")]
            public Sequential this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

            public Sequential append(string name, torch.nn.IModule<torch.Tensor, torch.Tensor> module)
            {
                register_module(name, (torch.nn.Module)module);
                return this;
            }

            public Sequential append(torch.nn.IModule<torch.Tensor, torch.Tensor> module) =>
                append(Count.ToString(CultureInfo.InvariantCulture), module);

            /// <summary>What lies between two modules is disposed: nobody else sees it.</summary>
            public override torch.Tensor forward(torch.Tensor tensor)
            {
                int count = Count;
                if (count == 0) return Operator.Call("alias", tensor);
                torch.Tensor current = tensor;
                for (int n = 0; n < count; n++)
                {
                    torch.Tensor before = current;
                    current = this[n].call(before);
                    if (n > 0 && !ReferenceEquals(before, tensor) && !ReferenceEquals(before, current)) before.Dispose();
                }
                return current;
            }

            internal static IEnumerable<(string, torch.nn.IModule<torch.Tensor, torch.Tensor>)> Numbered(
                IEnumerable<torch.nn.Module<torch.Tensor, torch.Tensor>> modules) =>
                modules.Select(
                    (module, n) => (n.ToString(CultureInfo.InvariantCulture), (torch.nn.IModule<torch.Tensor, torch.Tensor>)module));

            private Sequential Slice(int start, int end)
            {
                if (start < 0 || start > Count) throw new IndexOutOfRangeException($"{start} is no place among {Count} modules.");
                if (end < 0 || end > Count) throw new IndexOutOfRangeException($"{end} is no place among {Count} modules.");
                (string, torch.nn.Module)[] all = [.. _internal_submodules];
                return new Sequential(
                    all.Take(end).Skip(start).Select(entry => (entry.Item1, (torch.nn.IModule<torch.Tensor, torch.Tensor>)entry.Item2)));
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Sequential Sequential() => new([]);

            public static Modules.Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
                Sequential((IEnumerable<(string, Module<Tensor, Tensor>)>)modules);

            public static Modules.Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(Modules.Sequential.Numbered(modules));

            public static Modules.Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
                Sequential((IEnumerable<Tuple<string, Module<Tensor, Tensor>>>)modules);

            public static Modules.Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) =>
                new(modules.Select(entry => (entry.name, (IModule<Tensor, Tensor>)entry.submodule)));

            public static Modules.Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
                Sequential(modules.Select(entry => (entry.Item1, entry.Item2)));

            public static Modules.Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new(Modules.Sequential.Numbered(modules));
        }
    }
}
