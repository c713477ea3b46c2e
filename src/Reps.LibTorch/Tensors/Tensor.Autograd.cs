using System;
using System.Collections.Generic;
using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        /// <summary>The accumulated gradient, or null.</summary>
        public Tensor? grad
        {
            get
            {
                nint handle;
                Native.Check(Native.rt_grad_of(Handle, &handle));
                GC.KeepAlive(this);
                return handle == 0 ? null : new Tensor(handle);
            }
            set
            {
                Native.Check(Native.rt_set_grad(Handle, value is null ? 0 : value.Handle));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        public void backward() => autograd.backward([this]);

        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null
        ) => autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void retain_grad()
        {
            Native.Check(Native.rt_retain_grad(Handle));
            GC.KeepAlive(this);
        }

        public Tensor detach() => Operator.Call("detach", this);

        public Tensor detach_() => Operator.CallInPlace(this, "detach_", this);
    }
}
