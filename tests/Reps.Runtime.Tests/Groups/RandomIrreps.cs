using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Reps.Tests.Groups;

/// <summary>Random representations, and properties checked on a fixed sequence of them.</summary>
internal static class RandomIrreps
{
    /// <summary>Irreps of a group, of degree at most 6.</summary>
    public static Gen<Irrep> Irrep(Group group) =>
        from twoJ in Gen.Choose(0, 12)
        from parity in Gen.Elements(-1, 1)
        select Label(@group, twoJ, parity);

    /// <summary>Representations of all groups: up to seven entries of at most three irreps, so that there is something to merge.</summary>
    public static Gen<Irreps> Any() =>
        from name in Gen.Elements(Group.O3, Group.SO3, Group.SU2)
        from sum in Of(name)
        select sum;

    /// <summary>Two representations of the same group.</summary>
    public static Gen<(Irreps Left, Irreps Right)> Pair() =>
        from name in Gen.Elements(Group.O3, Group.SO3, Group.SU2)
        from left in Of(name)
        from right in Of(name)
        select (left, right);

    /// <summary>Checks a property on 500 samples, the same ones each time.</summary>
    public static void Check<T>(Gen<T> samples, Action<T> property)
    {
        Replay replay = new(new Rnd(20240229, 4711), FSharpOption<int>.None);
        Config config = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(FSharpOption<Replay>.Some(replay));
        Prop.ForAll(samples.ToArbitrary(), property).Check(config);
    }

    /// <summary>The obvious picture of a representation: one irrep per channel.</summary>
    public static List<Irrep> Channels(Irreps irreps) => [.. irreps.SelectMany(entry => Enumerable.Repeat(entry.Irrep, entry.Mul))];

    /// <summary>Run-length encoding of channels.</summary>
    public static Irreps Runs(Group group, IEnumerable<Irrep> channels)
    {
        List<(int Mul, Irrep Irrep)> runs = [];
        foreach (Irrep irrep in channels)
        {
            if (runs.Count > 0 && runs[^1].Irrep == irrep) runs[^1] = (runs[^1].Mul + 1, irrep);
            else runs.Add((1, irrep));
        }

        return new(group, runs.Select(run => new MulIrrep(run.Mul, run.Irrep)));
    }

    private static Irrep Label(Group group, int twoJ, int parity) => group switch
    {
        Group.O3 => Reps.Irrep.O3(twoJ / 2, parity),
        Group.SO3 => Reps.Irrep.SO3(twoJ / 2),
        _ => Reps.Irrep.SU2(twoJ),
    };

    private static Irreps Sum(Group group, MulIrrep[] entries) => new(group, entries);

    private static Gen<Irreps> Of(Group group) =>
        from palette in Gen.ArrayOf(Irrep(@group), 3)
        from size in Gen.Choose(0, 7)
        from entries in Gen.ArrayOf(from mul in Gen.Choose(0, 4) from irrep in Gen.Elements(palette) select new MulIrrep(mul, irrep), size)
        select Sum(@group, entries);
}
