using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Reps.Tests;

/// <summary>
/// Executes programs in another process, as they are written. Some functions of TorchSharp, <c>matmul</c> among them, end the process where shapes do
/// not fit; such a program is refused like one that throws, and the next one gets a new process.
/// </summary>
internal static class Worker
{
    /// <summary>What tells this assembly's <c>Main</c> to execute programs.</summary>
    public const string Command = "execute-programs";

    // What C++ says of an exception of libtorch that nobody catches. A process that ends for another reason is a failure.
    private const string Uncaught = "c10::";

    public static readonly JsonSerializerOptions Format = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static readonly Lock s_alone = new();
    private static readonly string s_folder = Directory.CreateTempSubdirectory("reps-programs-").FullName;
    private static readonly StringBuilder s_errors = new();
    private static Process? s_process;

    static Worker() =>
        AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
        {
            s_process?.Kill();
            Directory.Delete(s_folder, recursive: true);
        };

    /// <summary>Writes an assembly to a file, for trials.</summary>
    /// <returns>The file.</returns>
    public static string Emit(Compilation compilation)
    {
        string file = Path.Combine(s_folder, compilation.AssemblyName + ".dll");
        using FileStream stream = File.Create(file);
        Compile.Emit(compilation, stream);
        return file;
    }

    /// <summary>Executes a program.</summary>
    /// <exception cref="InvalidOperationException">The process ended for a reason that is none of torch's.</exception>
    public static Outcome Execute(Trial trial)
    {
        using Lock.Scope alone = s_alone.EnterScope();
        Process process = s_process ??= Start();
        process.StandardInput.WriteLine(JsonSerializer.Serialize(trial, Format));
        if (process.StandardOutput.ReadLine() is string answer) return JsonSerializer.Deserialize<Outcome>(answer, Format)!;
        process.WaitForExit();
        process.Dispose();
        s_process = null;
        string errors = s_errors.ToString();
        return errors.Contains(Uncaught, StringComparison.Ordinal)
            ? new(double.NaN, errors)
            : throw new InvalidOperationException($"The process that executes programs ended at {trial.Type}:\n{errors}");
    }

    /// <summary>Executes a program that must run.</summary>
    /// <returns>The error of its symmetry.</returns>
    public static double Error(Trial trial)
    {
        Outcome outcome = Execute(trial);
        Assert.True(outcome.Refusal is null, $"{trial.Type} does not run: {outcome.Refusal}");
        return outcome.Error;
    }

    private static Process Start()
    {
        string host = Environment.ProcessPath is string path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        ProcessStartInfo start = new(host, [typeof(Worker).Assembly.Location, Command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Programs are small: threads of libtorch would only wait for each other.
        start.Environment["OMP_NUM_THREADS"] = "1";
        s_errors.Clear();
        Process process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, line) => s_errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        return process;
    }
}
