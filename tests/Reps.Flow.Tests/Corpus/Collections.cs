using System;
using System.Collections.Generic;
using Reps;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

namespace Corpus;

public static class LoopOverAnArray
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor[] parts = [x, x * 2];
        Tensor y = zeros_like(x);
        foreach (Tensor p in parts) y = y + p.relu(); // REPS3106
        return y;
    }
}

public static class LoopOverAnArrayOfNorms
{
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("1o")] Tensor z)
    {
        Tensor[] parts = [x, z];
        Tensor y = zeros(1, dtype: ScalarType.Float64);
        foreach (Tensor p in parts) y = y + p.norm(-1).relu();
        return y;
    }
}

public static class ElementOfAnArrayReplaced
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor[] parts = [x, x];
        parts[0] = x.norm(-1);
        return parts[0].relu();
    }
}

public static class ElementReplacedByAMethod
{
    private static void Replace(Tensor[] t) => t[0] = t[0].norm(-1);

    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor[] parts = [x, x];
        Replace(parts);
        return parts[0].relu();
    }
}

public static class ElementReplacedThroughAnotherName
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor[] parts = [x, x];
        Tensor[] same = parts;
        same[0] = x.norm(-1);
        return parts[0].relu();
    }
}

public static class ActivatedInAList
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        List<Tensor> parts = [];
        parts.Add(x.relu()); // REPS3106
        return parts[0];
    }
}

public static class LoopOverModules
{
    private static readonly ModuleList<Linear> s_layers = nn.ModuleList(
        nn.Linear(4, 4, hasBias: false, dtype: ScalarType.Float64),
        nn.Linear(4, 4, hasBias: false, dtype: ScalarType.Float64)
    );

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor v = x.reshape(-1, 3, 4);
        foreach (Linear layer in s_layers) v = layer.call(v);
        return v.flatten(-2);
    }
}

public static class LoopOverModulesWrong
{
    private static readonly ModuleList<Linear> s_layers = nn.ModuleList(
        nn.Linear(12, 12, hasBias: false, dtype: ScalarType.Float64),
        nn.Linear(12, 12, hasBias: false, dtype: ScalarType.Float64)
    );

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        foreach (Linear layer in s_layers) x = layer.call(x); // REPS3007
        return x;
    }
}

public static class LocalFunctionWithoutAnnotations
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        return Activate(x * 2); // REPS3106

        static Tensor Activate(Tensor t) => t.sigmoid();
    }
}

public static class LocalFunctionOfNorms
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        return Activate(2);

        Tensor Activate(double factor) => (x.norm(-1) * factor).sigmoid();
    }
}

public static class ParameterNamedAgain
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        x = x.norm(-1);
        return x.relu();
    }
}

public static class ParameterNamedAgainInALoop
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        int k = 0;
        while (k++ < 3) x = x * 2;
        return x.relu(); // REPS3106
    }
}

public static class ParameterOfAModule
{
    private static readonly Parameter s_scale = nn.Parameter(rand(4, dtype: ScalarType.Float64));

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => (x.reshape(-1, 3, 4) * s_scale).relu().flatten(-2); // REPS3106
}

public static class PrintedOnly
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        double largest = x.abs().max().item<double>();
        double twice = largest * 2;
        System.Diagnostics.Debug.WriteLine(twice);
        string text = $"The largest is {x.max().item<double>()}, at most {largest}.";
        System.Diagnostics.Debug.WriteLine(text);
        return x * 2;
    }
}

public static class PrintedAndUsed
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor sizes = x.abs(); // REPS3106
        System.Diagnostics.Debug.WriteLine(sizes);
        return sizes.sum(-1);
    }
}

public static class UsedByALambda
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor sizes = x.abs(); // REPS3106
        Func<Tensor> sum = () => sizes.sum(-1);
        return sum();
    }
}

public static class EinsumWithDots
{
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y) => einsum("...i,...i->...", x, y).relu();
}

public static class EinsumWithDotsOfComponents
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => einsum("...i->...", x); // REPS3004
}

public static class EinsumWithDotsAndWeights
{
    private static readonly Parameter s_weights = new(randn(12, 12, dtype: ScalarType.Float64));

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => einsum("...i,ij->...j", x, s_weights); // REPS3007
}

public static class EinsumWithDotsOfChannels
{
    private static readonly Parameter s_weights = new(randn(4, 2, dtype: ScalarType.Float64));

    [return: Rep("2x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => einsum("...mc,cd->...md", x.unflatten(x.dim() - 1, 3, 4), s_weights).flatten(-2);
}
