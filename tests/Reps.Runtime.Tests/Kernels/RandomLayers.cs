using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Kernels;

/// <summary>Random layers: irreps of degree at most 4, up to 130 channels, every mode, weighted or not.</summary>
internal static class RandomLayers
{
    private static readonly double[] s_pathWeights = [1, 1, 1, 1, 0, 0.25, 2];

    /// <summary>A product with at most so many terms a row.</summary>
    public static TensorProductPlan Product(Random random, int terms)
    {
        for (int most = 130; ; most = (most + 1) / 2)
        {
            TensorProductPlan plan = random.Next(8) switch
            {
                0 => TensorProductFamily.Full(Sum(random, 3, most), Sum(random, 2, most)),
                1 => Elementwise(random, most),
                _ => Instructions(random, most),
            };
            if (plan.Output.Dim > 0 && (most == 1 || Terms(plan.Segmented) <= terms)) return plan;
        }
    }

    /// <summary>A linear map with at most so many terms a row.</summary>
    public static LinearPlan Linear(Random random, int terms)
    {
        for (int most = 130; ; most = (most + 1) / 2)
        {
            Irrep[] palette = [Irrep(random), Irrep(random)];
            LinearPlan plan = LinearPlan.Create(Sum(random, 4, most, palette), Sum(random, 4, most, palette), (PathNormalization)random.Next(3));
            if (plan.Output.Dim > 0 && (most == 1 || Terms(plan.Segmented) <= terms)) return plan;
        }
    }

    private static TensorProductPlan Instructions(Random random, int most)
    {
        // For half of the products one operand has single channels only, as in the convolutions of message passing.
        int single = random.Next(4);
        List<MulIrrep> left = [.. Sum(random, 3, single == 0 ? 1 : most)];
        List<MulIrrep> right = [.. Sum(random, 3, single == 1 ? 1 : most)];
        if (single > 1 && random.Next(2) == 0) right = [.. left.Select(entry => new MulIrrep(entry.Mul, Irrep(random)))];
        List<MulIrrep> output = [];
        List<TensorProductInstruction> paths = [];
        for (int n = random.Next(1, 6); n > 0; n--)
        {
            int l = random.Next(left.Count);
            int r = random.Next(right.Count);
            Mode mode = single switch
            {
                0 => random.Next(3) == 0 ? Mode.Uvuv : Mode.Uvv,
                1 => random.Next(3) == 0 ? Mode.Uvuv : Mode.Uvu,
                _ => (Mode)random.Next(8),
            };
            bool hasWeight = random.Next(3) > 0;
            ConnectionRule rule = ConnectionRule.Of(mode);
            if ((rule.PairsChannels && left[l].Mul != right[r].Mul) || (rule.NeedsWeight && !hasWeight)) continue;
            long forced = rule.OutputMultiplicity(left[l].Mul, right[r].Mul);
            int mul = forced >= 0 ? (int)forced : mode == Mode.Uuw && !hasWeight ? 1 : Mul(random, most);
            Irrep[] product = [.. left[l].Irrep.Product(right[r].Irrep).Where(irrep => irrep.L <= 4)];
            MulIrrep entry = new(mul, product[random.Next(product.Length)]);
            int o = output.IndexOf(entry);
            if (o < 0 || random.Next(3) == 0)
            {
                o = output.Count;
                output.Add(entry);
            }
            paths.Add(new(l, r, o, mode, hasWeight, s_pathWeights[random.Next(s_pathWeights.Length)]));
        }
        // Segments that nothing reaches.
        if (paths.Count == 0 || random.Next(3) == 0) output.Add(new(Mul(random, most), Irrep(random)));
        TensorProductOptions options = new() { PathNormalization = (PathNormalization)random.Next(3), IrrepNormalization = (IrrepNormalization)random.Next(3) };
        return TensorProductPlan.Create(O3(left), O3(right), O3(output), paths, options);
    }

    private static TensorProductPlan Elementwise(Random random, int most)
    {
        Irreps left = Sum(random, 3, most);
        List<MulIrrep> right = [];
        for (int rest = left.Simplify().NumIrreps; rest > 0; rest -= right[^1].Mul) right.Add(new(random.Next(1, rest + 1), Irrep(random)));
        return TensorProductFamily.Elementwise(left, O3(right));
    }

    private static long Terms(SegmentedPlan plan) =>
        plan.Paths.Sum(path => path.Letters.Aggregate((long)path.Coefficients.Count, (count, letter) => count * path.Extent(letter)));

    private static Irreps Sum(Random random, int entries, int most, Irrep[]? palette = null) =>
        O3([
            .. Enumerable
                .Range(0, random.Next(1, entries + 1))
                .Select(_ => new MulIrrep(Mul(random, most), palette is null ? Irrep(random) : palette[random.Next(palette.Length)])),
        ]);

    private static int Mul(Random random, int most) =>
        random.Next(10) switch
        {
            0 => 0,
            < 4 => 1,
            < 6 => random.Next(1, Math.Min(most, 8) + 1),
            _ => random.Next(1, most + 1),
        };

    private static Irrep Irrep(Random random) => Reps.Irrep.O3(random.Next(5), 1 - 2 * random.Next(2));

    private static Irreps O3(IEnumerable<MulIrrep> entries) => new(Group.O3, entries);
}
