using System;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers.Models;

/// <summary>What e3nn's point models make of an edge: harmonics of its direction and functions of its length.</summary>
internal sealed class PointEmbedding
{
    private readonly SphericalHarmonicsModule _harmonics;
    private readonly SoftOneHotLinspaceModule _functions;
    private readonly double _radius;
    private readonly bool _cut;

    private PointEmbedding(Irreps irreps, double radius, int count, SoftOneHotFamily family, bool cutoff)
    {
        _harmonics = new SphericalHarmonicsModule(SphericalHarmonics.Create(irreps, HarmonicsNormalization.Component, normalize: true));
        _functions = new SoftOneHotLinspaceModule(0, radius, count, family, cutoff);
        (Irreps, Count, _radius, _cut) = (irreps, count, radius, !cutoff);
    }

    /// <summary>The representation of the harmonics.</summary>
    public Irreps Irreps { get; }

    /// <summary>The number of functions of the length.</summary>
    public int Count { get; }

    /// <summary>That of June 2021: ten functions that end smoothly at the radius.</summary>
    public static PointEmbedding SmoothFinite(int lmax, double radius) =>
        new(Irreps.SphericalHarmonics(lmax), radius, 10, SoftOneHotFamily.SmoothFinite, cutoff: true);

    /// <summary>That of January 2021: Gaussians, and harmonics that end smoothly at the radius.</summary>
    public static PointEmbedding Gaussian(Irreps irreps, double radius, int count) => new(irreps, radius, count, SoftOneHotFamily.Gaussian, cutoff: false);

    /// <summary>Every irrep up to a degree with the same number of channels, odd before even.</summary>
    public static Irreps Hidden(int mul, int lmax) =>
        new(Group.O3, Enumerable.Range(0, lmax + 1).SelectMany(l => (MulIrrep[])[new(mul, Irrep.O3(l, -1)), new(mul, Irrep.O3(l, 1))]));

    /// <summary>[edges, harmonics] and [edges, functions].</summary>
    public (Tensor Harmonics, Tensor Scalars) Evaluate(PointGraph graph)
    {
        Tensor lengths = graph.Lengths();
        Tensor harmonics = _harmonics.forward(graph.Vectors);
        if (_cut) harmonics = harmonics * GraphFunctions.SmoothCutoff(lengths.Over(_radius)).unsqueeze(-1);
        return (harmonics, _functions.forward(lengths).Times(Math.Sqrt(Count)));
    }
}
