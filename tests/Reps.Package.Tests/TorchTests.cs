using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Reps.Package.Tests;

/// <summary>Programs on torch start, however they are built and wherever they are copied to.</summary>
[Collection(PackagesCollection.Name)]
public sealed class TorchTests(Packages packages)
{
    private static readonly string[] s_expected = ["_convolve.weight, _mix.bias, _mix.weight", "gradients of 3 parameters", "equivariant", "learned"];

    [Fact]
    public async Task ProgramThatGetsLayersThroughALibraryRuns()
    {
        packages.NewProject("TorchLibrary");
        string project = packages.NewProject("Torch");
        (await DotNet.Build(project, "build")).RequireClean();
        Require(await DotNet.Dotnet(project, "bin/Debug/net10.0/Torch.dll"));

        DateTime[] written = Array.ConvertAll(Copies(project), File.GetLastWriteTimeUtc);
        (await DotNet.Build(project, "build", "--no-restore")).RequireClean();
        Assert.Equal(written, Array.ConvertAll(Copies(project), File.GetLastWriteTimeUtc));

        (await DotNet.Build(project, "publish", "--no-build", "-c", "Debug", "-o", "published")).RequireClean();
        Require(await DotNet.Dotnet(project, "published/Torch.dll"));
        Directory.Delete(Path.Combine(project, "published"), recursive: true);

        // In the intermediate and in the output folder.
        Assert.Equal(2, written.Length);
        (await DotNet.Build(project, "clean")).RequireClean();
        Assert.Empty(Copies(project));
    }

    [Fact]
    public async Task ProgramForOnePlatformRunsAsAFolderAndAsOneFile()
    {
        packages.NewProject("TorchLibrary", "Platform/TorchLibrary");
        string project = packages.NewProject("Torch", "Platform/Torch");
        (await DotNet.Build(project, "build", "--use-current-runtime", "--no-self-contained", "-c", "Release")).RequireClean();
        await PublishAndRun();
        // The analyzer of single files would be a package more.
        string[] singleFile = ["-p:PublishSingleFile=true", "-p:EnableSingleFileAnalyzer=false"];
        await PublishAndRun(singleFile);
        await PublishAndRun([.. singleFile, "-p:IncludeNativeLibrariesForSelfExtract=true"]);

        async Task PublishAndRun(params string[] options)
        {
            string[] command = ["--use-current-runtime", "--no-self-contained", "--no-build", "-c", "Release", "-o", "published", .. options];
            (await DotNet.Build(project, "publish", command)).RequireClean();
            string program = Path.Combine(project, "published", OperatingSystem.IsWindows() ? "Torch.exe" : "Torch");
            Require(await DotNet.Run(program, project));
            Directory.Delete(Path.Combine(project, "published"), recursive: true);
        }
    }

    [Fact]
    public async Task TestsRun()
    {
        string project = packages.NewProject("TorchTests");
        (await DotNet.Build(project, "build")).RequireClean();
        Outcome run = (await DotNet.Dotnet(project, "test", "--no-build", "--nologo")).Require();
        Assert.Contains("Passed:     1", run.Output);
    }

    [Fact]
    public async Task FSharpProgramRuns()
    {
        string project = packages.NewProject("TorchFSharp");
        (await DotNet.Build(project, "build")).RequireClean();
        Outcome run = (await DotNet.Dotnet(project, "bin/Debug/net10.0/TorchFSharp.dll")).Require();
        Assert.Equal("4 rows of 9", run.Output.Trim());
    }

    [Fact]
    public async Task ProgramOfOneFileRuns()
    {
        string folder = packages.NewFolder("TorchFile");
        Directory.CreateDirectory(DotNet.DataFolder(folder));
        File.WriteAllText(
            Path.Combine(folder, "app.cs"),
            $"""
            #:property PublishAot=false
            #:package Reps.Layers@{Repository.Version}
            #:package {Packages.LibTorch}@{Repository.VersionOf(Packages.LibTorch)}
            using Reps.Layers;
            using TorchSharp;

            torch.manual_seed(1);
            using LinearModule layer = new(Reps.Linear.Create("2x0e + 1x1o", "3x0e + 2x1o"));
            using torch.Tensor output = layer.call(torch.randn(4, 5));
            System.Console.WriteLine(string.Join(" x ", output.shape));
            """
        );
        Outcome run = (await DotNet.Dotnet(folder, "run", "app.cs")).Require();
        Assert.Equal("4 x 9", run.Output.Trim());
    }

    private static void Require(Outcome run) => Assert.Equal(s_expected, run.Require().Output.ReplaceLineEndings("\n").TrimEnd().Split('\n'));

    private static string[] Copies(string project) =>
        [.. Directory.EnumerateFiles(project, "libLibTorchSharp.so", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
