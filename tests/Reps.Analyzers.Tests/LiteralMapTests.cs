using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Reps.Analyzers.Locating;

namespace Reps.Tests;

/// <summary>Where each character of a string stands in each kind of literal.</summary>
public sealed class LiteralMapTests
{
    [Theory]
    [InlineData("\"1o\"", "1|o")]
    [InlineData("\"\"", "")]
    [InlineData("(\"1o\")", "1|o")]
    [InlineData("\"a\\tb\\\"\\\\\"", "a|\\t|b|\\\"|\\\\")]
    [InlineData("\"\\u0031\\x6f\\x0002B\\0\\e\"", "\\u0031|\\x6f|\\x0002|B|\\0|\\e")]
    [InlineData("\"\\U0001F600z\"", "\\U0001F600|\\U0001F600|z")]
    [InlineData("\"\\U00000031\\uD83D\"", "\\U00000031|\\uD83D")]
    [InlineData("@\"1\"\"o\\n\"", "1|\"\"|o|\\|n")]
    [InlineData("@\"1\r\no\"", "1|\r|\n|o")]
    [InlineData("\"\"\"1\"o\"\"\"", "1|\"|o")]
    [InlineData("\"\"\"\"1\"\"\"o\"\"\"\"", "1|\"|\"|\"|o")]
    [InlineData("\"\"\"\n    1\n      o\n    \"\"\"", "1|\n| | |o")]
    [InlineData("\"\"\"\r\n\t1\r\n\r\n\to\r\n\t\"\"\"", "1|\r|\n|\r|\n|o")]
    [InlineData("\"\"\"   \n    1\n  \n    o\n    \"\"\"", "1|\n|\n|o")]
    [InlineData("\"\"\"\n1\n\"\"\"", "1")]
    [InlineData("\"\"\"\n\n\"\"\"", "")]
    public void MapsEveryCharacter(string literal, string slices)
    {
        (LiteralMap map, string value) = Create(literal, out string source);
        string[] expected = slices.Length == 0 ? [] : slices.Split('|');
        Assert.Equal(expected.Length, value.Length);
        Assert.Equal(expected, Enumerable.Range(0, value.Length).Select(n => Slice(source, map.Map(n, 1))));
    }

    [Fact]
    public void MapsSlicesAndEnds()
    {
        (LiteralMap map, string value) = Create("\"8x\\u0030e\"", out string source);
        Assert.Equal("8x0e", value);
        Assert.Equal("x\\u0030", Slice(source, map.Map(1, 2)));
        Assert.Equal("8x\\u0030e", Slice(source, map.Map(0, 4)));
        Assert.Equal(new TextSpan(source.LastIndexOf('"'), 0), map.Map(4, 0));
        Assert.Equal(new TextSpan(source.IndexOf("\\u", StringComparison.Ordinal), 0), map.Map(2, 0));
    }

    [Fact]
    public void EndOfRawLinesIsBeforeTheLastLineBreak()
    {
        (LiteralMap map, _) = Create("\"\"\"\r\n  1o +\r\n  \"\"\"", out string source);
        Assert.Equal(source.IndexOf('+') + 1, map.Map(4, 0).Start);
    }

    [Theory]
    [InlineData("S")]
    [InlineData("\"1\" + \"o\"")]
    [InlineData("nameof(S)")]
    [InlineData("$\"1o\"")]
    [InlineData("$\"{S}\"")]
    [InlineData("\"1o\"u8")]
    [InlineData("null")]
    [InlineData("default")]
    [InlineData("(string)\"1o\"")]
    [InlineData("'c'")]
    public void OtherExpressionsHaveNoMap(string expression) => Assert.Null(LiteralMap.Create(Expression(expression, out _)));

    [Theory]
    [InlineData("\"1o")]
    [InlineData("@\"1o")]
    [InlineData("\"\"\"1o")]
    [InlineData("\"\"\"\n    1o\n  x\n    \"\"\"")]
    [InlineData("\"\\q\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\U0011FFFF\"")]
    [InlineData("\"\\")]
    [InlineData("\"\"\"")]
    public void MalformedLiteralsAreHarmless(string literal)
    {
        ExpressionSyntax expression = Expression(literal, out string source);
        if (LiteralMap.Create(expression) is not LiteralMap map) return;
        string value = ((LiteralExpressionSyntax)expression).Token.ValueText;
        for (int n = 0; n <= value.Length; n++) Assert.InRange(map.Map(n, value.Length - n).End, 0, source.Length);
    }

    [Fact]
    public void MapsRandomStringsInEveryKindOfLiteral()
    {
        Random random = new(20240611);
        for (int trial = 0; trial < 2000; trial++)
        {
            (string literal, List<string> slices) = (trial % 4) switch
            {
                0 => Regular(random),
                1 => Verbatim(random),
                2 => Raw(random),
                _ => RawLines(random),
            };
            (LiteralMap map, string value) = Create(literal, out string source);
            Assert.Equal(slices, Enumerable.Range(0, value.Length).Select(n => Slice(source, map.Map(n, 1))));
            int start = random.Next(value.Length + 1);
            int length = random.Next(value.Length - start + 1);
            if (length > 0) Assert.Equal(TextSpan.FromBounds(map.Map(start, 1).Start, map.Map(start + length - 1, 1).End), map.Map(start, length));
        }
    }

    private static (string, List<string>) Regular(Random random)
    {
        string[] forms = ["1", "o", " ", "+", "{", "é", "\\n", "\\t", "\\\"", "\\\\", "\\u0031", "\\U0000006f", "\\x0041", "\\0", "\\'"];
        List<string> slices = [.. Enumerable.Range(0, random.Next(12)).Select(_ => forms[random.Next(forms.Length)])];
        return ("\"" + string.Concat(slices) + "\"", slices);
    }

    private static (string, List<string>) Verbatim(Random random)
    {
        string[] forms = ["1", "o", "\\", "\"\"", "\n", "+", "{"];
        List<string> slices = [.. Enumerable.Range(0, random.Next(12)).Select(_ => forms[random.Next(forms.Length)])];
        return ("@\"" + string.Concat(slices) + "\"", slices);
    }

    private static (string, List<string>) Raw(Random random)
    {
        string[] forms = ["1", "\"", "\\", "{", "}", "+"];
        List<string> slices = ["1", .. Enumerable.Range(0, random.Next(12)).Select(_ => forms[random.Next(forms.Length)]), "o"];
        string quotes = new('"', 14);
        return (quotes + string.Concat(slices) + quotes, slices);
    }

    private static (string, List<string>) RawLines(Random random)
    {
        string newLine = random.Next(2) == 0 ? "\n" : "\r\n";
        string indentation = new(random.Next(2) == 0 ? ' ' : '\t', random.Next(5));
        const string Quotes = "\"\"\"\"\"\"\"";
        StringBuilder text = new(Quotes + newLine);
        List<string> slices = [];
        int lines = 1 + random.Next(4);
        for (int line = 0; line < lines; line++)
        {
            string content = string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => "1o +\\\""[random.Next(6)]));
            // A line of spaces may be shorter than the indentation.
            text.Append(content.Length == 0 && random.Next(2) == 0 ? "" : indentation).Append(content).Append(newLine);
            slices.AddRange(content.Select(c => c.ToString()));
            if (line < lines - 1) slices.AddRange(newLine.Select(c => c.ToString()));
        }
        return (text.Append(indentation).Append(Quotes).ToString(), slices);
    }

    private static (LiteralMap Map, string Value) Create(string literal, out string source)
    {
        ExpressionSyntax expression = Expression(literal, out source);
        LiteralMap? map = LiteralMap.Create(expression);
        Assert.NotNull(map);
        while (expression is ParenthesizedExpressionSyntax parenthesized) expression = parenthesized.Expression;
        return (map, ((LiteralExpressionSyntax)expression).Token.ValueText);
    }

    private static ExpressionSyntax Expression(string text, out string source)
    {
        source = $"[Rep({text})] struct A;";
        return CSharpSyntaxTree.ParseText(source, Compile.Parse).GetRoot().DescendantNodes().OfType<AttributeArgumentSyntax>().First().Expression;
    }

    private static string Slice(string source, TextSpan span) => source.Substring(span.Start, span.Length);
}
