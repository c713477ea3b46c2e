using System;
using System.Globalization;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Running;
using Reps.Benchmarks;
using Reps.Layers;

// A last word --defaults leaves the process as the system sets it.
if (args is [.. var others, "--defaults"]) args = others;
else TorchProcess.Configure();
try
{
    switch (args.Length > 0 ? args[0] : "")
    {
        case "startup":
            return Startup.Report();
        case "startup-once":
            return Startup.Once(args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
        case "generator":
            return GeneratorTimes.Report();
        case "generator-once":
            return GeneratorTimes.Once();
        case "generator-diagrams-once":
            return GeneratorTimes.DiagramsOnce();
        case "flow":
            return FlowTimes.Report();
        case "roofline":
            return RooflineReport.Report(args[1..]);
        case "peers":
            return PeersReport.Report(args[1..]);
        case "potential":
            return PotentialTimes.Report(args[1..]);
        case "memory":
            return PotentialMemory.Report(args[1..]);
        case "diagrams":
            return DiagramTimes.Report();
        case "diagram-forms":
            return DiagramFormTimes.Report();
        case "orbits":
            return OrbitTimes.Report();
        case "orbits-once":
            return OrbitStartup.Once(args[1]);
        case "modules":
            return ModuleTimes.Report();
        case "jit":
            return JitTimes.Report(args[1..]);
        case "jit-once":
            return JitTimes.Once(args[1]);
        case "switch":
            return SwitchTimes.Report();
        case "switch-once":
            return SwitchTimes.Once(args[1], args[2], args[3], [.. args[4..].Select(dim => int.Parse(dim, CultureInfo.InvariantCulture))]);
        case "":
            Console.Error.WriteLine(
                """
                roofline [--json FILE] [--threads 1|2] [--only a,b] [--rounds N]   times of kernels beside the limits of the machine
                peers FILE... [--ours FILE] [--threads 1|2]           ratios to the times of other libraries
                potential [FILE...] [--threads 1|2] [--steps N] [--structures FOLDER]   steps of training and of dynamics, and ratios to times in FILE
                memory [--steps N] [--structures FOLDER]              memory that many steps of training and of dynamics hold
                diagrams                                              diagram layers beside dense matrices and einsums
                diagram-forms                                         small diagram layers as half-diagrams and as matrices
                orbits                                                layers of graph automorphisms beside dense matrices
                modules                                               the time to make a torch module of a layer
                jit [--only a,b]                                      just-in-time compilation and first call
                switch                                                straight-line kernels against tables, by coefficient pairs
                startup                                               the first call for lmax 1 to 4
                generator                                             the time the generator takes
                flow                                                  the time the analysis of operations takes for an edited method
                any of these, then --defaults                         without the settings of TorchProcess.Configure
                BenchmarkDotNet arguments such as --filter '*'
                """
            );
            return 2;
        default:
            BenchmarkSwitcher.FromAssembly(typeof(Startup).Assembly).Run(args);
            return 0;
    }
}
catch (Exception exception) when (exception is ArgumentException or FormatException or IOException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
