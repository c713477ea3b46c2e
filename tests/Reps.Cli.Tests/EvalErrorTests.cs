using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;

namespace Reps.Tests.Cli;

/// <summary>Files that are no request: the message names the file, the field and the remedy.</summary>
public sealed class EvalErrorTests
{
    private const string Valid = """{"in1":"0e+1o","in2":"1o","irreps_out":"0e+1o","weight":[1,2],"x":[[1,0,0,1]],"y":[[0,1,0]]}""";

    [Theory]
    [InlineData("in1", "5", "field 'in1': found 5; expected a text of irreps")]
    [InlineData("in1", "\"1o+9q\"", "field 'in1': '1o+9q' is not a representation: at 4")]
    [InlineData("in1", "\"\\ud800\"", "field 'in1': the text holds half of a surrogate pair")]
    [InlineData("in1", "\"SU(2): 1/2\"", "different groups")]
    [InlineData("in2", "null", "field 'in2': found null")]
    [InlineData("irreps_out", "null", "field 'irreps_out': found null")]
    [InlineData("kind", "\"Partial\"", "field 'kind': found the text 'Partial'; expected one of fullyconnected, full")]
    [InlineData("kind", "5", "field 'kind': found 5")]
    [InlineData("kind", "\"Full\"", "field 'irreps_out': 1x0e+1x1o, but the product is")]
    [InlineData("irrep_normalization", "\"1\"", "field 'irrep_normalization': found the text '1'; expected one of component, norm, none")]
    [InlineData("path_normalization", "true", "field 'path_normalization': found true")]
    [InlineData("irrep_normalisation", "\"norm\"", "field 'irrep_normalisation': no such field; 'irrep_normalization' is meant")]
    [InlineData("X", "[]", "field 'X': no such field; 'x' is meant")]
    [InlineData("weights", "[1,2]", "field 'weights': 'weight' is there too")]
    [InlineData("weight", "[1]", "field 'weight': 1 numbers; the product has 2 weights")]
    [InlineData("weight", "null", "field 'weight': missing; the product has 2 weights")]
    [InlineData("weight", "[\"NaN\",2]", "field 'weight[0]': expected a finite number, found the text 'NaN'")]
    [InlineData("weight", "[1,1e400]", "field 'weight[1]': expected a finite number, found 1e400")]
    [InlineData("weight", "[[1,2],[3,4]]", "field 'weight': 2 rows; expected one for all or 1")]
    [InlineData("weight", "[1e308,1e308]", null)]
    [InlineData("x", "[[1]]", "field 'x[0]': 1 numbers; expected 4")]
    [InlineData("x", "[[1,2,3,4],5]", "field 'x[1]': expected a list of numbers, found 5")]
    [InlineData("x", "[[1,2,3,{}]]", "field 'x[0][3]': expected a finite number, found an object")]
    [InlineData("x", "\"1,2,3,4\"", "field 'x': expected a list of numbers, found the text '1,2,3,4'")]
    [InlineData("y", "[[0,1,0],[0,1,0]]", "field 'y': 2 rows, but x has 1")]
    [InlineData("instructions", "7", "field 'instructions': found 7; expected [[left")]
    [InlineData("instructions", "[[0,0]]", "field 'instructions[0]': expected [left, right, output, mode, has weight]")]
    [InlineData("instructions", "[[0,0,1.5,\"uvw\",true]]", "field 'instructions[0]': item 2 is 1.5; expected the index of a segment")]
    [InlineData("instructions", "[[0,0,1,\"zzz\",true]]", "field 'instructions[0]': item 3, the mode, is the text 'zzz'; expected one of uvw, uvu")]
    [InlineData("instructions", "[[0,0,1,\"uvw\",1]]", "field 'instructions[0]': item 4 is 1; expected true or false")]
    [InlineData("instructions", "[[0,0,1,\"uvw\",true,\"1\"]]", "field 'instructions[0][5]': expected a finite number")]
    [InlineData("instructions", "[[0,0,9,\"uvw\",true]]", "Instruction 0: output segment 9 does not exist")]
    [InlineData("instructions", "[[0,0,0,\"uvw\",true]]", "Instruction 0:")]
    public void Field(string field, string value, string? expected)
    {
        // Plain text, not a parsed tree: some values are not valid in a tree.
        string text = Replace(field, value);
        if (expected is null) text = text.Replace("[[1,0,0,1]]", "[[1e308,1e308,1e308,1e308]]").Replace("[[0,1,0]]", "[[1e308,1e308,1e308]]");
        Check(text, expected ?? "the outputs exceed the range of doubles");
    }

    [Theory]
    [InlineData("", " is empty; expected a JSON object")]
    [InlineData("{\"in1\": \"1o\",\n \"in2\": }", " is not JSON: line 2, byte 9: '}' is an invalid start of a value.")]
    [InlineData("[1,2]", ": expected one JSON object, found a list.")]
    [InlineData("{\"in1\":\"0e\",\"in1\":\"1o\"}", " is not JSON: ")]
    [InlineData("{\"\\ud800\":1}", " is not JSON: ")]
    [InlineData("{}", ": field 'in1': missing; expected a text of irreps")]
    [InlineData("{\"cases\":[{},{}]}", ": holds 2 cases; choose one with --case 0 … 1")]
    public void Text(string text, string expected)
    {
        using TemporaryFile file = new(text);
        Assert.StartsWith(file.Path + expected, Cli.Error(1, "eval", file.Path));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"x\":")]
    public void DeepNesting(string level) => Check(string.Concat(Enumerable.Repeat(level, 100_000)), "is not JSON: line 1, byte ");

    [Fact]
    public void BytesThatAreNoText()
    {
        using TemporaryFile file = new([.. Encoding.ASCII.GetBytes("{\"in1\":\""), 0xFF]);
        Assert.StartsWith($"{file.Path} is not UTF-8 text, at byte 8", Cli.Error(1, "eval", file.Path));
    }

    [Fact]
    public void CasesAreCountedFromZero()
    {
        using TemporaryFile several = new($$"""{"cases":[{{Valid}},{"in1":3}]}""");
        Cli.Text("eval", several.Path, "--case", "0");
        Assert.StartsWith($"{several.Path}: cases[1]: field 'in1': found 3", Cli.Error(1, "eval", several.Path, "--case", "1"));
        Assert.EndsWith("--case is 2; there are 2 cases, counted from 0.", Cli.Error(1, "eval", several.Path, "--case", "2"));
        using TemporaryFile one = new(Valid);
        Assert.Contains("drop --case", Cli.Error(1, "eval", one.Path, "--case", "0"));
    }

    private static string Replace(string field, string value)
    {
        JsonObject valid = JsonNode.Parse(Valid)!.AsObject();
        valid.Remove(field);
        string rest = valid.ToJsonString();
        return $"{rest[..^1]},\"{field}\":{value}}}";
    }

    private static void Check(string text, string expected)
    {
        using TemporaryFile file = new(text);
        string message = Cli.Error(1, "eval", file.Path);
        Assert.StartsWith(file.Path, message, StringComparison.Ordinal);
        Assert.Contains(expected, message);
        Assert.InRange(message.Length - file.Path.Length, 10, 400);
    }
}
