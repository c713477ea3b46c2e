using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Reps.Algebra;

namespace Reps.Tests.Coupling;

/// <summary>Clebsch-Gordan coefficients against tables of independent systems: sympy (complex) and e3nn (real).</summary>
public class ClebschGordanReferenceTests
{
    [Fact]
    public void Complex_coefficients_equal_the_symbolic_table_exactly()
    {
        List<JsonElement[]> rows = ReferenceTables.ExactRows("clebsch_gordan");
        Assert.True(rows.Count > 400);
        foreach (JsonElement[] row in rows)
        {
            int[] a = [.. row.Take(6).Select(ReferenceTables.Doubled)];
            Surd expected = Surd.FromSquare(row[6].GetInt32(), new Rational(row[7].GetInt64(), row[8].GetInt64()));
            Assert.Equal(expected, ClebschGordan.Complex(a[0], a[1], a[2], a[3], a[4], a[5]));
        }
    }

    public static TheoryData<string> RealSources => new() { "wigner_3j_real.json", "so3_golden.json" };

    [Theory]
    [MemberData(nameof(RealSources))]
    public void Real_tensors_have_exactly_the_reference_entries(string source)
    {
        List<(int[] L, List<(int[] Index, double Value)> Entries)> tables =
            source == "so3_golden.json" ? ReferenceTables.GoldenCouplings() : ReferenceTables.Tables(source);
        Assert.True(tables.Count >= 40);
        foreach ((int[] l, List<(int[] Index, double Value)> entries) in tables)
        {
            SparseTensor tensor = ClebschGordan.RealTensor(l[0], l[1], l[2], default);
            List<(int[] Index, double Value)> nonzero = [.. entries.Where(entry => Math.Abs(entry.Value) > 1e-9)];
            Assert.Equal(nonzero.Count, tensor.Count);
            foreach ((int[] index, double value) in nonzero)
            {
                Assert.Equal(value, tensor.At(index).ToDouble(), 1e-12);
                Assert.Equal(tensor.At(index), ClebschGordan.Real(l[0], l[1], l[2], index[0], index[1], index[2]));
            }
        }
    }
}
