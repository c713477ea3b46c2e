using Reps.Layers.Radial;

namespace Reps.Layers;

/// <summary>Functions along an interval as a module: e3nn's <c>soft_one_hot_linspace</c>, <see cref="SoftOneHotLinspace"/>.</summary>
public sealed class SoftOneHotLinspaceModule : RadialBasisModule
{
    /// <summary>Makes a module.</summary>
    /// <param name="functions">The functions.</param>
    public SoftOneHotLinspaceModule(SoftOneHotLinspace functions)
        : base(nameof(SoftOneHotLinspaceModule), functions, RadialOperators.SoftOneHot(Given(functions))) { }

    /// <summary>Makes a module.</summary>
    /// <inheritdoc cref="SoftOneHotLinspace(double, double, int, SoftOneHotFamily, bool)"/>
    public SoftOneHotLinspaceModule(double start, double end, int count, SoftOneHotFamily family, bool cutoff)
        : this(new SoftOneHotLinspace(start, end, count, family, cutoff)) { }
}
