using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            // What the conversion that is under way on this thread has replaced: modules that share a tensor share it afterwards.
            [ThreadStatic]
            private static Dictionary<Tensor, Tensor>? s_replaced;

            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                CheckTarget(dtype);
                CheckTarget(device.type);
                if (device.type != DeviceType.CUDA) device = new Device(device.type, -1);
                _toEpilog(device, dtype, non_blocking);
                return this;
            }

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                CheckTarget(deviceType);
                _toEpilog(deviceType, deviceType == DeviceType.CUDA ? deviceIndex : -1, non_blocking);
                return this;
            }

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                CheckTarget(dtype);
                _toEpilog(dtype, non_blocking);
                return this;
            }

            public Module _to(Tensor other, bool non_blocking)
            {
                _to(other.dtype, non_blocking);
                return _to(other.device_type, other.device_index, non_blocking);
            }

            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);

            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog(dtype, device, non_blocking);

            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            /// <summary>Replaces the tensors of the module and its children by converted ones, in the registers, in fields and in properties.</summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                if (dtype is null && device is null) throw new ArgumentException("There is nothing to convert to.", nameof(dtype));
                bool outermost = s_replaced is null;
                s_replaced ??= new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance);
                try
                {
                    foreach ((_, Module child) in named_children())
                    {
                        if (device is null) child._to(dtype!.Value, non_blocking);
                        else if (dtype is null) child._to(device.type, device.index, non_blocking);
                        else child._to(device, dtype.Value, non_blocking);
                    }
                    ConvertParameters(dtype, device);
                    ConvertBuffers(dtype, device);
                }
                finally
                {
                    if (outermost) s_replaced = null;
                }
                if (device is not null) (_deviceType, _deviceIndex) = (device.type, device.index);
            }

            protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, out Tensor? result)
            {
                result = null;
                if (!WillChange(buffer, dtype, device, out ScalarType type, out Device where)) return false;
                using (no_grad()) result = TensorCalls.Converted(buffer, type, where).DetachFromDisposeScope();
                buffer.Dispose();
                return true;
            }

            protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, out Parameter? p)
            {
                p = null;
                using Tensor? gradient = TensorCalls.Gradient(param);
                bool gradientChanges = gradient is not null && WillChange(gradient, dtype, device, out _, out _);
                if (!WillChange(param, dtype, device, out ScalarType type, out Device where) && !gradientChanges) return false;
                // Without recording: the new parameter is a leaf, and keeps nothing of the old one.
                using (no_grad())
                {
                    using Tensor shared = Operator.Call("detach", param);
                    p = new Parameter(TensorCalls.Converted(shared, type, where), param.requires_grad);
                    p.DetachFromDisposeScope();
                    if (gradient is not null)
                    {
                        using Tensor converted = TensorCalls.Converted(gradient, type, where);
                        converted.requires_grad = gradient.requires_grad;
                        TensorCalls.SetGradient(p, converted);
                    }
                }
                return true;
            }

            private static bool WillChange(Tensor tensor, ScalarType? dtype, Device? device, out ScalarType type, out Device where)
            {
                (ScalarType before, Device there) = (tensor.dtype, tensor.device);
                type = dtype is ScalarType wanted && (before.IsFloatingPoint() || before.IsComplex()) ? wanted : before;
                bool stays = device is null || TensorCalls.IsOn(there, device);
                where = stays ? there : device!;
                return type != before || !stays;
            }

            private static void CheckTarget(ScalarType dtype)
            {
                if (!dtype.IsFloatingPoint() && !dtype.IsComplex())
                    throw new ArgumentException($"A module has floating-point or complex numbers, not {dtype}.", nameof(dtype));
            }

            private static unsafe void CheckTarget(DeviceType type)
            {
                if (type != DeviceType.CUDA) return;
                int count;
                Native.Check(Native.rt_device_count((int)type, &count));
                if (count == 0) throw new InvalidOperationException("CUDA is not available.");
            }

            private void ConvertParameters(ScalarType? dtype, Device? device)
            {
                (string, Parameter)[] all = [.. _internal_params];
                foreach ((string key, Parameter before) in all)
                {
                    if (s_replaced!.TryGetValue(before, out Tensor? known))
                    {
                        Put(key, before, known);
                        ConditionallyRegisterParameter(key, (Parameter)known);
                    }
                    else if (!before.IsInvalid && ReplaceParameter(dtype, device, before, out Parameter? after))
                    {
                        s_replaced.Add(before, after!);
                        Put(key, before, after!);
                        ConditionallyRegisterParameter(key, after);
                        before.Dispose();
                    }
                }
            }

            private void ConvertBuffers(ScalarType? dtype, Device? device)
            {
                (string, (Tensor, bool))[] all = [.. _internal_buffers];
                foreach ((string key, (Tensor before, bool persistent)) in all)
                {
                    if (s_replaced!.TryGetValue(before, out Tensor? known))
                    {
                        Put(key, before, known);
                        ConditionallyRegisterBuffer(key, known, persistent);
                    }
                    else if (!before.IsInvalid && ReplaceBuffer(dtype, device, before, out Tensor? after))
                    {
                        s_replaced.Add(before, after!);
                        Put(key, before, after!);
                        ConditionallyRegisterBuffer(key, after, persistent);
                    }
                }
            }

            // A property with the tensor's name is told; so is every field that holds the tensor.
            private void Put(string key, Tensor before, Tensor after)
            {
                PropertyInfo? property = GetType()
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .FirstOrDefault(candidate => candidate.Name == key && candidate.CanWrite && candidate.PropertyType.IsInstanceOfType(after));
                property?.SetValue(this, after);
                foreach (FieldInfo field in FieldsOf(GetType()))
                    if (field.FieldType.IsInstanceOfType(after) && ReferenceEquals(field.GetValue(this), before)) field.SetValue(this, after);
            }
        }
    }
}
