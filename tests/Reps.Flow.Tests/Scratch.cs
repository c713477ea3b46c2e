using System.Linq;
using Xunit.Abstractions;
namespace Reps.Tests;
public sealed class Scratch(ITestOutputHelper output)
{
    [Fact]
    public void Show()
    {
        Analysis a = Analysis.Run(System.IO.File.ReadAllText("/tmp/scratch.cs"));
        foreach (var p in a.Problems.Take(5)) output.WriteLine(p.ToString());
        foreach (var d in a.Diagnostics) output.WriteLine(d.ToString());
    }
}
