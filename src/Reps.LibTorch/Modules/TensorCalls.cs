using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>What modules and optimizers do with tensors, without objects that only carry a result to be thrown away.</summary>
internal static unsafe class TensorCalls
{
    /// <summary>The gradient, to be disposed; null where there is none.</summary>
    public static torch.Tensor? Gradient(torch.Tensor tensor)
    {
        nint gradient;
        Native.Check(Native.rt_grad_of(tensor.Handle, &gradient));
        System.GC.KeepAlive(tensor);
        return gradient == 0 ? null : new torch.Tensor(gradient, register: false);
    }

    public static void SetGradient(torch.Tensor tensor, torch.Tensor? gradient)
    {
        Native.Check(Native.rt_set_grad(tensor.Handle, gradient?.Handle ?? 0));
        System.GC.KeepAlive(tensor);
        System.GC.KeepAlive(gradient);
    }

    /// <summary>Sets the gradient to zero, if there is one. It forgets how it was computed.</summary>
    public static void ZeroGradient(torch.Tensor tensor)
    {
        using torch.Tensor? gradient = Gradient(tensor);
        if (gradient is null) return;
        if (gradient.requires_grad) Operator.CallInPlace(gradient, "detach_", gradient);
        using (torch.no_grad()) Zero(gradient);
    }

    public static void Zero(torch.Tensor tensor) => Operator.CallInPlace(tensor, "zero_", tensor);

    public static void Copy(torch.Tensor target, torch.Tensor source, bool non_blocking = false) =>
        Operator.CallInPlace(target, "copy_", target, source, non_blocking);

    /// <summary>A tensor in an other type and elsewhere; a new object, that shares the numbers if nothing changes.</summary>
    public static torch.Tensor Converted(torch.Tensor tensor, torch.ScalarType type, torch.Device device, bool non_blocking = false) =>
        Operator.Call("to.device", tensor, device, type, non_blocking, false, Argument.None);

    /// <summary>Whether a tensor that is on one device is where the other one says; a device without index is any of its kind.</summary>
    public static bool IsOn(torch.Device actual, torch.Device wanted) =>
        actual.type == wanted.type && (wanted.index < 0 || actual.index < 0 || actual.index == wanted.index);

    public static int ElementSize(torch.ScalarType type) =>
        type switch
        {
            torch.ScalarType.Byte or torch.ScalarType.Int8 or torch.ScalarType.Bool => 1,
            torch.ScalarType.Int16 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => 2,
            torch.ScalarType.Int32 or torch.ScalarType.Float32 => 4,
            torch.ScalarType.Int64 or torch.ScalarType.Float64 or torch.ScalarType.ComplexFloat32 => 8,
            torch.ScalarType.ComplexFloat64 => 16,
            _ => 0,
        };
}
