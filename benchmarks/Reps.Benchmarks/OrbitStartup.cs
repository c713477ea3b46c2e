using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace Reps.Benchmarks;

/// <summary>
/// The first call of a layer of graph automorphisms in a fresh process: with its table as data of the assembly, with one that is too large for that
/// and derived on first use, and of run-time signatures.
/// </summary>
internal static class OrbitStartup
{
    private const int Processes = 7;

    /// <summary>Part of <c>orbits</c>.</summary>
    public static void Report()
    {
        Console.WriteLine("first call of a fresh process, ms (minimum of " + Processes + ")");
        Console.WriteLine("layer                  integers  generated  run-time signature");
        foreach ((string name, string layer, string integers) in new[] { ("Aut(petersen), 2 to 2", "data", "1574"), ("hypercube(5), 2 to 2", "derived", "40831") })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22} {integers,8} {Measure(layer),10:F0} {Measure(layer + "-run-time"),19:F0}"));
    }

    /// <summary>One measurement in this process, which must be fresh: <c>orbits-once</c>.</summary>
    public static int Once(string kind)
    {
        long start = Stopwatch.GetTimestamp();
        switch (kind)
        {
            case "data": MixPetersen.Forward([10], new float[1600], new float[MixPetersen.WeightCount], [], new float[1600]); break;
            case "derived": MixHypercube.Forward([32], new float[1024], new float[MixHypercube.WeightCount], [], new float[1024]); break;
            case "data-run-time": RunTime(PetersenPairs.Signature, 10, 1600); break;
            default: RunTime(HypercubePairs.Signature, 32, 1024); break;
        }
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("R", CultureInfo.InvariantCulture));
        return 0;
    }

    private static void RunTime(string signature, int n, int dim)
    {
        DiagramLinear layer = DiagramLinear.Create(signature, signature);
        layer.Forward<float>([n], new float[dim], new float[layer.WeightCount], [], new float[dim]);
    }

    private static double Measure(string kind) =>
        Enumerable.Range(0, Processes).Min(_ => double.Parse(FreshProcess.Run("orbits-once", kind), CultureInfo.InvariantCulture));
}

[Rep("Aut(petersen): 16xV^2")] internal readonly partial struct PetersenPairs;
[DiagramLinear<PetersenPairs, PetersenPairs>] internal sealed partial class MixPetersen;
[Rep("Aut(hypercube(5)): V^2")] internal readonly partial struct HypercubePairs;
[DiagramLinear<HypercubePairs, HypercubePairs>] internal sealed partial class MixHypercube;
