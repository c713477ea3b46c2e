extern alias gen;

using System;
using System.Linq;
using Reps.Algebra;
using GeneratorDiagramPlan = gen::Reps.Algebra.DiagramPlan;
using GeneratorDiagramProgram = gen::Reps.Algebra.DiagramProgram;
using GeneratorGordan = gen::Reps.Algebra.ClebschGordan;
using GeneratorGraph = gen::Reps.SymmetryGraph;
using GeneratorOrbits = gen::Reps.Algebra.OrbitTable;
using GeneratorPowers = gen::Reps.Algebra.TensorPowers;
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

    [Theory]
    [InlineData("S(n): 2xV^2 + V", "S(n): V^3 + 3xV^0")]
    [InlineData("A(4): 2xV^2", "A(4): V^2")]
    [InlineData("SO(3): 2xV^2", "SO(3): V^3")]
    [InlineData("Sp(4)×O(2): V^(2,1)", "Sp(4)×O(2): V^(2,3)")]
    [InlineData("Aut(shrikhande): 2xV^2 + V", "Aut(shrikhande): V")]
    [InlineData("Aut(grid(2,3))×A(4): V^(1,1)", "Aut(grid(2,3))×A(4): V^(2,1)")]
    public void DiagramLayersHaveEqualPlansAndPrograms(string input, string output)
    {
        DiagramPlan own = DiagramPlan.Create(TensorPowers.Parse(input), TensorPowers.Parse(output));
        GeneratorDiagramPlan twin = GeneratorDiagramPlan.Create(GeneratorPowers.Parse(input), GeneratorPowers.Parse(output));
        Assert.Equal(own.Paths.Select(path => path.ToString()), twin.Paths.Select(path => path.ToString()));
        Assert.NotEmpty(own.Paths);
        Assert.Equal(DiagramProgram.Lower(own).Integers, GeneratorDiagramProgram.Lower(twin).Integers);
    }
}
