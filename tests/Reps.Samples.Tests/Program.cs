using System;
using System.Globalization;
using Potential.Commands;
using Reps.Tests.Samples.Support;

namespace Reps.Tests.Samples;

/// <summary>The sample's program with <see cref="PairModel"/>, for tests that need a process.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return CommandLine.Run(args, new Terminal(Console.Out, Console.Error, Interactive: false), PairModel.Create);
    }
}
