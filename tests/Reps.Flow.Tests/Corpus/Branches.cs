using Reps;
using TorchSharp;
using static TorchSharp.torch;

namespace Corpus;

public static class CompareComponents
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x * (x > 0).to(ScalarType.Float64); // REPS3010
}

public static class CompareNorms
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => x * (x.norm(-1, keepdim: true) > 1).to(ScalarType.Float64);
}

public static class ChooseByComponent
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => torch.where(x < 0.5, x, x * 2); // REPS3010
}

public static class ChooseByNorm
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => torch.where(x.norm(-1, keepdim: true) > 1.5, x, x * 2);
}

public static class ComparePseudoscalars
{
    public static Tensor Run([Rep("4x0o")] Tensor x) => (x > 0).to(ScalarType.Float64); // REPS3010
}

public static class BranchOnNorm
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        if (x.norm().item<double>() > 4) return x * 2;
        return x;
    }
}

public static class BranchOnPseudoscalar
{
    public static Tensor Run([Rep("1x0o")] Tensor x)
    {
        Tensor total = x.sum();
        if (total.item<double>() > 0) return total * total; // REPS3010
        return total * total * 3;
    }
}

public static class BranchKeepsRepresentation
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("1x0e")] Tensor s)
    {
        Tensor y = x;
        if (s.sum().item<double>() > 0) y = x * 2;
        return y;
    }
}

public static class BranchToActivation
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("1x0e")] Tensor s)
    {
        Tensor y = x;
        if (s.sum().item<double>() > 0) y = x * 2;
        return y.tanh(); // REPS3106
    }
}

public static class LoopKeepsRepresentation
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor y = x;
        for (int n = 0; n < 3; n++) y = y + 0.5 * x;
        return y;
    }
}

public static class LoopWithActivation
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor y = x;
        for (int n = 0; n < 3; n++)
        {
            y = y.relu(); // REPS3106
            y = y + x;
        }
        return y;
    }
}

public static class ConditionalExpression
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("1x0e")] Tensor s)
    {
        Tensor y = s.sum().item<double>() > 0 ? x : -x;
        return y + x;
    }
}

public static class ConditionalExpressionActivated
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("1x0e")] Tensor s)
    {
        Tensor y = s.sum().item<double>() > 0 ? x : -x;
        return y.sigmoid(); // REPS3106
    }
}

public static class SwitchExpression
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        int mode = 2;
        Tensor y = mode switch
        {
            1 => x,
            _ => x * 2,
        };
        return y + 1; // REPS3101
    }
}

public static class UsingDeclaration
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        using Tensor squares = x.pow(2);
        return squares.sum(-1);
    }
}

public static class FillByNorm
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => x.masked_fill(x.norm(-1, keepdim: true) > 2, 0);
}

public static class FillWithOne
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => x.masked_fill(x.norm(-1, keepdim: true) > 1, 1); // REPS3101
}
