using System.Collections.Generic;
using System.Linq;
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
        ("channels outer", @"unflatten\((.*?), 3, 4\)", "unflatten($1, 4, 3)"),
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
        ("slice of vectors", @"\[Hidden\.L0e\]", "[Hidden.L1o]"),
        ("slice too long", @"\[Hidden\.L0e\]", "[..20]"),
        ("slice forgotten", @"\[Hidden\.L0e\]", ""),
        ("last for sum", @"\] \+= atoms", "] = atoms"),
        ("rows of another length", @"n % Prediction\.Dim", "n % 3"),
        ("another segment", @"\.Segment\(0\)", ".Segment(1)"),
        ("another segment", @"\.Segment\(1\)", ".Segment(0)"),
        ("components for lengths", @"graph\.Lengths\(\)", "graph.Vectors.select(-1, 0)"),
        ("components for lengths", @"vectors\.square\(\)\.sum\(-1\)", "vectors.select(-1, 2)"),
        ("positions for differences", @" - positions\.index_select\(0, batch\.Targets\)", ""),
        ("slice shifted", @"\.narrow\(([12]), (\w+), ", ".narrow($1, 1 + $2, "),
        ("channels outer", @"\.reshape\(count, 3, 2 \* Products\)", ".reshape(count, 2 * Products, 3)"),
        ("activation for gates", @" \* gates\.unsqueeze\(1\)", ".relu()"),
        ("first for sum", @"\.sum\(2\)", ".select(2, 0)"),
        ("cumulative sums", @"adjacency\.sum\(2\)", "adjacency.cumsum(1).sum(2)"),
        ("cumulative sums", @"SumOverNodes\(([^()]*\([^()]*\)\.Tensor)\)", "SumOverNodes($1.cumsum(0))"),
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

    /// <summary>What is done with the numbers of a typed feature after the statement that makes it.</summary>
    private static readonly (string Name, string Function)[] s_features =
    [
        ("relu", ".relu()"),
        ("tanh", ".tanh()"),
        ("absolute values", ".abs()"),
        ("squares", ".square()"),
        ("constant", " + 0.5"),
        ("softmax", ".softmax(-1)"),
        ("sort", ".sort(-1).Values"),
        ("flip", ".flip(-1)"),
        ("shift", ".roll(1, -1)"),
        ("maximum over nodes", ".amax([0L], keepdim: true)"),
        ("mean subtracted", ".sub(FEATURE.Tensor.mean([-1L], keepdim: true))"),
        ("unit", ".div(FEATURE.Tensor.norm(-1, keepdim: true))"),
        ("clamp", ".clamp_min(0)"),
        ("cumulative sum over nodes", ".cumsum(0)"),
    ];

    /// <summary>What is done with the numbers of an array after the statement that makes it.</summary>
    private static readonly (string Name, string Statement)[] s_arrays =
    [
        ("relu", "for (int k = 0; k < ARRAY.Values.Length; k++) ARRAY.Values[k] = Math.Max(ARRAY.Values[k], 0);"),
        ("tanh", "foreach (ref double x in ARRAY.Values) x = Math.Tanh(x);"),
        ("absolute values", "foreach (ref double x in ARRAY.Values) x = Math.Abs(x);"),
        ("squares", "foreach (ref double x in ARRAY.Values) x *= x;"),
        ("constant", "foreach (ref double x in ARRAY.Values) x += 0.5;"),
        ("flip", "ARRAY.Values.Reverse();"),
        ("sort", "ARRAY.Values.Sort();"),
        ("factor", "foreach (ref double x in ARRAY.Values) x *= 2;"),
    ];

    public static int Count => s_calls.Length + s_statements.Length + s_features.Length + s_arrays.Length;

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
        foreach ((string name, string function) in s_features)
        foreach (Match match in Feature().Matches(program))
            yield return (name, After(program, match, FeatureStatement(match.Groups[2].Value, match.Groups[1].Success, function)));
        foreach ((string name, string statement) in s_arrays)
        foreach (Match match in Array().Matches(program).Where(static match => match.Value.Contains("Array<") || match.Value.Contains("hidden")))
            yield return (name, After(program, match, statement.Replace("ARRAY", match.Groups[1].Value)));
    }

    private static string After(string program, Match match, string statement) => program.Insert(match.Index + match.Length, "\n        " + statement);

    private static string FeatureStatement(string name, bool powers, string function) =>
        $"{name} = new({name}.Tensor{function.Replace("FEATURE", name)}{(powers ? $", {name}.Sizes" : "")});";

    [GeneratedRegex(@"^ +(Powers)?Feature<\w+> (\w+) = .*;$", RegexOptions.Multiline)]
    private static partial Regex Feature();

    [GeneratedRegex(@"^ +(?:RepArray<\w+, double> )?(\w+) \+?= (?!RepArray)\w+\.?\w+\(.*;$", RegexOptions.Multiline)]
    private static partial Regex Array();

    [GeneratedRegex(@"^        (?:Tensor \w+ =|return) (.*);$", RegexOptions.Multiline)]
    private static partial Regex Statement();
}
