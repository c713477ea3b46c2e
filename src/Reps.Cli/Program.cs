using System;
using System.Text;
using Reps.Cli;

// Tables and the sign of the tensor product are not ASCII, whatever the locale of the shell.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CommandLine.Run(args, Console.Out, Console.Error, !Console.IsOutputRedirected);
