using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// The setter of a module's own parameter: the module, and no dispose scope, owns it from now on, and the one before is gone. Null
            /// takes the parameter away.
            /// </summary>
            private protected Parameter? Own(string key, Parameter? before, Parameter? after)
            {
                if (ReferenceEquals(before, after)) return after;
                before?.Dispose();
                after?.DetachFromDisposeScope();
                ConditionallyRegisterParameter(key, after);
                return after;
            }

            /// <summary>The setter of a module's own buffer.</summary>
            private protected Tensor? Own(string key, Tensor? before, Tensor? after)
            {
                if (ReferenceEquals(before, after)) return after;
                before?.Dispose();
                after?.DetachFromDisposeScope();
                ConditionallyRegisterBuffer(key, after);
                return after;
            }

            private protected static Tensor NewTensor(long[] size, Device? device, ScalarType? dtype)
            {
                (Device where, ScalarType type) = GetDefaultDeviceAndType(device, dtype);
                return Operator.Call("empty.memory_format", size, type, Argument.None, where);
            }

            private protected static Parameter NewParameter(long[] size, Device? device, ScalarType? dtype) => new(NewTensor(size, device, dtype));
        }
    }
}
