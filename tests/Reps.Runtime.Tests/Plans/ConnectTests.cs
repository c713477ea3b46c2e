using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Plans;

/// <summary>The paths of a mode, held against the definition: every triple of segments, tried one by one.</summary>
public sealed class ConnectTests
{
    public static TheoryData<Mode, bool> Modes
    {
        get
        {
            TheoryData<Mode, bool> data = [];
            foreach (Mode mode in Enum.GetValues<Mode>())
            {
                data.Add(mode, true);
                data.Add(mode, false);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void PathsAreTheTriplesThatFit(Mode mode, bool hasWeight)
    {
        Random random = new(7 + (int)mode);
        int found = 0;
        for (int trial = 0; trial < 200; trial++)
        {
            (Irreps left, Irreps right, Irreps output) = (Next(random), Next(random), Next(random));
            IReadOnlyList<TensorProductInstruction> paths = TensorProductFamily.Connect(left, right, output, mode, hasWeight);
            Assert.Equal(Try(left, right, output, mode, hasWeight), paths);
            found += paths.Count;
        }
        Assert.True(found > 0 || (ConnectionRule.Of(mode).NeedsWeight && !hasWeight));
    }

    [Fact]
    public void ListEndsOnePathBeyondTheBudget()
    {
        Irreps many = new(Group.O3, Enumerable.Repeat(new MulIrrep(1, Irrep.O3(0, 1)), 100));
        Assert.Equal(Budget.MaxPaths + 1, TensorProductFamily.Connect(many, many, many, Mode.Uvw).Count);
    }

    private static IEnumerable<TensorProductInstruction> Try(Irreps left, Irreps right, Irreps output, Mode mode, bool hasWeight)
    {
        for (int i = 0; i < left.Count; i++)
        for (int j = 0; j < right.Count; j++)
        for (int k = 0; k < output.Count; k++)
            if (left[i].Irrep.Product(right[j].Irrep).Contains(output[k].Irrep)
                && ConnectionRule.Of(mode).Mismatch(left[i].Mul, right[j].Mul, output[k].Mul, hasWeight) is null)
                yield return new TensorProductInstruction(i, j, k, mode, hasWeight);
    }

    private static Irreps Next(Random random) =>
        new(Group.O3, Enumerable.Range(0, random.Next(1, 5)).Select(_ => new MulIrrep(random.Next(4), Irrep.O3(random.Next(3), random.Next(2) * 2 - 1))));
}
