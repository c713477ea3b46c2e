using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Reps.Algebra;

namespace Reps.Tests.Coupling;

/// <summary>6j symbols and Gaunt coefficients against tables of independent systems.</summary>
public class RecouplingReferenceTests
{
    [Fact]
    public void Six_j_symbols_equal_the_symbolic_table()
    {
        List<JsonElement[]> rows = ReferenceTables.ExactRows("wigner_6j");
        Assert.True(rows.Count > 60);
        foreach (JsonElement[] row in rows)
        {
            int[] j = [.. row.Take(6).Select(ReferenceTables.Doubled)];
            AssertValue(row[6], row[7], WignerSymbols.SixJ(j[0], j[1], j[2], j[3], j[4], j[5]));
        }
    }

    [Fact]
    public void Complex_gaunt_coefficients_equal_the_symbolic_table()
    {
        List<JsonElement[]> rows = ReferenceTables.ExactRows("gaunt_complex");
        Assert.True(rows.Count > 200);
        foreach (JsonElement[] row in rows)
        {
            int[] a = [.. row.Take(6).Select(cell => cell.GetInt32())];
            AssertValue(row[6], row[7], Gaunt.Complex(a[0], a[1], a[2], a[3], a[4], a[5]));
        }
    }

    [Fact]
    public void Real_gaunt_tensors_equal_quadrature()
    {
        List<(int[] L, List<(int[] Index, double Value)> Entries)> tables = ReferenceTables.Tables("gaunt_real.json");
        Assert.True(tables.Count > 20);
        foreach ((int[] l, List<(int[] Index, double Value)> entries) in tables)
        {
            SparseTensor tensor = Gaunt.RealTensor(l[0], l[1], l[2], default);
            Assert.Equal(entries.Count, tensor.Count);
            foreach ((int[] index, double value) in entries)
            {
                Assert.Equal(value, tensor.At(index).ToDouble(), 1e-12);
                Assert.Equal(tensor.At(index), Gaunt.Real(l[0], l[1], l[2], index[0], index[1], index[2]));
            }
        }
    }

    private static void AssertValue(JsonElement exact, JsonElement number, Surd actual)
    {
        Assert.Equal(exact.GetString(), actual.ToString());

        // The table's number was rounded more than once: it may be one unit off.
        Assert.Equal(number.GetDouble(), actual.ToDouble(), 1e-16);
    }
}
