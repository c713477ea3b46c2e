using System.Linq;

namespace Reps.Tests;

/// <summary>Bodies are analyzed on several threads: what one looks for does not hide it from another.</summary>
public sealed class ConcurrencyTests
{
    // Many bodies ask for one field at once, whose value takes a while to find; all of them use it wrongly.
    [Fact]
    public void EveryBodyFindsTheValueOfASharedField()
    {
        const int Bodies = 60;
        string source =
            "using Reps;\nusing TorchSharp;\nusing static TorchSharp.torch;\n\npublic static class P\n{\n"
            + "    private static readonly TorchSharp.Modules.Linear s_linear = nn.Linear(12, 12);\n"
            + string.Concat(Enumerable.Range(0, Bodies).Select(n => $"    public static Tensor M{n}([Rep(\"4x1o\")] Tensor x) => s_linear.call(x);\n"))
            + "}\n";
        for (int round = 0; round < 10; round++) Assert.Equal(Bodies, Analysis.Run(source).Diagnostics.Count(d => d.Id == "REPS3007"));
    }
}
