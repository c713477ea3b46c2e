using Reps;
using TorchSharp;
using static TorchSharp.torch;

namespace Corpus;

public static class HelperActivatesInPlace
{
    private static void Activate(Tensor t) => t.relu_();

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor y = x * 2;
        Activate(y); // REPS3106
        return y;
    }
}

public static class HelperActivatesScalarsInPlace
{
    private static void Activate(Tensor t) => t.relu_();

    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x)
    {
        Tensor y = x * 2;
        Activate(y);
        return y;
    }
}

public static class HelperOfHelperAddsInPlace
{
    private static void Shift(Tensor t) => Add(t);

    private static void Add(Tensor t)
    {
        t.mul_(2);
        t.add_(1);
    }

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor y = x.clone();
        Shift(y); // REPS3101
        return y;
    }
}

public static class HelperMakesNormsInPlace
{
    private static void Clear(Tensor t) => t.zero_();

    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor y = x.clone();
        Clear(y);
        return (y + 1).relu();
    }
}

public static class HelperPrintsAndDemands
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Check(x);
        return x * 2;
    }

    private static void Check(Tensor t)
    {
        Tensor largest = t.abs().max();
        if (largest.item<double>() > 1e9) throw new System.ArgumentException($"Too large: {t.max().item<double>()}.");
    }
}

public static class DemandsInTheBody
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        if (x.abs().max().item<double>() > 1e9) throw new System.ArgumentException($"Too large: {x.max().item<double>()}.");
        return x * 2;
    }
}

public static class DecidedInTheBody
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        if (x.max().item<double>() > 2) return x * 2; // REPS3004
        return x;
    }
}

public static class DecidedByAMethod
{
    private static bool IsRight(Tensor t) => t.narrow(-1, 0, 1).sum().item<double>() > 0;

    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x)
    {
        if (IsRight(x)) return x * 2; // REPS3003
        return x;
    }
}

public static class DecidedByTheNormInAMethod
{
    private static bool IsLong(Tensor t) => t.norm().item<double>() > 4;

    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x)
    {
        if (IsLong(x)) return x * 2;
        return x;
    }
}

public static class DemandedByAMethod
{
    private static bool IsLarge(Tensor t) => t.abs().max().item<double>() > 1e9;

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        if (IsLarge(x)) throw new System.ArgumentException("Too large.");
        return x * 2;
    }
}

public static class OutParameter
{
    private static void Split(Tensor t, out Tensor scalars, out Tensor vectors)
    {
        scalars = t.narrow(-1, 0, 4);
        vectors = t.narrow(-1, 4, 12);
    }

    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        Split(x, out Tensor scalars, out Tensor vectors);
        return cat([scalars.relu(), vectors * 2], -1);
    }
}

public static class OutParameterActivated
{
    private static void Split(Tensor t, out Tensor scalars, out Tensor vectors)
    {
        scalars = t.narrow(-1, 0, 4);
        vectors = t.narrow(-1, 4, 12);
    }

    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        Split(x, out Tensor scalars, out Tensor vectors);
        return cat([scalars, vectors.relu()], -1); // REPS3106
    }
}

public static class RefParameterReplaced
{
    private static void Lengths(ref Tensor t) => t = t.norm(-1, keepdim: true);

    public static Tensor Run([Rep("1o")] Tensor x)
    {
        Tensor y = x * 2;
        Lengths(ref y);
        return y.relu();
    }
}

public static class OutParameterCut
{
    private static void First(Tensor t, out Tensor part) => part = t.narrow(-1, 0, 5);

    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        First(x, out Tensor part); // REPS3003
        return part;
    }
}

public static class SegmentActivatedInPlace
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        Tensor y = x.clone();
        y.narrow(-1, 0, 4).relu_();
        return y * 2;
    }
}

public static class WrongSegmentActivatedInPlace
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        Tensor y = x.clone();
        y.narrow(-1, 4, 12).relu_(); // REPS3106
        return y * 2;
    }
}

public static class SegmentActivatedThenAll
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        Tensor y = x.clone();
        y.narrow(-1, 0, 4).relu_();
        return y.tanh(); // REPS3106
    }
}

public static class SegmentWritten
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x, [Rep("4x1o")] Tensor v)
    {
        Tensor y = x.clone();
        y[TensorIndex.Ellipsis, TensorIndex.Slice(4, 16)] = v * 2;
        return y * 3;
    }
}

public static class SegmentWrittenThenActivated
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x, [Rep("4x1o")] Tensor v)
    {
        Tensor y = x.clone();
        y[TensorIndex.Ellipsis, TensorIndex.Slice(4, 16)] = v * 2;
        return y.relu(); // REPS3106
    }
}

public static class SegmentFilled
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        Tensor y = x.clone();
        y[TensorIndex.Ellipsis, TensorIndex.Slice(4, 16)] = 1; // REPS3101
        return y;
    }
}

public static class ScalarsFilled
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        Tensor y = x.clone();
        y[TensorIndex.Ellipsis, TensorIndex.Slice(0, 4)] = 1;
        return y * 2;
    }
}

public static class WrittenByComponents
{
    [return: Rep("1e")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor v)
    {
        Tensor cross = zeros_like(x);
        (Tensor[] a, Tensor[] b) = (Parts(x), Parts(v));
        for (int n = 0; n < 3; n++) cross[TensorIndex.Ellipsis, n] = a[(n + 1) % 3] * b[(n + 2) % 3] - a[(n + 2) % 3] * b[(n + 1) % 3];
        return cross;
    }

    [AssumeEquivariant("the components are put together again")]
    private static Tensor[] Parts([Rep("1o")] Tensor x) => x.unbind(-1);
}

public static class CopiedIntoZeros
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor y = zeros_like(x);
        y.copy_(x);
        return y.exp(); // REPS3106
    }
}

public static class CopiedIntoPart
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e")] Tensor s, [Rep("4x1o")] Tensor v)
    {
        Tensor y = zeros(4, 16, dtype: ScalarType.Float64);
        y.narrow(-1, 0, 4).copy_(s);
        y.narrow(-1, 4, 12).copy_(v);
        return y * 2;
    }
}

public static class SumOfOnesLike
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x + ones_like(x); // REPS3101
}

public static class SumOfZerosLike
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x + full_like(x, 0);
}
