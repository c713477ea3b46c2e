using System;
using System.IO;
using System.Threading.Tasks;

namespace Reps.Package.Tests;

/// <summary>Two checkouts build the same bytes.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task BuildsInTwoPlacesGiveTheSameBytes()
    {
        // From nothing, in another place, under a longer path. Style is checked where the repository itself is built; it does not change bytes.
        string copy = _folder["elsewhere", "under", "another-name"];
        Repository.CopyTo(copy);
        string[] options = ["-c", Repository.Configuration, "-p:RunAnalyzersDuringBuild=false"];
        (await DotNet.Build(copy, "build", ["src/Reps.Runtime", .. options])).RequireClean();

        string release = Path.Combine("bin", Repository.Configuration);
        AssertSame(copy, "Reps.Runtime", release, "net10.0", "Reps.Runtime.dll");
        AssertSame(copy, "Reps.Runtime", release, "net10.0", "Reps.Runtime.xml");
        AssertSame(copy, "Reps.Generators", release, "netstandard2.0", "Reps.Generators.dll");
        AssertSame(copy, "Reps.Analyzers", release, "netstandard2.0", "Reps.Analyzers.dll");
        AssertSame(copy, Path.Combine("Reps.Analyzers", "CodeFixes"), release, "netstandard2.0", "Reps.Analyzers.CodeFixes.dll");
    }

    private static void AssertSame(string copy, params string[] parts)
    {
        string file = Path.Combine(["src", .. parts]);
        bool same = File.ReadAllBytes(Repository.PathOf(file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(copy, file)));
        Assert.True(same, $"{file} has other bytes where the sources lie in another folder");
    }
}
