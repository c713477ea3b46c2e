using System.IO;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace Reps.Package.Tests;

/// <summary>The program of the README, pasted into a new project.</summary>
[Collection(PackagesCollection.Name)]
public sealed partial class ReadmeTests(Packages packages)
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Reps.Runtime" Version="$(RepsVersion)" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task ProgramPrintsWhatTheReadmeShows()
    {
        string readme = (await PackedReadme()).ReplaceLineEndings("\n");
        Match match = ProgramAndOutput().Match(readme);
        Assert.True(match.Success, "The README has no C# block followed by its output.");
        string folder = packages.NewFolder("Readme");
        await File.WriteAllTextAsync(Path.Combine(folder, "Readme.csproj"), Project);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), match.Groups[1].Value);
        (await DotNet.Build(folder, "build")).RequireClean();
        Outcome run = (await DotNet.Dotnet(folder, "bin/Debug/net10.0/Readme.dll")).Require();
        Assert.Equal(match.Groups[2].Value, run.Output.ReplaceLineEndings("\n"));
    }

    // The README travels in the package.
    private async Task<string> PackedReadme()
    {
        using ZipArchive archive = ZipFile.OpenRead(packages.PathOf("Reps.Runtime"));
        using StreamReader reader = new(archive.GetEntry("README.md")!.Open());
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex("```csharp\n(.*?)```\n\nIt prints\n\n```\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ProgramAndOutput();
}
