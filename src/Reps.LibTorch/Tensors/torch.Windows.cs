using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor bartlett_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false
    ) => Window("bartlett_window.periodic", len, periodic, dtype, device, requires_grad);

    public static Tensor blackman_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false
    ) => Window("blackman_window.periodic", len, periodic, dtype, device, requires_grad);

    public static Tensor hann_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false
    ) => Window("hann_window.periodic", len, periodic, dtype, device, requires_grad);

    public static Tensor hamming_window(
        long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false
    ) =>
        Requiring(
            Operator.Call(
                "hamming_window.periodic_alpha_beta", len, periodic, (double)alpha, (double)beta, dtype ?? default_dtype, Argument.None,
                device ?? default_device),
            requires_grad);

    public static Tensor kaiser_window(
        long len, bool periodic = true, float beta = 12.0f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false
    ) =>
        Requiring(
            Operator.Call("kaiser_window.beta", len, periodic, (double)beta, dtype ?? default_dtype, Argument.None, device ?? default_device),
            requires_grad);

    private static Tensor Window(string name, long len, bool periodic, ScalarType? dtype, Device? device, bool requires_grad) =>
        Requiring(Operator.Call(name, len, periodic, dtype ?? default_dtype, Argument.None, device ?? default_device), requires_grad);
}
