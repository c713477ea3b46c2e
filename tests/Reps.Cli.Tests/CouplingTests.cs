using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Text.Json;

namespace Reps.Tests.Cli;

/// <summary><c>reps cg</c> and <c>reps gaunt</c> against sympy, e3nn and quadrature.</summary>
public sealed class CouplingTests
{
    [Theory]
    [InlineData("cg", "wigner_3j_real", 65)]
    [InlineData("gaunt", "gaunt_real", 27)]
    public void RealTablesHoldTheReferenceEntriesAndNoOthers(string command, string file, int count)
    {
        JsonElement[] tables = [.. Reference.Load(file).GetProperty("tables").EnumerateArray()];
        Assert.Equal(count, tables.Length);
        foreach (JsonElement table in tables)
        {
            string[] l = [.. new[] { "l1", "l2", "l3" }.Select(name => table.GetProperty(name).GetRawText())];
            JsonElement result = Cli.Json(command, l[0], l[1], l[2]);
            Assert.Equal(["l1", "l2", "l3", "basis", "entries"], result.EnumerateObject().Select(p => p.Name));
            Assert.Equal(l, new[] { "l1", "l2", "l3" }.Select(name => result.GetProperty(name).GetRawText()));
            Assert.Equal("real", result.GetProperty("basis").GetString());
            Dictionary<string, double> expected = table
                .GetProperty("entries")
                .EnumerateArray()
                .Where(e => Math.Abs(e[3].GetDouble()) > 1e-9)
                .ToDictionary(e => $"[{e[0]},{e[1]},{e[2]}]", e => e[3].GetDouble());
            JsonElement[] entries = [.. result.GetProperty("entries").EnumerateArray()];
            Assert.Equal(expected.Count, entries.Length);
            foreach (JsonElement entry in entries)
            {
                double value = entry.GetProperty("value").GetDouble();
                Assert.Equal(expected[entry.GetProperty("index").GetRawText()], value, 1e-10);
                if (command == "cg") CheckSquare(entry, value);
            }
        }
    }

    [Fact]
    public void ComplexCoefficientsAreThoseOfSympy()
    {
        List<JsonElement[]> rows = Reference.Rows("clebsch_gordan");
        Assert.True(rows.Count > 400);
        foreach (IGrouping<string, JsonElement[]> table in rows.GroupBy(r => $"{r[0]} {r[2]} {r[4]}"))
        {
            Dictionary<string, JsonElement> entries = Complex("cg", table.Key.Split(' '));
            foreach (JsonElement[] row in table)
            {
                (int sign, long p, long q) = (row[6].GetInt32(), row[7].GetInt64(), row[8].GetInt64());
                string key = $"{row[1]} {row[3]} {row[5]}";
                Assert.Equal(sign != 0, entries.ContainsKey(key));
                if (sign == 0) continue;
                Assert.Equal(sign * Math.Sqrt((double)p / q), entries[key].GetProperty("value").GetDouble(), 1e-14);
                (int actual, BigInteger top, BigInteger bottom) = ExactText.Square(entries[key].GetProperty("exact").GetString()!);
                Assert.Equal(sign, actual);
                Assert.Equal(bottom * p, top * q);
            }
        }
    }

    [Fact]
    public void ComplexGauntCoefficientsAreThoseOfSympy()
    {
        List<JsonElement[]> rows = Reference.Rows("gaunt_complex");
        Assert.True(rows.Count > 200);
        foreach (IGrouping<string, JsonElement[]> table in rows.GroupBy(r => $"{r[0]} {r[2]} {r[4]}"))
        {
            Dictionary<string, JsonElement> entries = Complex("gaunt", table.Key.Split(' '));
            foreach (JsonElement[] row in table)
            {
                string key = $"{row[1]} {row[3]} {row[5]}";
                double expected = row[7].GetDouble();
                Assert.Equal(expected != 0, entries.ContainsKey(key));
                if (expected == 0) continue;
                Assert.Equal(expected, entries[key].GetProperty("value").GetDouble(), 1e-14);
                Assert.Equal(row[6].GetString(), entries[key].GetProperty("exact").GetString());
            }
        }
    }

    [Fact]
    public void HalfIntegersKeepTheirNamesAndOrthogonality()
    {
        JsonElement result = Cli.Json("cg", "1.5", "1/2", "2", "--basis", "complex");
        Assert.Equal("\"3/2\" \"1/2\" 2", string.Join(" ", new[] { "l1", "l2", "l3" }.Select(name => result.GetProperty(name).GetRawText())));
        // The squares for each M add up to 1.
        foreach (IGrouping<string, JsonElement> column in result.GetProperty("entries").EnumerateArray().GroupBy(e => e.GetProperty("m")[2].GetString()!))
            Assert.Equal(1, column.Sum(e => Math.Pow(e.GetProperty("value").GetDouble(), 2)), 1e-14);
    }

    private static Dictionary<string, JsonElement> Complex(string command, string[] l)
    {
        JsonElement result = Cli.Json(command, l[0], l[1], l[2], "--basis", "complex");
        Assert.Equal("complex", result.GetProperty("basis").GetString());
        return result.GetProperty("entries").EnumerateArray().ToDictionary(e => string.Join(" ", e.GetProperty("m").EnumerateArray().Select(m => m.GetString())));
    }

    private static void CheckSquare(JsonElement entry, double value)
    {
        (int sign, BigInteger p, BigInteger q) = ExactText.Square(entry.GetProperty("exact").GetString()!);
        Assert.Equal(value, sign * Math.Sqrt((double)p / (double)q), 1e-15);
    }
}
