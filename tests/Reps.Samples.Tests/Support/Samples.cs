using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Potential.Data;
using Potential.Files;

namespace Reps.Tests.Samples.Support;

/// <summary>Data of the sample, and small data.</summary>
internal static class Samples
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "data", name);

    public static List<Structure> Ethanol(int count) => [.. StructureFile.Read(Path("ethanol_300K_train.xyz")).Take(count)];

    /// <summary>The text of clusters of H and O whose energies and forces are those of a pair potential, with references of the elements.</summary>
    public static string Clusters(int count, int seed, int atoms = 5)
    {
        Random random = new(seed);
        StringBuilder text = new();
        using StringWriter writer = new(text, CultureInfo.InvariantCulture);
        for (int n = 0; n < count; n++)
        {
            int[] numbers = [.. Enumerable.Range(0, atoms).Select(i => (i + n) % 3 == 0 ? 8 : 1)];
            double[] positions = [.. Enumerable.Range(0, 3 * atoms).Select(k => (1.3 * (k / 3 % 2 + (k % 3 * ((k / 3) + 1) % 3))) + (0.25 * random.NextDouble()) + (k / 6 * 1.1))];
            double[] forces = new double[positions.Length];
            MorsePotential potential = new();
            double energy = potential.Evaluate(positions, forces) + numbers.Sum(number => number == 8 ? -20 : -3);
            XyzFrame frame = new() { AtomicNumbers = numbers, Positions = positions, Species = [], Comment = "", Info = new Dictionary<string, string>() };
            XyzWriter.Write(writer, frame, positions, [("forces", forces)], [("energy", energy)]);
        }
        return text.ToString();
    }
}
