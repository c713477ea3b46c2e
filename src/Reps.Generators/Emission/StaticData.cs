using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Reps.Generators.Emission;

/// <summary>Writes constant data as collection expressions of literals, which the compiler stores in the binary: no static constructor.</summary>
internal static class StaticData
{
    /// <summary>Offset, multiplicity, twice the degree and parity of every segment.</summary>
    public static string Segments(Irreps irreps)
    {
        List<int> values = [];
        int offset = 0;
        foreach (MulIrrep entry in irreps)
        {
            values.AddRange([offset, entry.Mul, entry.Irrep.TwoJ, entry.Irrep.Parity]);
            offset += entry.Dim;
        }
        return Join(values);
    }

    /// <summary>Integers separated by commas.</summary>
    public static string Join(IEnumerable<int> values)
    {
        StringBuilder text = new();
        foreach (int value in values) text.Append(text.Length == 0 ? "" : ", ").Append(value.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    /// <summary>Doubles as bit patterns: exact on every host, and four times cheaper to parse than decimals.</summary>
    public static void Doubles(CodeWriter writer, string name, IReadOnlyList<double> values)
    {
        writer.Line($"internal static global::System.ReadOnlySpan<double> {name} => global::System.Runtime.InteropServices.MemoryMarshal.Cast<ulong, double>({name}Bits);").Line();
        Rows(writer, $"internal static global::System.ReadOnlySpan<ulong> {name}Bits =>", values.Count, 6, n => "0x" + BitConverter.DoubleToInt64Bits(values[n]).ToString("X16", CultureInfo.InvariantCulture));
    }

    /// <summary>Floats as bit patterns.</summary>
    public static void Singles(CodeWriter writer, string name, IReadOnlyList<float> values)
    {
        writer.Line($"internal static global::System.ReadOnlySpan<float> {name} => global::System.Runtime.InteropServices.MemoryMarshal.Cast<uint, float>({name}Bits);").Line();
        Rows(writer, $"internal static global::System.ReadOnlySpan<uint> {name}Bits =>", values.Count, 10, n => "0x" + Bits(values[n]).ToString("X8", CultureInfo.InvariantCulture));
    }

    /// <summary>Integers.</summary>
    public static void Integers(CodeWriter writer, string name, IReadOnlyList<int> values) =>
        Rows(writer, $"internal static global::System.ReadOnlySpan<int> {name} =>", values.Count, 24, n => values[n].ToString(CultureInfo.InvariantCulture));

    private static int Bits(float value) => BitConverter.ToInt32(BitConverter.GetBytes(value), 0);

    private static void Rows(CodeWriter writer, string header, int count, int perLine, Func<int, string> value)
    {
        writer.Line(header).Line("[");
        StringBuilder line = new();
        for (int n = 0; n < count; n++)
        {
            line.Append(line.Length == 0 ? "    " : " ").Append(value(n)).Append(',');
            if (n % perLine != perLine - 1 && n != count - 1) continue;
            writer.Line(line.ToString());
            line.Clear();
        }
        writer.Line("];");
    }
}
