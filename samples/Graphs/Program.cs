using System;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Graphs;
using Reps.Layers;
using Spectre.Console;

TorchProcess.Configure();
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
TrainingOptions options = new();
if (args.Length > 1 || (args.Length == 1 && !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
{
    Console.Error.WriteLine("usage: graphs [seed], a whole number that decides the weights at the start and every graph");
    return 2;
}
if (args.Length == 1) options = options with { Seed = int.Parse(args[0], NumberStyles.None, CultureInfo.InvariantCulture) };

Stopwatch watch = Stopwatch.StartNew();
Comparison comparison = new(options);
comparison.Run(trainer => Display.Run(trainer, options));
AnsiConsole.Write(comparison.Table());
Console.WriteLine(
    $"n = {comparison.Sizes[0]}, …: the mean error for graphs with n nodes, as a share of their mean number of triangles; "
        + $"trained on {options.SmallestSize} to {options.LargestSize} nodes."
);
Console.WriteLine("2 × C3, C6: the triangles found in two triangles and in a hexagon.");
Console.WriteLine("Differ: by how much these two differ, relative, when all weights are drawn anew, 20 times.");
Console.WriteLine(
    (comparison.Holds ? "As it must be: order 3 counts triangles, and the others" : "Not as it must be: order 3 should count triangles, and the others should")
        + $" see no difference between two triangles and a hexagon; {watch.Elapsed.TotalSeconds:F1} s."
);
return comparison.Holds ? 0 : 1;
