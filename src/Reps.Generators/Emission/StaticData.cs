using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Reps.Algebra;

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

    /// <summary>The component indices of a coupling tensor, ten bits each, the first axis highest.</summary>
    public static void Indices(CodeWriter writer, string name, SparseTensor tensor) =>
        Rows(writer, $"internal static global::System.ReadOnlySpan<uint> {name} =>", tensor.Count, 12, n => "0x" + Pack(tensor, n).ToString("X8", CultureInfo.InvariantCulture));

    private static uint Pack(SparseTensor tensor, int entry)
    {
        uint packed = 0;
        for (int axis = 0; axis < tensor.Rank; axis++) packed |= (uint)tensor.Index(entry, axis) << Shift(axis);
        return packed;
    }

    /// <summary>Where an axis stands in a packed index.</summary>
    public static int Shift(int axis) => 20 - 10 * axis;

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
