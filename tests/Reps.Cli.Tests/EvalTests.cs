using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests.Cli;

/// <summary><c>reps eval</c> against e3nn.</summary>
public sealed class EvalTests
{
    private static readonly JsonElement s_cases = Reference.Load("tensor_products").GetProperty("cases");

    public static IEnumerable<object[]> Cases => Enumerable.Range(0, s_cases.GetArrayLength()).Select(n => new object[] { n });

    [Theory]
    [MemberData(nameof(Cases))]
    public void CaseInItsOwnFile(int number)
    {
        using TemporaryFile file = new(s_cases[number].GetRawText());
        Check(s_cases[number], Cli.Json("eval", file.Path));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void CaseOfAFileOfCases(int number) => Check(s_cases[number], Cli.Json("eval", Reference.PathOf("tensor_products"), "--case", $"{number}"));

    [Fact]
    public void OneRowStandsWithoutAListAndOutNamesTheOutput()
    {
        // The coefficients of 1o x 1o -> 0e are 1/sqrt(3) on the diagonal; one path of one channel has the coefficient 1.
        using TemporaryFile file = new("""{"in1":"1o","in2":"1o","out":"0e","weights":[2],"x":[1,2,3],"y":[4,5,6], /* comments are fine */ }""");
        JsonElement result = Cli.Json("eval", file.Path);
        Assert.Equal("1x0e", result.GetProperty("irreps_out").GetString());
        Reference.Near([2 * 32 / Math.Sqrt(3)], Reference.Vector(result.GetProperty("out")[0]), 1e-14);
    }

    [Fact]
    public void AByteOrderMarkIsNoError()
    {
        using TemporaryFile file = new("\uFEFF{\"in1\":\"0e\",\"in2\":\"0e\",\"irreps_out\":\"0e\",\"weight\":[2],\"x\":[3],\"y\":[5]}");
        Assert.Equal("""{"irreps_out":"1x0e","out":[[30]]}""" + "\n", Cli.Text("eval", file.Path, "--json"));
    }

    private static void Check(JsonElement expected, JsonElement actual)
    {
        Assert.Equal(["irreps_out", "out"], actual.EnumerateObject().Select(p => p.Name));
        Assert.Equal(expected.GetProperty("irreps_out").GetString(), actual.GetProperty("irreps_out").GetString());
        JsonElement[] rows = [.. expected.GetProperty("out").EnumerateArray()];
        Assert.Equal(rows.Length, actual.GetProperty("out").GetArrayLength());
        for (int row = 0; row < rows.Length; row++) Reference.Near(Reference.Vector(rows[row]), Reference.Vector(actual.GetProperty("out")[row]), 1e-10);
    }
}
