using System;
using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor randint(
        long low, long high, long[] size,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null
    )
    {
        NoNames(names);
        return Requiring(
            Operator.Call(
                "randint.low_generator", low, high, size, generator, dtype ?? ScalarType.Int64, Argument.None, device ?? default_device),
            requires_grad);
    }

    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null
    ) => randint(0, high, size, dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        long low, long high, Size size,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null
    ) => randint(low, high, size.Shape, dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null
    ) => randint(0, high, size.Shape, dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        int low, int high, int[] size,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null
    ) => randint(low, high, Array.ConvertAll(size, s => (long)s), dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null
    ) => randint(0, high, Array.ConvertAll(size, s => (long)s), dtype, device, requires_grad, generator, names);

    public static bool randint_bool(Generator? generator = null) => randint_long(0, 2, generator) == 1;

    public static int randint_int(int high, Generator? generator = null) => randint_int(0, high, generator);

    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    public static long randint_long(long low, long high, Generator? generator = null)
    {
        using Tensor number = randint(low, high, Array.Empty<long>(), ScalarType.Int64, CPU, generator: generator);
        return number.ToInt64();
    }

    public static Tensor randint_like(
        Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false
    ) =>
        Requiring(
            Operator.Call("randint_like.low_dtype", input, low, high, dtype ?? input.dtype, Argument.None, device ?? input.device), requires_grad);

    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null
    ) =>
        Operator.Call("randperm.generator", n, generator, dtype ?? ScalarType.Int64, Argument.None, device ?? default_device);

    public static Tensor randperm(long n, Tensor @out, Generator? generator = null) =>
        Operator.Call("randperm.generator_out", n, generator, @out);

    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null
    )
    {
        Tensor drawn = randn(size, dtype, device, false, generator, names);
        return Requiring(drawn.mul_(std).add_(mean), requires_grad);
    }

    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) =>
        Operator.Call("normal.Tensor_Tensor", mean, std, generator);
}
