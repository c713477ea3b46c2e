using System.Threading.Tasks;

namespace Reps.Tests;

/// <summary>Fixes of operations, one by one and all at once: nothing is left to report.</summary>
public sealed class FlowFixTests
{
    private const string Usings = "using Reps;\nusing TorchSharp;\nusing static TorchSharp.torch;\n";

    [Fact]
    public async Task ReshapeExchangesSizesAndTransposes() =>
        await Check(
            """public static class P { public static Tensor Run([Rep("16x1o")] Tensor x) => x.reshape(-1, 16, 3).norm(-1); }""",
            """public static class P { public static Tensor Run([Rep("16x1o")] Tensor x) => x.reshape(-1, 3, 16).transpose(-1, -2).norm(-1); }"""
        );

    [Fact]
    public async Task UnflattenExchangesSizesAndTransposes() =>
        await Check(
            """public static class P { public static Tensor Run([Rep("4x2e")] Tensor x) => x.unflatten(-1, 4, 5).norm(-1); }""",
            """public static class P { public static Tensor Run([Rep("4x2e")] Tensor x) => x.unflatten(-1, 5, 4).transpose(-1, -2).norm(-1); }"""
        );

    [Fact]
    public async Task FunctionsOfSignsBecomeOdd() =>
        await Check(
            """public static class P { public static Tensor Run([Rep("2x0o")] Tensor x) => x.relu() + x.sigmoid(); }""",
            """public static class P { public static Tensor Run([Rep("2x0o")] Tensor x) => x.tanh() + x.tanh(); }"""
        );

    [Fact]
    public async Task LayersLoseTheirBias() =>
        await Check(
            """
            public static class P
            {
                private static readonly TorchSharp.Modules.Linear s_mix = nn.Linear(4, 4);

                public static Tensor Run([Rep("4x1o")] Tensor x) => s_mix.call(x.reshape(-1, 3, 4));
            }
            """,
            """
            public static class P
            {
                private static readonly TorchSharp.Modules.Linear s_mix = nn.Linear(4, 4, hasBias: false);

                public static Tensor Run([Rep("4x1o")] Tensor x) => s_mix.call(x.reshape(-1, 3, 4));
            }
            """
        );

    [Theory]
    [InlineData("4x1e", "x", "4x1o")]
    [InlineData("4x0e + 4x1o", "cat([x, s], -1)", "4x1o + 4x0e")]
    [InlineData("2e", "x * 2", "4x1o")]
    [InlineData("4x0o", "s * s", "4x0e")]
    public async Task DeclarationsSayWhatIsInferred(string declared, string body, string inferred)
    {
        const string Parameters = """[Rep("4x1o")] Tensor x, [Rep("4x0e")] Tensor s""";
        await Check(
            $"public static class P {{ [return: Rep(\"{declared}\")] public static Tensor Run({Parameters}) => {body}; }}",
            $"public static class P {{ [return: Rep(\"{inferred}\")] public static Tensor Run({Parameters}) => {body}; }}"
        );
    }

    private static async Task Check(string source, string expected)
    {
        (string text, _) = await FixDriver.FixOneByOne(Usings + source);
        Assert.Equal(Usings + expected, text);
        Assert.Equal(Usings + expected, await FixDriver.FixAll(Usings + source));
        Analysis analysis = Analysis.Run(text);
        Assert.Empty(analysis.Diagnostics);
        analysis.AssertCompiles();
    }
}
