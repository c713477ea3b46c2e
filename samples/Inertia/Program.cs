using System;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Inertia;
using Reps.Layers;
using Spectre.Console;

TorchProcess.Configure();
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
TrainingOptions options = new();
if (args.Length > 1 || (args.Length == 1 && !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
{
    Console.Error.WriteLine("usage: inertia [seed], a whole number that decides the weights at the start and every body");
    return 2;
}
if (args.Length == 1) options = options with { Seed = int.Parse(args[0], NumberStyles.None, CultureInfo.InvariantCulture) };

Stopwatch watch = Stopwatch.StartNew();
Comparison comparison = new(options);
comparison.Run(trainer => Display.Run(trainer, options));
AnsiConsole.Write(comparison.Table());
Console.WriteLine($"MSE: of the nine entries, for 1000 new bodies, and for the same turned and mirrored at random; trained on {options.Bodies} bodies.");
Console.WriteLine("Equivariance error: how far predictions for moved bodies are from the moved predictions, relative.");
Console.WriteLine(
    (comparison.Holds ? "As it must be: predictions turn with the body" : "Not as it must be: predictions should turn with the body")
        + $" to rounding, and the error is below a tenth of the plain network's; {watch.Elapsed.TotalSeconds:F1} s."
);
return comparison.Holds ? 0 : 1;
