using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Reps.Package.Tests;

/// <summary>Projects that reference the package alone.</summary>
[Collection(PackagesCollection.Name)]
public sealed class ProjectTests(Packages packages)
{
    [Fact]
    public async Task ModelBuildsWithoutAWarningAndRuns()
    {
        string project = packages.NewProject("Model");
        (await DotNet.Build(project, "build")).RequireClean();
        Outcome run = (await DotNet.Dotnet(project, "bin/Debug/net10.0/Model.dll")).Require();
        // sqrt(3) (0, 3, 4) / 5; four ones over sqrt(4); the paths 00-0, 01-1, 10-1 and 11-0 with 4 weights each.
        Assert.Equal(
            [
                "harmonics 1.000000 0.000000 1.039230 1.385641",
                "mixed 2.000000 2.000000 2.000000 2.000000",
                "Hidden O(3): 4x0e+4x1o, 16 components",
                "Convolve 4 paths, 16 weights",
                "equivariant",
            ],
            run.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n')
        );

        // The same sources in another folder, compiled anew.
        string again = packages.NewProject("Model", "ModelAgain");
        (await DotNet.Build(again, "build")).RequireClean();
        SortedDictionary<string, string> first = Generated(project);
        Assert.Equal(["Convolve", "Direction", "Embed", "Hidden", "Mix"], first.Keys.Select(name => name.Split('.')[0]));
        Assert.Equal(first, Generated(again));
    }

    [Fact]
    public async Task WrongSignatureIsOneErrorAtItsPlace()
    {
        string project = packages.NewProject("Wrong");
        Outcome build = await DotNet.Build(project, "build");
        Assert.True(build.ExitCode != 0, build.ToString());
        string diagnostic = Assert.Single(build.Diagnostics);
        string line = File.ReadLines(Path.Combine(project, "Model.cs")).ElementAt(4);
        string place = $"{Path.Combine(project, "Model.cs")}(5,{line.IndexOf('p', line.IndexOf('"')) + 1}): error REPS1004: ";
        Assert.True(diagnostic.StartsWith(place, StringComparison.Ordinal), $"expected {place}\n{build}");
    }

    [Fact]
    public async Task RepresentationsAndLayersCrossAssemblies()
    {
        packages.NewProject("Library");
        string project = packages.NewProject("Application");
        (await DotNet.Build(project, "build")).RequireClean();
        Outcome run = (await DotNet.Dotnet(project, "bin/Debug/net10.0/Application.dll")).Require();
        Assert.Equal(["2 weights, 3 energies", "invariant"], run.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
    }

    private static SortedDictionary<string, string> Generated(string project) =>
        new(
            Directory
                .EnumerateFiles(
                    Path.Combine(project, "obj", "Debug", "net10.0", "generated", "Reps.Generators"),
                    "*",
                    SearchOption.AllDirectories
                )
                .ToDictionary(file => Path.GetFileName(file), file => Convert.ToBase64String(File.ReadAllBytes(file))),
            StringComparer.Ordinal
        );
}
