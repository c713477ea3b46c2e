using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Which of the transform and its inverse is divided by the number of points.</summary>
public enum FFTNormType
{
    /// <summary>The inverse.</summary>
    Backward = 0,

    /// <summary>The transform.</summary>
    Forward = 1,

    /// <summary>Both, by its root.</summary>
    Ortho = 2,
}

public static partial class torch
{
    /// <summary>Discrete Fourier transforms.</summary>
    public static partial class fft
    {
        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Along("fft_fft", input, n, dim, norm);

        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Along("fft_ifft", input, n, dim, norm);

        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Along("fft_irfft", input, n, dim, norm);

        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Along("fft_rfft", input, n, dim, norm);

        public static Tensor hfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Along("fft_hfft", input, n, dim, norm);

        public static Tensor ihfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Along("fft_ihfft", input, n, dim, norm);

        public static Tensor fft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Operator.Call("fft_fft2", input, s, dim ?? [-2, -1], NameOf(norm));

        public static Tensor ifft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Operator.Call("fft_ifft2", input, s, dim ?? [-2, -1], NameOf(norm));

        public static Tensor rfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Operator.Call("fft_rfft2", input, s, dim ?? [-2, -1], NameOf(norm));

        public static Tensor irfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Operator.Call("fft_irfft2", input, s, dim ?? [-2, -1], NameOf(norm));

        public static Tensor hfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Operator.Call("fft_hfft2", input, s, dim ?? [-2, -1], NameOf(norm));

        public static Tensor ihfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Operator.Call("fft_ihfft2", input, s, dim ?? [-2, -1], NameOf(norm));

        public static Tensor fftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Operator.Call("fft_fftn", input, s, dim, NameOf(norm));

        public static Tensor ifftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Operator.Call("fft_ifftn", input, s, dim, NameOf(norm));

        public static Tensor rfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Operator.Call("fft_rfftn", input, s, dim, NameOf(norm));

        public static Tensor irfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Operator.Call("fft_irfftn", input, s, dim, NameOf(norm));

        public static Tensor hfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Operator.Call("fft_hfftn", input, s, dim, NameOf(norm));

        public static Tensor ihfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Operator.Call("fft_ihfftn", input, s, dim, NameOf(norm));

        public static Tensor fftshift(Tensor input, long[]? dim = null) => Operator.Call("fft_fftshift", input, dim);

        public static Tensor ifftshift(Tensor input, long[]? dim = null) => Operator.Call("fft_ifftshift", input, dim);

        public static Tensor fftfreq(
            long n, double d = 1.0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false
        ) =>
            Requiring(
                Operator.Call("fft_fftfreq", n, d, dtype ?? default_dtype, Argument.None, device ?? default_device), requires_grad);

        public static Tensor rfftfreq(
            long n, double d = 1.0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false
        ) =>
            Requiring(
                Operator.Call("fft_rfftfreq", n, d, dtype ?? default_dtype, Argument.None, device ?? default_device), requires_grad);

        private static Tensor Along(string name, Tensor input, long n, long dim, FFTNormType norm) =>
            Operator.Call(name, input, n == -1 ? Argument.None : n, dim, NameOf(norm));

        private static string NameOf(FFTNormType norm) =>
            norm switch
            {
                FFTNormType.Forward => "forward",
                FFTNormType.Ortho => "ortho",
                _ => "backward",
            };
    }
}
