using System;
using BenchmarkDotNet.Running;
using Reps.Benchmarks;

switch (args.Length > 0 ? args[0] : "")
{
    case "startup":
        return Startup.Report();
    case "startup-once":
        return Startup.Once(args[1], int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture));
    case "generator":
        return GeneratorTimes.Report();
    case "generator-once":
        return GeneratorTimes.Once();
    case "":
        Console.Error.WriteLine("startup | generator | BenchmarkDotNet arguments such as --filter '*'");
        return 2;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Startup).Assembly).Run(args);
        return 0;
}
