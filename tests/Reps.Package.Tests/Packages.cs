using System;
using System.IO;
using System.Threading.Tasks;

namespace Reps.Package.Tests;

/// <summary>
/// The packages, packed from fresh copies of the repository, and a place where projects see them and nothing else.
/// </summary>
public sealed class Packages : IAsyncLifetime
{
    // Style is checked where the repository itself is built; it does not change what is packed.
    private static readonly string[] s_release = ["-c", "Release", "-p:RunAnalyzersDuringBuild=false"];

    private readonly TemporaryFolder _folder = new();

    /// <summary>The only source of packages for the projects: what they need is in the packages or in the SDK.</summary>
    public string Feed => _folder["feed"];

    /// <summary>The NuGet settings that say so.</summary>
    public string Settings => _folder["projects", "nuget.config"];

    /// <summary>
    /// The copy from which the command line was packed, and for that everything was built that the other package holds: in another
    /// place, under a longer path.
    /// </summary>
    public string CopyElsewhere => _folder["elsewhere", "under", "another-name"];

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        await Pack("Reps.Runtime", _folder["copy"]);
        await Pack("Reps.Cli", CopyElsewhere);
        await Pack("Reps.Layers", _folder["copy"]);

        _folder.Write(
            "projects/nuget.config",
            $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="restored with the repository, for TorchSharp" value="{Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")}" />
              </fallbackPackageFolders>
            </configuration>
            """
        );
        // A package cache of its own: the version stays the same from one edit to the next, and the user's cache must not answer for it.
        _folder.Write(
            "projects/Directory.Build.props",
            $"""
            <Project>
              <PropertyGroup>
                <RepsVersion>{RepositoryCopy.Version}</RepsVersion>
                <RestorePackagesPath>{_folder["cache"]}</RestorePackagesPath>
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
    public string PathOf(string package) => Path.Combine(Feed, $"{package}.{RepositoryCopy.Version}.nupkg");

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

    private async Task Pack(string project, string copy)
    {
        if (!Directory.Exists(copy)) RepositoryCopy.To(copy);
        (await DotNet.Build(copy, "pack", [$"src/{project}", .. s_release, "-o", Feed])).Require();
    }
}
