using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace Reps.Benchmarks;

/// <summary>Runs this program again, so that nothing is warm.</summary>
internal static class FreshProcess
{
    /// <summary>The last line that the process prints.</summary>
    public static string Run(params string[] arguments)
    {
        ProcessStartInfo info = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            info.ArgumentList.Add(typeof(FreshProcess).Assembly.Location);
        foreach (string argument in arguments) info.ArgumentList.Add(argument);
        using Process process = Process.Start(info)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(" ", arguments)} failed with {process.ExitCode}.");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Last().Trim();
    }
}
