using System;
using System.Collections.Generic;
using Reps.Algebra;

namespace Reps.Tests.Kernels;

/// <summary>Fully connected paths whose operands play every role, over a tile and a part of one, against the interpreter.</summary>
public sealed class TrilinearTests
{
    public static TheoryData<int, int, int> Degrees =>
        new() { { 1, 2, 3 }, { 1, 3, 2 }, { 2, 1, 3 }, { 2, 3, 1 }, { 3, 1, 2 }, { 3, 2, 1 }, { 0, 2, 2 }, { 2, 0, 2 }, { 2, 2, 0 }, { 2, 2, 2 } };

    [Theory]
    [MemberData(nameof(Degrees))]
    public void EveryRoleEqualsInterpreter(int left, int right, int output)
    {
        ProductLayer layer = new(Create(left, right, output));
        PlanOracle oracle = new(layer.Plan);
        Random random = new(100 * left + 10 * right + output);
        foreach (int rows in new[] { 1, 40 })
        foreach (bool shared in new[] { true, false })
        {
            KernelCase<float> single = new(oracle, rows, shared, rows % 16, random);
            KernelCase<double> twice = new(oracle, rows, shared, rows % 16, random);
            single.Hold(layer);
            twice.Hold(layer);
            twice.HoldSecond(layer, 7, 15, random);
        }
    }

    [Fact]
    public void TheDegreesCoverTheRoles()
    {
        HashSet<(int, int, int)> roles = [];
        foreach (object[] degrees in Degrees)
        {
            LayerProgram program = RowwiseProgram.Lower(Create((int)degrees[0], (int)degrees[1], (int)degrees[2]).Plan.Segmented, default);
            Assert.Equal(1, program.Integers[10]);
            int path = RowwiseProgram.HeaderSize + 2 * program.Integers[9];
            roles.Add((program.Integers[path + 1], program.Integers[path + 2], program.Integers[path + 3]));
        }
        Assert.Equal(6, roles.Count);
    }

    private static TensorProduct Create(int left, int right, int output) => TensorProduct.Create($"3x{left}e", $"4x{right}e", $"5x{output}e");
}
