using System;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;

namespace Reps.Package.Tests;

/// <summary>The command line as an installed tool.</summary>
[Collection(PackagesCollection.Name)]
public sealed class ToolTests(Packages packages)
{
    [Fact]
    public async Task InstalledToolAnswers()
    {
        string folder = packages.NewFolder("tool");
        string[] install = ["tool", "install", "Reps.Cli", "--version", Repository.Version];
        (await DotNet.Dotnet(folder, [.. install, "--tool-path", folder, "--configfile", packages.Settings])).Require();

        string reps = Path.Combine(folder, OperatingSystem.IsWindows() ? "reps.exe" : "reps");
        Outcome run = (await DotNet.Run(reps, folder, "irreps", "8x0e + 4x1o", "--json")).Require();
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal("8x0e+4x1o", document.RootElement.GetProperty("canonical").GetString());
        Assert.Equal(20, document.RootElement.GetProperty("dim").GetInt32());
    }
}
