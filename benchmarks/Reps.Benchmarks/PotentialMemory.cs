using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Potential.Data;
using TorchSharp;

namespace Reps.Benchmarks;

/// <summary>How much memory many steps of the potential of the samples hold: ethanol, one thread, one structure a step.</summary>
internal static class PotentialMemory
{
    private const int Rows = 10;

    /// <summary><c>memory [--steps N] [--structures FOLDER]</c></summary>
    public static int Report(IReadOnlyList<string> arguments)
    {
        Arguments options = new(arguments, "--steps", "--structures");
        string folder = options["--structures"] ?? Path.Combine("samples", "Potential", "structures");
        int steps = options.Count("--steps", 100_000);
        Parallelism.MaxThreads = 1;
        torch.set_num_threads(1);
        List<Structure> structures = StructureFile.ReadLabelled(Path.Combine(folder, "ethanol_300K_train.xyz"));
        List<string[]> rows = [];
        foreach ((string mode, Func<PotentialSteps> make) in new (string, Func<PotentialSteps>)[]
        {
            ("md", () => PotentialSteps.Dynamics(structures)), ("train", () => PotentialSteps.Training(structures, 1)),
        })
        {
            using PotentialSteps run = make();
            for (int n = 1; n <= steps; n++)
            {
                run.Step(n - 1);
                if (n * (long)Rows / steps > (n - 1) * (long)Rows / steps) rows.Add([mode, Text(n), Text(Environment.WorkingSet >> 20)]);
            }
        }
        RooflineReport.Print(["mode", "steps", "resident, MiB"], rows);
        return 0;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
