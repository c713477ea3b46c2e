using System.Collections.Concurrent;

namespace Reps.Layers.Reduction;

/// <summary>The transforms between signals and e3nn's grids, made once: their tables live as long as the process.</summary>
internal static class SignalGrids
{
    private static readonly ConcurrentDictionary<(int, int), FromS2GridModule> s_analyses = new();
    private static readonly ConcurrentDictionary<(int, int, GridNormalization), ToS2GridModule> s_syntheses = new();

    /// <summary>From values on a grid to integral coefficients.</summary>
    public static FromS2GridModule Analysis(int lmax, int resBeta) =>
        s_analyses.GetOrAdd((lmax, resBeta), static key => FromS2GridModule.Create(key.Item2, null, key.Item1, GridNormalization.Integral));

    /// <summary>From coefficients to values on a grid.</summary>
    public static ToS2GridModule Synthesis(int lmax, int resBeta, GridNormalization normalization) =>
        s_syntheses.GetOrAdd((lmax, resBeta, normalization), static key => ToS2GridModule.Create(key.Item1, key.Item2, null, key.Item3));
}
