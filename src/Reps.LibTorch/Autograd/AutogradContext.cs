// As in TorchSharp: whoever overrides may say more about nulls, or nothing.
#nullable disable

using System;
using System.Collections.Generic;
using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class autograd
    {
        /// <summary>What a function's forward pass keeps for its backward pass.</summary>
        public class AutogradContext
        {
            private readonly Func<AutogradContext, List<Tensor>, List<Tensor>> _backward;
            private readonly bool[] _isTensor;
            private readonly Dictionary<string, object> _data = [];
            private int _savedCount;
            private nint _node;

            internal AutogradContext(string name, bool[] isTensor, Func<AutogradContext, List<Tensor>, List<Tensor>> backward) =>
                (Name, _isTensor, _backward) = (name, isTensor, backward);

            internal string Name { get; }

            internal List<Tensor> ToSave { get; private set; } = [];

            internal List<Tensor> Dirty { get; private set; } = [];

            internal List<Tensor> NonDifferentiable { get; private set; } = [];

            /// <summary>Whether gradients that nothing flowed into arrive as zeros, and not as invalid tensors.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            /// <summary>Keeps tensors, inputs or outputs, for the backward pass; called at most once, in the forward pass.</summary>
            public void save_for_backward(List<Tensor> tensors) => ToSave = tensors;

            /// <summary>Keeps something that is no tensor.</summary>
            public void save_data(string key, object value) => _data[key] = value;

            /// <summary>What <see cref="save_data"/> kept.</summary>
            public object get_data(string key) => _data.TryGetValue(key, out object value) ? value : null;

            /// <summary>Says which inputs were changed in place.</summary>
            public void mark_dirty(List<Tensor> tensors) => Dirty = tensors;

            /// <summary>Says which outputs have no gradient.</summary>
            public void mark_non_differentiable(List<Tensor> tensors) => NonDifferentiable = tensors;

            /// <summary>Sets <see cref="MaterializeGrads"/>.</summary>
            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            /// <summary>The tensors that <see cref="save_for_backward"/> kept, in their order.</summary>
            /// <exception cref="System.Runtime.InteropServices.ExternalException">They were changed in place since, or have been freed by an earlier backward pass.</exception>
            public List<Tensor> get_saved_variables()
            {
                List<Tensor> tensors = new(_savedCount);
                for (int n = 0; n < _savedCount; n++)
                {
                    nint handle;
                    Native.Check(Native.rt_saved(_node, n, &handle));
                    tensors.Add(new Tensor(handle));
                }
                return tensors;
            }

            internal void Committed()
            {
                _savedCount = ToSave.Count;
                (ToSave, Dirty, NonDifferentiable) = ([], [], []);
            }

            internal List<Tensor> Run(nint node, List<Tensor> gradients)
            {
                _node = node;
                List<Tensor> all = _backward(this, gradients);
                if (all.Count < _isTensor.Length)
                    throw new InvalidOperationException($"The backward pass of {Name} returned {all.Count} gradients for {_isTensor.Length} arguments.");
                List<Tensor> ofTensors = [];
                for (int n = 0; n < all.Count; n++)
                {
                    if (n < _isTensor.Length && _isTensor[n]) ofTensors.Add(all[n]);
                    else if (all[n] is { IsInvalid: false })
                        throw new InvalidOperationException($"The backward pass of {Name} returned a gradient at position {n}, where there is no tensor among the arguments.");
                }
                return ofTensors;
            }
        }
    }
}
