using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

namespace Corpus;

[Rep("S(n): 4xV^2 + 8xV")] public readonly partial struct EdgesAndNodes;
[Rep("S(n): 4xV")] public readonly partial struct OfNodes;
[Rep("O(4): 2xV^2 + 4xV")] public readonly partial struct Moments;
[Rep("D(6): 4xV^2")] public readonly partial struct OfRing;

[DiagramLinear<EdgesAndNodes, OfNodes>] public sealed partial class MixNodes;

public static class VectorsOfFourActivated
{
    [return: Rep("O(4): 8xV")]
    public static Tensor Run([Rep("O(4): 8xV")] Tensor x) => x.relu(); // REPS3106
}

public static class VectorsOfFourScaled
{
    [return: Rep("O(4): 8xV")]
    public static Tensor Run([Rep("O(4): 8xV")] Tensor x) => x * x.norm(-2, keepdim: true).sigmoid();
}

public static class VectorsOfFourShifted
{
    [return: Rep("SO(4): 8xV")]
    public static Tensor Run([Rep("SO(4): 8xV")] Tensor x) => x + 1; // REPS3101
}

public static class VectorsOfFourSummed
{
    public static Tensor Run([Rep("O(4): 8xV")] Tensor x) => x.sum(-2); // REPS3004
}

public static class VectorsOfFourSquared
{
    public static Tensor Run([Rep("O(4): 8xV")] Tensor x) => x.pow(2).sum(-2).sqrt();
}

public static class VectorsOfFourCut
{
    public static Tensor Run([Rep("O(4): 8xV")] Tensor x) => x.narrow(-2, 0, 2).sum(-2); // REPS3003
}

public static class ChannelsOfVectorsCut
{
    [return: Rep("O(4): 2xV")]
    public static Tensor Run([Rep("O(4): 8xV")] Tensor x) => x.narrow(-1, 0, 2);
}

public static class VectorsOfFourContracted
{
    [return: Rep("O(4): 1xV")]
    public static Tensor Run([Rep("O(4): 1xV^2")] Tensor m, [Rep("O(4): 1xV")] Tensor x) => m.squeeze(-1).matmul(x);
}

public static class VectorsOfFourAcrossComponents
{
    private static readonly Linear s_linear = nn.Linear(4, 4, hasBias: false, dtype: ScalarType.Float64);

    [return: Rep("O(4): 8xV")]
    public static Tensor Run([Rep("O(4): 8xV")] Tensor x) => s_linear.call(x.transpose(-1, -2)).transpose(-1, -2); // REPS3007
}

public static class VectorsOfFourAcrossChannels
{
    private static readonly Linear s_linear = nn.Linear(8, 3, hasBias: false, dtype: ScalarType.Float64);

    [return: Rep("O(4): 3xV")]
    public static Tensor Run([Rep("O(4): 8xV")] Tensor x) => s_linear.call(x);
}

public static class SymplecticVectorsActivated
{
    [return: Rep("Sp(4): 3xV")]
    public static Tensor Run([Rep("Sp(4): 3xV")] Tensor x) => x.tanh(); // REPS3106
}

public static class SymplecticVectorsAdded
{
    [return: Rep("Sp(4): 3xV")]
    public static Tensor Run([Rep("Sp(4): 3xV")] Tensor x, [Rep("Sp(4): 3xV")] Tensor y) => 2 * x - y;
}

public static class SymplecticVectorsCompared
{
    [return: Rep("Sp(4): 3xV")]
    public static Tensor Run([Rep("Sp(4): 3xV")] Tensor x) => x * (x > 0).to(ScalarType.Float64); // REPS3010
}

public static class TensorsTransposed
{
    [return: Rep("SO(4): 2xV^2")]
    public static Tensor Run([Rep("SO(4): 2xV^2")] Tensor x) => x - x.transpose(-2, -3);
}

public static class RingActivated
{
    [return: Rep("D(6): 4xV^2")]
    public static Tensor Run([Rep("D(6): 4xV^2")] Tensor x) => x.relu() + 1;
}

public static class RingSummed
{
    [return: Rep("D(6): 4xV")]
    public static Tensor Run([Rep("D(6): 4xV^2")] Tensor x) => x.amax([-2L]).exp();
}

public static class PointOfRing
{
    public static Tensor Run([Rep("D(6): 4xV")] Tensor x) => x.select(-2, 0); // REPS3015
}

public static class PointsOfRing
{
    public static Tensor Run([Rep("D(6): 4xV")] Tensor x) => x.narrow(-2, 0, 3).sum(-2); // REPS3015
}

public static class RolledRing
{
    [return: Rep("C(6): 4xV")]
    public static Tensor Run([Rep("C(6): 4xV")] Tensor x) => x - x.roll(1, -2);
}

public static class CenterOfStar
{
    public static Tensor Run([Rep("Aut(0-1 0-2 0-3): 4xV")] Tensor x) => x.select(-2, 0).relu();
}

public static class LeafOfStar
{
    public static Tensor Run([Rep("Aut(0-1 0-2 0-3): 4xV")] Tensor x) => x.select(-2, 1).relu(); // REPS3015
}

public static class CodesOfRing
{
    private static readonly Parameter s_codes = new(randn(6, 1, dtype: ScalarType.Float64));

    [return: Rep("D(6): 4xV")]
    public static Tensor Run([Rep("D(6): 4xV")] Tensor x) => x + s_codes; // REPS3015
}

public static class CodesOfPathWithoutSymmetry
{
    private static readonly Parameter s_codes = new(randn(3, 1, dtype: ScalarType.Float64));

    [return: Rep("Aut(0>1 1>2): 4xV")]
    public static Tensor Run([Rep("Aut(0>1 1>2): 4xV")] Tensor x) => x * s_codes;
}

public static class WeightsOfPairs
{
    private static readonly Linear s_linear = nn.Linear(6, 6, hasBias: true, dtype: ScalarType.Float64);

    public static Tensor Run([Rep("B(3): 4xV")] Tensor x) => s_linear.call(x.transpose(-1, -2)).sum(-1); // REPS3015
}

public static class WeightsOfChannelsOfPairs
{
    private static readonly Linear s_linear = nn.Linear(4, 4, hasBias: true, dtype: ScalarType.Float64);

    [return: Rep("B(3): 4xV")]
    public static Tensor Run([Rep("B(3): 4xV")] Tensor x) => s_linear.call(x).silu();
}

public static class AlternatingActivated
{
    [return: Rep("A(4): 4xV^2")]
    public static Tensor Run([Rep("A(4): 4xV^2")] Tensor x) => nn.functional.silu(x) * x;
}

public static class AlternatingByNumber
{
    [return: Rep("A(4): 4xV")]
    public static Tensor Run([Rep("A(4): 4xV^2")] Tensor x) => x[TensorIndex.Ellipsis, 2, TensorIndex.Colon]; // REPS3015
}

public static class SumOfPowersActivated
{
    public static PowersFeature<EdgesAndNodes> Run(PowersFeature<EdgesAndNodes> x) => new(x.Tensor.relu() * 2 + 1, x.Sizes);
}

public static class SumOfPowersMixed
{
    private static readonly MixNodes s_mix = Create();

    private static MixNodes Create()
    {
        MixNodes mix = new();
        mix.to(ScalarType.Float64);
        return mix;
    }

    public static PowersFeature<OfNodes> Run(PowersFeature<EdgesAndNodes> x)
    {
        PowersFeature<OfNodes> y = s_mix.call(x);
        return new(y.Tensor.relu(), y.Sizes);
    }
}

public static class SumOfPowersWeighted
{
    private static readonly Linear s_linear = nn.Linear(140, 3, hasBias: true, dtype: ScalarType.Float64);

    public static Tensor Run(PowersFeature<EdgesAndNodes> x) => s_linear.call(x.Tensor); // REPS3015
}

public static class MomentsActivated
{
    public static PowersFeature<Moments> Run(PowersFeature<Moments> x) => new(x.Tensor.tanh()); // REPS3106
}

public static class MomentsScaled
{
    public static PowersFeature<Moments> Run(PowersFeature<Moments> x) => new(x.Tensor * x.Tensor.norm(-1, keepdim: true).tanh());
}

public static class TermOfMoments
{
    [return: Rep("O(4): 4xV")]
    public static Tensor Run(PowersFeature<Moments> x) => x.Term(1) * 2;
}

public static class TermOfMomentsActivated
{
    [return: Rep("O(4): 2xV^2")]
    public static Tensor Run(PowersFeature<Moments> x) => x.Term(0).exp(); // REPS3106
}

public static class MomentsInOneTensor
{
    [return: Rep("O(4): 2xV^2 + 4xV")]
    public static Tensor Run([Rep("O(4): 2xV^2 + 4xV")] Tensor x) => x.sign(); // REPS3106
}

public static class MomentsInOneTensorAdded
{
    [return: Rep("O(4): 2xV^2 + 4xV")]
    public static Tensor Run([Rep("O(4): 2xV^2 + 4xV")] Tensor x, [Rep("O(4): 2xV^2 + 4xV")] Tensor y) => x / 2 - y;
}

public static class RingFeatureActivated
{
    public static PowersFeature<OfRing> Run(PowersFeature<OfRing> x) => new(x.Tensor.sigmoid());
}

public static class RingFeatureByNumber
{
    public static Tensor Run(PowersFeature<OfRing> x) => x.Term(0).select(-3, 1).sum(-2); // REPS3015
}
