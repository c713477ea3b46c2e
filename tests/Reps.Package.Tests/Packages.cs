using System;
using System.IO;
using System.Threading.Tasks;

namespace Reps.Package.Tests;

/// <summary>
/// The packages, packed from the repository's build, and a place where projects see them and nothing else of the repository.
/// </summary>
public sealed class Packages : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The only source of packages for the projects: what else they need was restored with the repository, or is in the SDK.</summary>
    public string Feed => _folder["feed"];

    /// <summary>The folder that the packages are unpacked into when a project restores them.</summary>
    public string Cache => _folder["cache"];

    /// <summary>The NuGet settings that say so.</summary>
    public string Settings => _folder["projects", "nuget.config"];

    /// <summary>The package of libtorch for the platform of the tests.</summary>
    public static string LibTorch =>
        OperatingSystem.IsWindows() ? "libtorch-cpu-win-x64" : OperatingSystem.IsMacOS() ? "libtorch-cpu-osx-arm64" : "libtorch-cpu-linux-x64";

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        await Pack("Reps.Runtime", "Reps.Layers", "Reps.Cli");

        _folder.Write(
            "projects/nuget.config",
            $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="restored with the repository" value="{Repository.PackageFolder}" />
              </fallbackPackageFolders>
            </configuration>
            """
        );
        // A package cache of its own: the version stays the same from one edit to the next, and the user's cache must not answer for it.
        // Links, because each libtorch is half a gigabyte.
        _folder.Write(
            "projects/Directory.Build.props",
            $"""
            <Project>
              <PropertyGroup>
                <RepsVersion>{Repository.Version}</RepsVersion>
                <LibTorchPackage>{LibTorch}</LibTorchPackage>
                <LibTorchVersion>{Repository.VersionOf(LibTorch)}</LibTorchVersion>
                <TestSdkVersion>{Repository.VersionOf("Microsoft.NET.Test.Sdk")}</TestSdkVersion>
                <XunitVersion>{Repository.VersionOf("xunit")}</XunitVersion>
                <XunitRunnerVersion>{Repository.VersionOf("xunit.runner.visualstudio")}</XunitRunnerVersion>
                <RestorePackagesPath>{Cache}</RestorePackagesPath>
                <NuGetAudit>false</NuGetAudit>
                <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
                <CreateHardLinksForPublishFilesIfPossible>true</CreateHardLinksForPublishFilesIfPossible>
              </PropertyGroup>
            </Project>
            """
        );
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The path of a package file.</summary>
    public string PathOf(string package) => Path.Combine(Feed, $"{package}.{Repository.Version}.nupkg");

    /// <summary>A new folder outside of every project.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(_folder["projects", name]).FullName;

    /// <summary>Copies one of the projects to a folder beside the others.</summary>
    public string NewProject(string project, string? name = null)
    {
        string target = NewFolder(name ?? project);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Projects", project)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return target;
    }

    // In one process, from what the build of these tests has built.
    private async Task Pack(params string[] projects)
    {
        string items = string.Join(';', Array.ConvertAll(projects, project => Repository.PathOf("src", project, $"{project}.csproj")));
        _folder.Write(
            "Pack.proj",
            $"""
            <Project>
              <Target Name="Pack">
                <MSBuild
                  Projects="{items}"
                  Targets="Pack"
                  Properties="Configuration={Repository.Configuration};NoBuild=true;PackageOutputPath={Feed}"
                  BuildInParallel="true"
                />
              </Target>
            </Project>
            """
        );
        (await DotNet.Build(_folder.Root, "msbuild", "Pack.proj", "-t:Pack")).RequireClean();
    }
}
