using Reps;
using Reps.Layers;
using static TorchSharp.torch;

namespace Corpus;

public static class HelperActivates
{
    private static Tensor Activate(Tensor t) => t.relu() * 2;

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => Activate(x); // REPS3106
}

public static class HelperActivatesScalars
{
    private static Tensor Activate(Tensor t) => t.relu() * 2;

    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x) => Activate(x);
}

public static class HelperKeeps
{
    private static Tensor Double(Tensor t)
    {
        Tensor twice = t + t;
        return twice;
    }

    public static Tensor Run([Rep("4x1o")] Tensor x) => Double(x).norm(-1);
}

public static class HelperKeepsThenActivated
{
    private static Tensor Double(Tensor t) => t + t;

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => Double(x).relu(); // REPS3106
}

public static class HelperDeclares
{
    private static Tensor Lengths([Rep("1o")] Tensor t) => t.norm(-1);

    public static Tensor Run([Rep("1o")] Tensor x) => Lengths(x).relu();
}

public static class HelperCalledByNames
{
    private static Tensor Scale(Tensor by, [Rep("4x1o")] Tensor t) => t * by.tanh();

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("1x0e")] Tensor s) => Scale(t: x, by: s);
}

public static class HelperCalledByWrongNames
{
    private static Tensor Lengths([Rep("1o")] Tensor t, [Rep("1e")] Tensor u, [Rep("1o")] Tensor v) => (t + v).norm(-1) + u.norm(-1);

    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1e")] Tensor y) => Lengths(v: x, u: x, t: y); // REPS3013
}

public static class HelperWantsScalars
{
    private static Tensor Scale([Rep("12x0e")] Tensor t) => t.tanh();

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => Scale(x); // REPS3011
}

public static class HelperWantsAxial
{
    private static Tensor Inner([Rep("4x1e")] Tensor a, [Rep("4x1e")] Tensor b) => (a * b).sum(-1);

    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1e")] Tensor y) => Inner(x, y); // REPS3013
}

public static class AssumedHelper
{
    [AssumeEquivariant("a cross product, component by component")]
    [return: Rep("1e")]
    private static Tensor Cross([Rep("1o")] Tensor a, [Rep("1o")] Tensor b)
    {
        (Tensor[] u, Tensor[] v) = (a.unbind(-1), b.unbind(-1));
        return stack([u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]], -1);
    }

    [return: Rep("1e")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y) => Cross(x, y);
}

public static class AssumedFeature
{
    public static Tensor Run([Rep("4x1e")] Tensor x) => Feature<Vectors>.Assume(x, "only its length is used").Tensor.norm(-1);
}

public static class LocalLambda
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        System.Func<Tensor, Tensor> twice = t => t * 2;
        return twice(x);
    }
}

public static class TypedLayerOnWrongParts
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Feature<Vectors> feature = new(x);
        return feature.Segment(0).norm(-2);
    }
}

public static class FeatureOfWrongType
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1e")] Tensor x)
    {
        Feature<Vectors> feature = new(x); // REPS3013
        return feature.Tensor;
    }
}

public static class FeatureOfSums
{
    public static Tensor Run(Feature<Vectors> x, Feature<Vectors> y) => (x + y).Tensor.norm(-1);
}

public static class FeatureOfSumsActivated
{
    [return: Rep("4x1o")]
    public static Tensor Run(Feature<Vectors> x, Feature<Vectors> y) => (x + y).Tensor.relu(); // REPS3106
}

public static class NormsDeclaredAsVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.norm(-1, keepdim: true).expand(-1, 12); // REPS3011
}

public static class VectorsDeclaredAsScalars
{
    [return: Rep("12x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x * 2; // REPS3011
}

public static class VectorsDeclaredAsTensors
{
    [return: Rep("2e + 2e + 2x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x * 2; // REPS3011
}

public static class ModuleOfOne
{
    private static readonly Lengths s_model = new();

    private sealed class Lengths : nn.Module<Tensor, Tensor>
    {
        public Lengths() : base("Lengths") { }

        public override Tensor forward(Tensor t) => t.pow(2).sum(-1);
    }

    public static Tensor Run([Rep("4x1o")] Tensor x) => s_model.call(x);
}

public static class ModuleOfOneWrong
{
    private static readonly Sums s_model = new();

    private sealed class Sums : nn.Module<Tensor, Tensor>
    {
        public Sums() : base("Sums") { }

        public override Tensor forward(Tensor t) => t.sum(-1);
    }

    public static Tensor Run([Rep("4x1o")] Tensor x) => s_model.call(x); // REPS3004
}

public static class LocalFunctionActivates
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        return Activate(x);

        static Tensor Activate([Rep("4x1o")] Tensor t) => t.sigmoid(); // REPS3106
    }
}

public static class LocalFunctionReplaces
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor y = x;
        Measure();
        return y.relu();

        void Measure() => y = x.norm(-1);
    }
}

public static class LambdaReplaces
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor y = x;
        System.Action measure = () => y = x.norm(-1);
        measure();
        return y.relu();
    }
}

public static class LambdaActivates
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        System.Func<Tensor> activate = () => x.exp(); // REPS3106
        return activate();
    }
}

public static class FieldReplacedByACall
{
    private static Tensor s_current = zeros(1);

    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        s_current = x;
        Measure();
        return s_current.relu();
    }

    private static void Measure() => s_current = s_current.norm(-1);
}

public static class FieldActivated
{
    private static Tensor s_current = zeros(1);

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        s_current = x;
        return s_current.relu(); // REPS3106
    }
}

public static class MeasuredAndPrinted
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor y = x * 2;
        System.Diagnostics.Debug.Assert((y - x - x).abs().max().item<double>() < 1e-9);
        Require(y, x + x);
        return y;
    }

    private static void Require(Tensor a, Tensor b)
    {
        if ((a - b).abs().max().item<double>() > 1e-9) throw new System.ArgumentException("They differ.");
    }
}
