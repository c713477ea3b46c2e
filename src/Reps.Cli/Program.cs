using System;
using Reps.Cli;

return CommandLine.Run(args, Console.Out, Console.Error, !Console.IsOutputRedirected);
