using System;
using System.Globalization;
using System.Text;
using Potential.Commands;
using Potential.Model;
using Reps.Layers;

TorchProcess.Configure();
// Å is not ASCII, whatever the locale of the shell.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return CommandLine.Run(args, new Terminal(Console.Out, Console.Error, !Console.IsOutputRedirected), Models.Default);
