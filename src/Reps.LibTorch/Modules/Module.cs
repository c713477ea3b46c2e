using System;
using System.Linq;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The base of everything that learns: a tree of parameters, buffers and modules.</summary>
        public partial class Module : IDisposable
        {
            protected DeviceType _deviceType = DeviceType.CPU;
            protected int _deviceIndex = -1;
            protected string? name;
            private bool _training = true;
            private bool _disposed;

            protected Module(string name) => this.name = name;

            ~Module() => Dispose(false);

            public virtual bool training => _training;

            /// <summary>Whether the module has been disposed: it counts as no module then.</summary>
            internal bool IsDisposed => _disposed;

            public virtual void train(bool train = true)
            {
                _training = train;
                foreach ((_, Module child) in named_children()) child.train(train);
            }

            public virtual void eval() => train(false);

            public virtual Module apply(Action<Module> fn)
            {
                foreach ((_, Module child) in _internal_submodules) child.apply(fn);
                fn(this);
                return this;
            }

            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (Modules.Parameter parameter in parameters())
                {
                    if (set_to_none) TensorCalls.SetGradient(parameter, null);
                    else TensorCalls.ZeroGradient(parameter);
                }
            }

            public virtual string GetName() => string.IsNullOrEmpty(name) ? GetType().Name : name;

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || _disposed) return;
                // First of all: a module may be reached again through its own tree.
                _disposed = true;
                foreach ((_, (Tensor buffer, _)) in _internal_buffers) buffer.Dispose();
                foreach ((_, Modules.Parameter parameter) in _internal_params) parameter.Dispose();
                foreach (Module child in _internal_submodules.Values.ToArray()) child.Dispose();
            }

            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? get_default_device(), dtype ?? get_default_dtype());
        }
    }
}
