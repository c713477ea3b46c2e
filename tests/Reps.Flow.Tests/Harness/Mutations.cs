using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace Reps.Tests;

/// <summary>Typical mistakes as edits of a program's text: what is matched, and what takes its place.</summary>
internal static partial class Mutations
{
    /// <summary>Edits of certain calls.</summary>
    private static readonly (string Name, string Pattern, string Replacement)[] s_calls =
    [
        ("tanh to relu", @"\.tanh\(\)", ".relu()"),
        ("sigmoid to relu", @"\.sigmoid\(\)", ".relu()"),
        ("sigmoid forgotten", @"\.sigmoid\(\)", ""),
        ("relu to tanh", @"\.relu\(\)", ".tanh()"),
        ("squares forgotten", @"\.pow\(2\)", ""),
        ("cubes for squares", @"\.pow\(2\)", ".pow(3)"),
        ("absolute values for squares", @"\.pow\(2\)", ".abs()"),
        ("mean for sum", @"\.sum\(-(\d)", ".mean([-$1L]"),
        ("maximum for sum", @"\.sum\((-?\d)\)", ".amax([$1L])"),
        ("maximum for sum", @"\.sum\(\[", ".amax(["),
        ("maximum for mean", @"\.mean\(\[", ".amax(["),
        ("sum for norm", @"\.norm\(", ".sum("),
        ("norm over channels", @"\.norm\(-2", ".norm(-1"),
        ("norm over components", @"\.norm\(-1", ".norm(-2"),
        ("sum over channels", @"\.sum\(-2", ".sum(-1"),
        ("sum over another axis", @"\.sum\(-1", ".sum(-2"),
        ("softmax over another axis", @"\.softmax\(-?1\)", ".softmax(0)"),
        ("slice shifted", @"\.narrow\(-1, (\d+), ", ".narrow(-1, 1 + $1, "),
        ("slice too short", @"\.narrow\(-1, (\d+), (\d+)\)", ".narrow(-1, $1, $2 - 1)"),
        ("slice of another segment", @"\.narrow\(-1, 0, 4\)", ".narrow(-1, 4, 4)"),
        ("split elsewhere", @"\[4L, 12L\]", "[5L, 11L]"),
        ("split reversed", @"\[4L, 12L\]", "[12L, 4L]"),
        ("channels outer", @"reshape\((-?\d), 3, 4\)", "reshape($1, 4, 3)"),
        ("channels outer", @"unflatten\(-1, 3, 4\)", "unflatten(-1, 4, 3)"),
        ("transpose forgotten", @"\.transpose\(-?\d, -?\d\)", ""),
        ("transposed before flatten", @"\.flatten\(-2\)", ".transpose(-1, -2).flatten(-2)"),
        ("another axis added", @"\.unsqueeze\(-2\)", ".unsqueeze(-1)"),
        ("bias left in", @"hasBias: false", "hasBias: true"),
        ("sum for difference", @" - ", " + "),
        ("sum for product", @" \* ", " + "),
        ("difference for quotient", @" / ", " - "),
        ("product for quotient", @" / ", " * "),
        ("joined in the other order", @"cat\(\[(.*?), ((?:[^,\[\]]|\([^()]*\))*)\], -1\)", "cat([$2, $1], -1)"),
        ("not centred", @"(\w+) - \1\.mean\(\[0L\], keepdim: true\)", "$1"),
        ("a certain node", @"\.index_select\(0, \w+\)", "[TensorIndex.Slice(0, 1)]"),
        ("first instead of sum", @"\.sum\(\[0L\]\)", ".select(0, 0)"),
        ("first instead of mean", @"\.mean\(\[0L\]\)", ".select(0, 0)"),
        ("product for cross product", @"linalg\.cross\((\w+), (\w+)\)", "($1 * $2)"),
        ("factor forgotten", @" \* \w+(?=[;)])", ""),
    ];

    /// <summary>Something put around the value of a statement.</summary>
    private static readonly (string Name, string After)[] s_statements =
    [
        ("relu", "({0}).relu()"),
        ("tanh", "({0}).tanh()"),
        ("sigmoid", "({0}).sigmoid()"),
        ("exp", "({0}).exp()"),
        ("abs", "({0}).abs()"),
        ("square", "({0}).square()"),
        ("cosine", "({0}).cos()"),
        ("clamp", "({0}).clamp_min(0)"),
        ("sign", "({0}).sign()"),
        ("constant", "({0}) + 0.5"),
        ("softmax", "({0}).softmax(-1)"),
        ("cumulative sum", "({0}).cumsum(-1)"),
        ("flip", "({0}).flip(-1)"),
        ("sort", "({0}).sort(-1).Values"),
        ("dropout", "nn.functional.dropout({0}, 0.5)"),
        ("unit", "nn.functional.normalize({0}, dim: -1)"),
        ("spread", "({0}) / ({0}).std(0)"),
        ("mean subtracted", "({0}) - ({0}).mean([-1L], keepdim: true)"),
        ("choice by sign", "torch.where(({0}) > 0, {0}, ({0}) * 0.1)"),
        ("maximum", "({0}).maximum(({0}) * 0.5)"),
    ];

    public static int Count => s_calls.Length + s_statements.Length;

    /// <summary>Every edit at every place of a program.</summary>
    public static IEnumerable<(string Name, string Text)> Of(string program)
    {
        foreach ((string name, string pattern, string replacement) in s_calls)
        foreach (Match match in Regex.Matches(program, pattern))
            yield return (name, program[..match.Index] + match.Result(replacement) + program[(match.Index + match.Length)..]);
        foreach ((string name, string after) in s_statements)
        foreach (Match match in Statement().Matches(program))
            yield return (
                name,
                program[..match.Groups[1].Index] + after.Replace("{0}", match.Groups[1].Value) + program[(match.Groups[1].Index + match.Groups[1].Length)..]
            );
    }

    [GeneratedRegex(@"^        (?:Tensor \w+ =|return) (.*);$", RegexOptions.Multiline)]
    private static partial Regex Statement();
}
