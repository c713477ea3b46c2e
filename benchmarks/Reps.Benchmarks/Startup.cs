using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace Reps.Benchmarks;

/// <summary>
/// From nothing to the first result: each figure is the minimum over fresh processes of the time from before a layer is touched to after
/// its first call, just-in-time compilation included.
/// </summary>
internal static class Startup
{
    private const int Processes = 7;

    /// <summary>Measures compile-time and run-time layers for lmax 1 to 4.</summary>
    public static int Report()
    {
        Console.WriteLine("channelwise product, 32 channels, first call of a fresh process, ms (minimum of " + Processes + ")");
        Console.WriteLine("lmax  generated  run-time signature");
        for (int lmax = 1; lmax <= 4; lmax++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lmax, 4} {Measure("generated", lmax), 10:F2} {Measure("runtime", lmax), 19:F2}"));
        return 0;
    }

    /// <summary>One measurement in this process, which must be fresh.</summary>
    public static int Once(string kind, int lmax)
    {
        long start = Stopwatch.GetTimestamp();
        if (kind == "generated")
            switch (lmax)
            {
                case 1: Generated<Product1, Hidden1, Harmonics1>(); break;
                case 2: Generated<Product2, Hidden2, Harmonics2>(); break;
                case 3: Generated<Product3, Hidden3, Harmonics3>(); break;
                default: Generated<Product4, Hidden4, Harmonics4>(); break;
            }
        else RunTime(lmax);
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("R", CultureInfo.InvariantCulture));
        return 0;
    }

    private static void Generated<TLayer, THidden, THarmonics>()
        where TLayer : ITensorProduct<THidden, THarmonics, THidden>
        where THidden : struct, IRep<THidden>
        where THarmonics : struct, IRep<THarmonics> =>
        TLayer.Forward(new float[THidden.Dim], new float[THarmonics.Dim], new float[TLayer.WeightCount], new float[THidden.Dim]);

    private static void RunTime(int lmax)
    {
        Irreps harmonics = Irreps.SphericalHarmonics(lmax);
        string hidden = string.Join("+", harmonics.Select(entry => "32x" + entry.Irrep));
        TensorProduct product = TensorProduct.Create(hidden, harmonics.ToString(), hidden, Mode.Uvu);
        int dim = product.Plan.Left.Dim;
        product.Forward<float>(new float[dim], new float[product.Plan.Right.Dim], new float[product.WeightCount], new float[dim]);
    }

    private static double Measure(string kind, int lmax) =>
        Enumerable.Range(0, Processes).Min(_ => double.Parse(FreshProcess.Run("startup-once", kind, lmax.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture));
}
