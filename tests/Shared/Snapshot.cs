using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;

namespace Reps.Tests;

/// <summary>
/// Compares text with a committed file beside the test: <c>Class.Method#name.verified.cs</c>. A difference writes
/// <c>….received.cs</c>; <c>REPS_ACCEPT=1</c> accepts it, except on continuous integration.
/// </summary>
internal static class Snapshot
{
    /// <summary>Compares every file of a set; a verified file that nothing produced is a failure too.</summary>
    public static void Verify(
        IReadOnlyDictionary<string, string> files,
        [CallerFilePath] string path = "",
        [CallerMemberName] string method = ""
    )
    {
        string folder = Path.Combine(RepositoryPath(Path.GetDirectoryName(path)!), "Snapshots");
        string prefix = $"{Path.GetFileNameWithoutExtension(path)}.{method}#";
        bool accept = Environment.GetEnvironmentVariable("REPS_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") != "true";
        Directory.CreateDirectory(folder);
        List<string> problems = [];
        foreach ((string name, string text) in files)
        {
            string verified = Path.Combine(folder, $"{prefix}{name}.verified.cs");
            string received = Path.Combine(folder, $"{prefix}{name}.received.cs");
            string? expected = File.Exists(verified) ? File.ReadAllText(verified).Replace("\r\n", "\n") : null;
            if (expected == text) File.Delete(received);
            else if (accept) Write(verified, text);
            else
            {
                Write(received, text);
                problems.Add($"{Path.GetFileName(verified)}: {(expected is null ? "new" : FirstDifference(expected, text))}");
            }
        }
        foreach (string orphan in Directory.EnumerateFiles(folder, prefix + "*.verified.cs"))
            if (!files.ContainsKey(Path.GetFileName(orphan)[prefix.Length..^".verified.cs".Length]))
            {
                if (accept) File.Delete(orphan);
                else problems.Add($"{Path.GetFileName(orphan)}: nothing produces it any more");
            }
        Assert.True(problems.Count == 0, "Snapshots differ (REPS_ACCEPT=1 ./test.sh accepts):\n" + string.Join("\n", problems));
    }

    private static void Write(string path, string text) => File.WriteAllText(path, text, new UTF8Encoding(false));

    private static string FirstDifference(string expected, string actual)
    {
        string[] a = expected.Split('\n');
        string[] b = actual.Split('\n');
        int line = Enumerable.Range(0, Math.Max(a.Length, b.Length)).First(n => n >= a.Length || n >= b.Length || a[n] != b[n]);
        return $"line {line + 1}\n  verified: {(line < a.Length ? a[line] : "(end)")}\n  received: {(line < b.Length ? b[line] : "(end)")}";
    }

    // Builds map source paths to /_/ so that two checkouts give the same bytes; here the real folder is needed.
    private static string RepositoryPath(string mapped)
    {
        if (Directory.Exists(mapped)) return mapped;
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Reps.sln"))) root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("No Reps.sln above the tests.");
        return Path.Combine(root, mapped.Replace('\\', '/')["/_/".Length..]);
    }
}
