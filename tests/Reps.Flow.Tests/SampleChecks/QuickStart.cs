using System;
using Reps;

namespace QuickStart;

public static class Check
{
    public static double Error()
    {
        Random random = new(5);
        double[] positions = new double[24];
        for (int n = 0; n < positions.Length; n++) positions[n] = (n / 3 * (n % 3 + 1) * 0.4 % 2) + random.NextDouble();
        XyzFrame molecule = new()
        {
            Species = ["C", "C", "O", "H", "H", "H", "N", "H"],
            AtomicNumbers = [6, 6, 8, 1, 1, 1, 7, 1],
            Positions = positions,
            Info = new System.Collections.Generic.Dictionary<string, string>(),
            Comment = "",
        };
        double worst = 0;
        foreach ((_, double error) in Symmetry.Measure(new Model(3), molecule, random))
        {
            if (!double.IsFinite(error)) return error;
            worst = Math.Max(worst, error);
        }
        return worst;
    }
}
