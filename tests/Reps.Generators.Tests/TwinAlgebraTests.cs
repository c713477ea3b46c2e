extern alias gen;

using System;
using System.Linq;
using Reps.Algebra;
using GeneratorGordan = gen::Reps.Algebra.ClebschGordan;
using GeneratorGraph = gen::Reps.SymmetryGraph;
using GeneratorOrbits = gen::Reps.Algebra.OrbitTable;
using GeneratorRecurrence = gen::Reps.Algebra.HarmonicRecurrence;
using GeneratorTensor = gen::Reps.Algebra.SparseTensor;

namespace Reps.Tests;

/// <summary>The mathematics is compiled twice; both copies give the same bits.</summary>
public sealed class TwinAlgebraTests
{
    [Fact]
    public void CouplingTensorsAreEqualBitForBit()
    {
        for (int l1 = 0; l1 <= 5; l1++)
        for (int l2 = 0; l2 <= 5; l2++)
        for (int l3 = Math.Abs(l1 - l2); l3 <= l1 + l2; l3++)
        {
            SparseTensor own = ClebschGordan.RealTensor(l1, l2, l3);
            GeneratorTensor twin = GeneratorGordan.RealTensor(l1, l2, l3);
            Assert.Equal(own.Count, twin.Count);
            for (int n = 0; n < own.Count; n++)
            {
                for (int axis = 0; axis < 3; axis++) Assert.Equal(own.Index(n, axis), twin.Index(n, axis));
                Assert.Equal(own.Value(n).ToString(), twin.Value(n).ToString());
                Assert.Equal(BitConverter.DoubleToInt64Bits(own.Value(n).ToDouble()), BitConverter.DoubleToInt64Bits(twin.Value(n).ToDouble()));
                Assert.Equal(BitConverter.SingleToInt32Bits(own.Value(n).ToSingle()), BitConverter.SingleToInt32Bits(twin.Value(n).ToSingle()));
            }
        }
    }

    [Fact]
    public void RecurrenceConstantsAreEqualBitForBit() =>
        Assert.Equal(
            HarmonicRecurrence.Constants(40).Select(BitConverter.DoubleToInt64Bits),
            GeneratorRecurrence.Constants(40).Select(BitConverter.DoubleToInt64Bits)
        );

    [Theory]
    [InlineData("petersen")]
    [InlineData("shrikhande")]
    [InlineData("complete_bipartite(4,4)")]
    public void GraphsHaveEqualGroupsAndOrbits(string name)
    {
        PermutationGroup own = SymmetryGraph.Parse(name).Automorphisms();
        gen::Reps.PermutationGroup twin = GeneratorGraph.Parse(name).Automorphisms();
        Assert.Equal(own.Order, twin.Order);
        Assert.Equal(own.Generators.Select(g => g.ToString()), twin.Generators.Select(g => g.ToString()));
        // A stabiliser of another point than the base's goes through random elements.
        Assert.Equal(own.Stabilizer(7).Generators.Select(g => g.ToString()), twin.Stabilizer(7).Generators.Select(g => g.ToString()));
        Assert.Equal(OrbitTable.Create(own, 1, 2).Ids, GeneratorOrbits.Create(twin, 1, 2).Ids);
    }
}
