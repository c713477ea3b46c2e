using Potential.Data;
using Potential.Model;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reps.Tests.Samples.Support;

/// <summary>
/// A small invariant model: an atom's energy is a sum over its edges of smooth functions of their lengths, with weights for each pair of
/// elements. Enough to learn something, and quick.
/// </summary>
internal sealed class PairModel : PotentialModule
{
    private readonly Parameter _weights;

    public PairModel(PotentialOptions options, DataStatistics statistics)
        : base(nameof(PairModel), options, statistics)
    {
        int elements = options.Elements.Count;
        _weights = new Parameter(randn([elements * elements, options.RadialFunctions], dtype: Precision) * 0.1);
        RegisterComponents();
    }

    public static PotentialModule Create(PotentialOptions options, DataStatistics statistics) => new PairModel(options, statistics);

    protected override Tensor AtomEnergies(AtomBatch batch, Tensor vectors)
    {
        Tensor distances = vectors.square().sum(1).add(1e-12).sqrt().unsqueeze(1);
        Tensor centres = linspace(0.5, Options.Cutoff, Options.RadialFunctions, dtype: Precision);
        Tensor functions = (-(distances - centres).square() * 4).exp();
        // Zero with its slope at the cutoff.
        Tensor reach = (1 - (distances / Options.Cutoff).square()).clamp_min(0).pow(3);
        Tensor pairs = (batch.ElementOfAtom.index_select(0, batch.Targets) * Options.Elements.Count) + batch.ElementOfAtom.index_select(0, batch.Sources);
        Tensor energies = (functions * _weights.index_select(0, pairs) * reach).sum(1);
        return zeros([batch.Elements.Length], dtype: Precision).index_add(0, batch.Targets, energies, 1);
    }
}
