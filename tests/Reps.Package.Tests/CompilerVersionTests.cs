using System.Threading.Tasks;

namespace Reps.Package.Tests;

/// <summary>The package says so when the compiler is too old to load its plug-ins.</summary>
[Collection(PackagesCollection.Name)]
public sealed class CompilerVersionTests(Packages packages)
{
    [Fact]
    public async Task OlderCompilersAreRefusedAndNoOthers()
    {
        string project = packages.NewProject("Model", "Compiler");
        // As numbers 4.9 is before 4.14; as text, or as a decimal fraction, it is after.
        Outcome old = await DotNet.Build(project, "build", "-p:CompilerApiVersion=roslyn4.9");
        Assert.True(old.ExitCode != 0, old.ToString());
        string diagnostic = Assert.Single(old.Diagnostics);
        Assert.Contains("needs a C# compiler of version 4.14 or newer", diagnostic);
        Assert.Contains("this build uses 4.9", diagnostic);

        foreach (string version in (string[])["roslyn4.14", "roslyn5.0", "roslyn10.0", ""])
            (await DotNet.Build(project, "msbuild", "-t:RepsRequireCompiler", $"-p:CompilerApiVersion={version}")).RequireClean();
    }
}
