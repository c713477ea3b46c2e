using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests.Coupling;

/// <summary>The reference files, read as lists. Angular momenta such as "3/2" are returned doubled.</summary>
internal static class ReferenceTables
{
    /// <summary>Rows of a section of exact_coefficients.json.</summary>
    public static List<JsonElement[]> ExactRows(string section)
        => [.. Load("exact_coefficients.json").GetProperty(section).GetProperty("rows").EnumerateArray()
            .Select(row => row.EnumerateArray().ToArray())];

    /// <summary>Degrees and nonzero entries of each table of wigner_3j_real.json or gaunt_real.json.</summary>
    public static List<(int[] L, List<(int[] Index, double Value)> Entries)> Tables(string file)
        => [.. Load(file).GetProperty("tables").EnumerateArray().Select(table => (
            new[] { "l1", "l2", "l3" }.Select(name => table.GetProperty(name).GetInt32()).ToArray(),
            Entries(table.GetProperty("entries"))))];

    /// <summary>Degrees and nonzero entries of the sparse couplings of so3_golden.json.</summary>
    public static List<(int[] L, List<(int[] Index, double Value)> Entries)> GoldenCouplings()
        => [.. Load("so3_golden.json").GetProperty("wigner_3j_sparse").EnumerateObject().Select(table => (
            table.Name.Split(',').Select(int.Parse).ToArray(),
            Entries(table.Value)))];

    /// <summary>Twice the angular momentum written as "2" or "3/2".</summary>
    public static int Doubled(JsonElement text)
    {
        string[] parts = text.GetString()!.Split('/');
        return parts.Length == 2 ? int.Parse(parts[0]) : 2 * int.Parse(parts[0]);
    }

    private static List<(int[] Index, double Value)> Entries(JsonElement entries)
        => [.. entries.EnumerateArray().Select(entry => (
            new[] { entry[0].GetInt32(), entry[1].GetInt32(), entry[2].GetInt32() },
            entry[3].GetDouble()))];

    private static JsonElement Load(string file)
        => JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reference", file))).RootElement;
}
