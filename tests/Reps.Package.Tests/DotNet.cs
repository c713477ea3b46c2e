using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Reps.Package.Tests;

/// <summary>Runs the SDK's command line as a user at a fresh prompt would: nothing of the build that runs the tests is inherited.</summary>
internal static class DotNet
{
    /// <summary>No command here takes longer on a machine that is not stuck.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    // .../dotnet/shared/Microsoft.NETCore.App/10.0.0/ runs this test; its SDK is three folders up.
    private static readonly string s_root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static readonly string[] s_build =
    [
        "--nologo", "-v", "quiet", "-consoleLoggerParameters:NoSummary", "-p:UseSharedCompilation=false", "-nodeReuse:false",
    ];

    private static readonly string[] s_foreign = ["MSBUILD", "VSTEST", "DOTNET_CLI", "DOTNET_HOST", "COREHOST", "CORECLR"];

    /// <summary>Runs a verb that builds; no compiler or build server is left behind, since it would hold files of the folder.</summary>
    public static Task<Outcome> Build(string folder, string verb, params string[] arguments) =>
        Dotnet(folder, [verb, .. arguments, .. s_build]);

    /// <summary>Runs <c>dotnet</c> with exactly these arguments.</summary>
    public static Task<Outcome> Dotnet(string folder, params string[] arguments) => Run(Path.Combine(s_root, "dotnet"), folder, arguments);

    /// <summary>Runs a program to its end, or ends it and everything it started at the time limit.</summary>
    public static async Task<Outcome> Run(string program, string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string name in start.Environment.Keys.Where(IsForeign).ToArray()) start.Environment.Remove(name);
        foreach ((string name, string value) in Settings(folder)) start.Environment[name] = value;
        // Programs of one source file are built there.
        if (Directory.Exists(DataFolder(folder))) start.Environment["XDG_DATA_HOME"] = DataFolder(folder);

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(TimeLimit);
        string end = "";
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            end = $"\nended after {TimeLimit}";
        }
        string command = $"{Path.GetFileName(program)} {string.Join(' ', arguments)}";
        return new Outcome(command + end, process.ExitCode, await output, await error);
    }

    /// <summary>If it exists, programs started in the folder have this in place of the user's folder for data.</summary>
    public static string DataFolder(string folder) => Path.Combine(folder, "data");

    private static bool IsForeign(string name) => s_foreign.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(string Name, string Value)> Settings(string folder) =>
    [
        ("DOTNET_ROOT", s_root),
        ("DOTNET_NOLOGO", "1"),
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("DOTNET_CLI_UI_LANGUAGE", "en"),
        ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
        ("DOTNET_SKIP_FIRST_TIME_EXPERIENCE", "1"),
        ("DOTNET_ADD_GLOBAL_TOOLS_TO_PATH", "0"),
        ("MSBUILDDISABLENODEREUSE", "1"),
        ("NO_COLOR", "1"),
        // Half a gigabyte of a program that unpacks itself: among what the tests remove.
        ("DOTNET_BUNDLE_EXTRACT_BASE_DIR", Path.Combine(folder, "unpacked")),
    ];
}
