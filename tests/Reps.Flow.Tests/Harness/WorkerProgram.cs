using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text.Json;

namespace Reps.Tests;

/// <summary>The other side of <see cref="Worker"/>: reads trials line by line, and answers each with its outcome.</summary>
internal static class WorkerProgram
{
    private static readonly Dictionary<string, Assembly> s_loaded = [];

    public static void Main(string[] arguments)
    {
        if (arguments is not [Worker.Command]) throw new ArgumentException("These are tests; run them with 'dotnet test'.", nameof(arguments));
        using TextWriter answers = TextWriter.Synchronized(Console.Out);
        // What programs print is no answer.
        Console.SetOut(TextWriter.Null);
        while (Console.In.ReadLine() is string line)
        {
            answers.WriteLine(JsonSerializer.Serialize(Execute(JsonSerializer.Deserialize<Trial>(line, Worker.Format)!), Worker.Format));
            answers.Flush();
        }
    }

    private static Outcome Execute(Trial trial)
    {
        try
        {
            Assembly[] assemblies = [.. trial.Assemblies.Select(Load)];
            Type type = assemblies[^1].GetType(trial.Type, throwOnError: true)!;
            return new(
                type.GetMethod("Error") is MethodInfo measure ? (double)measure.Invoke(null, null)! : SymmetryRun.Error(type.GetMethod("Run")!, trial.Result, trial.Draws),
                null
            );
        }
        catch (Exception failure) when (Refuses(failure))
        {
            return new(double.NaN, failure.ToString());
        }
    }

    // What the program or torch throws; an assembly or a member that is missing is a mistake of the tests.
    private static bool Refuses(Exception failure) =>
        failure is TargetInvocationException or ArgumentException or ExternalException or TypeInitializationException
        && failure.GetBaseException() is not (IOException or BadImageFormatException or TypeLoadException or MemberAccessException);

    private static Assembly Load(string file)
    {
        if (!s_loaded.TryGetValue(file, out Assembly? assembly)) s_loaded.Add(file, assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(file));
        return assembly;
    }
}
