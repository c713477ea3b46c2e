using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    private static ScalarType default_dtype = ScalarType.Float32;
    private static Device default_device = new(DeviceType.CPU);

    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false
    )
    {
        bool whole = start.Type.IsIntegral() && stop.Type.IsIntegral() && step.Type.IsIntegral();
        return Requiring(
            Operator.Call(
                "arange.start_step", start, stop, step, dtype ?? (whole ? ScalarType.Int64 : default_dtype), Argument.None, device ?? default_device),
            requires_grad);
    }

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false
    ) =>
        Requiring(
            Operator.Call(
                "linspace", (Scalar)start, (Scalar)end, steps, dtype ?? default_dtype, Argument.None, device ?? default_device),
            requires_grad);

    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false
    ) =>
        Requiring(
            Operator.Call(
                "logspace", (Scalar)start, (Scalar)end, steps, @base, dtype ?? default_dtype, Argument.None, device ?? default_device),
            requires_grad);

    public static Tensor eye(
        long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null
    )
    {
        NoNames(names);
        return Requiring(
            Operator.Call("eye.m", rows, columns == -1 ? rows : columns, dtype ?? default_dtype, Argument.None, device ?? default_device),
            requires_grad);
    }

    public static Tensor complex(Tensor real, Tensor imag) => Operator.Call("complex", real, imag);

    public static Tensor polar(Tensor abs, Tensor angle) => Operator.Call("polar", abs, angle);

    public static Tensor sparse_coo_tensor(
        Tensor indices, Tensor values, long[] size,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null
    )
    {
        NoNames(names);
        return Requiring(
            Operator.Call(
                "sparse_coo_tensor.indices_size", indices, values, size, dtype ?? values.dtype, Argument.None, device ?? default_device),
            requires_grad);
    }

    private static Tensor Made(string name, long[] size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        NoNames(names);
        return Requiring(Operator.Call(name, size, dtype ?? default_dtype, Argument.None, device ?? default_device), requires_grad);
    }

    private static Tensor Drawn(
        string name, long[] size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator, string[]? names
    )
    {
        NoNames(names);
        return Requiring(
            Operator.Call(name, size, generator, dtype ?? default_dtype, Argument.None, device ?? default_device), requires_grad);
    }

    private static Tensor Like(string name, Tensor input, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        NoNames(names);
        return Requiring(Operator.Call(name, input, dtype ?? input.dtype, Argument.None, device ?? input.device), requires_grad);
    }

    private static Tensor Requiring(Tensor tensor, bool requires_grad)
    {
        if (requires_grad) tensor.requires_grad = true;
        return tensor;
    }
}
