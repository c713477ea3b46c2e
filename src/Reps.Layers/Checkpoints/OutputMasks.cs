using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Layers.Checkpoints;

/// <summary>Compares e3nn's masks of reached outputs with what a module reaches: they differ where the paths are others.</summary>
internal static class OutputMasks
{
    public static void Check(string file, SafeTensor stored, object? module)
    {
        (Irreps Output, Func<int, bool> Reached)? known = module switch
        {
            IProductModule product => (product.Product.Output, Reaches(product.Product.Segmented)),
            ILinearMapModule map => (map.Map.Output, segment => Reaches(map.Map.Segmented)(segment) || (map.HasBiases && map.Map.Output[segment].Irrep.IsScalar)),
            _ => null,
        };
        if (known is null || !StateTensors.IsFloating(stored)) return;
        (Irreps output, Func<int, bool> reached) = known.Value;
        double[] expected = [.. Enumerable.Range(0, output.Count).SelectMany(s => Enumerable.Repeat(reached(s) ? 1.0 : 0.0, output[s].Dim))];
        double[] found = stored.ToDoubles();
        if (expected.Length != found.Length)
            throw new ModuleStateException(file, stored.Name, $"says that the output has {found.Length} numbers, but {output} has {expected.Length}", "Make the module with the output that the model has");
        int at = found.AsSpan().CommonPrefixLength(expected);
        if (at == found.Length) return;
        int segment = 0;
        while (at >= output.Offsets[segment] + output[segment].Dim) segment++;
        throw new ModuleStateException(
            file, stored.Name,
            $"says that {(found[at] != 0 ? "a path" : "no path")} ends in segment {segment} ({output[segment]}) of the output, but here {(found[at] != 0 ? "none" : "one")} does",
            "Make the module with the paths that the model has");
    }

    private static Func<int, bool> Reaches(SegmentedPlan plan)
    {
        HashSet<int> segments = [.. plan.Paths.Select(path => path.Output.Segment)];
        return segments.Contains;
    }
}
