using System;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Reps.Layers;
using Tetris;

TorchProcess.Configure();
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
TrainingOptions options = new();
if (args.Length > 1 || (args.Length == 1 && !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
{
    Console.Error.WriteLine("usage: tetris [seed], a whole number that decides the weights at the start and every copy");
    return 2;
}
if (args.Length == 1) options = options with { Seed = int.Parse(args[0], NumberStyles.None, CultureInfo.InvariantCulture) };

Stopwatch watch = Stopwatch.StartNew();
Trainer trainer = new(options);
TrainingState state = Display.Run(trainer, options);
bool learned = state.Accuracy == 1;
Console.WriteLine(
    $"{(learned ? "Learned" : "Not learned")}: {state.Right} of {state.Examined} turned pieces named correctly after {state.Step} steps in {watch.Elapsed.TotalSeconds:F1} s; "
        + $"turned and mirrored pieces differ by {trainer.SymmetryError():E1}."
);
return learned ? 0 : 1;
