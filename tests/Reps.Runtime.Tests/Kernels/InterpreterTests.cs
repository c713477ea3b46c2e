using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Kernels;

/// <summary>
/// Random layers against the interpreter: 4 units in the last place of Σ|terms| in float, 1e-13 of it in double. Results begin as NaN, spans at
/// any alignment, and what is beside them stays.
/// </summary>
public sealed class InterpreterTests
{
    private const int Terms = 60_000;

    // Around the tiles of every engine: 4, 6 and 32 rows, four vectors, 96 rows.
    private static readonly int[] s_rows = [0, 1, 2, 3, 5, 6, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 95, 96, 97, 100, 129, 193];

    public static TheoryData<int> Seeds => new(Enumerable.Range(0, 240));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ProductEqualsInterpreter(int seed)
    {
        Random random = new(seed);
        int rows = s_rows[seed % s_rows.Length];
        TensorProduct layer = new(RandomLayers.Product(random, Terms / Math.Max(1, rows)));
        Hold(new ProductLayer(layer), rows, seed, random);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void LinearEqualsInterpreter(int seed)
    {
        Random random = new(seed);
        int rows = s_rows[seed % s_rows.Length];
        Linear layer = new(RandomLayers.Linear(random, Terms / Math.Max(1, rows)));
        Hold(new LinearLayer(layer), rows, seed, random);
    }

    [Fact]
    public void RandomProductsHaveEveryForm()
    {
        List<SegmentedPlan> plans = [.. Enumerable.Range(0, 240).Select(seed => RandomLayers.Product(new Random(seed), 2000).Segmented)];
        ProgramForm[] forms = [.. plans.Select(plan => ProductProgram.Lower(plan, 0, [], default).Form)];
        Assert.InRange(forms.Count(form => form == ProgramForm.Channelwise), 40, 200);
        foreach (ConnectionRule rule in Enum.GetValues<Mode>().Select(ConnectionRule.Of))
            Assert.Contains(plans, plan => plan.Paths.Any(p => p.Output.Channels == rule.Output && p.Factors.Any(f => f.Operand == 2 && f.Channels == rule.Weight)));
    }

    // Gradients of shared weights are summed over a bounded number of parts; here the parts have many tiles.
    [Theory]
    [InlineData("5x0e", "1o", Mode.Uvu, 2113)]
    [InlineData("2x0e", "2x1o", Mode.Uuu, 1100)]
    public void ManyRows(string left, string right, Mode mode, int rows)
    {
        string output = mode == Mode.Uvu ? "5x1o" : "2x1o";
        Hold(new ProductLayer(TensorProduct.Create(left, right, output, mode)), rows, 1, new Random(rows));
    }

    [Fact]
    public void ManyRowsOfLinear() => Hold(new LinearLayer(Linear.Create("3x0e + 1o", "2x0e + 2x1o")), 1733, 1, new Random(3));

    private static void Hold(KernelLayer layer, int rows, int seed, Random random)
    {
        PlanOracle oracle = new(layer.Plan);
        bool shared = seed % 3 != 0;
        KernelCase<float> single = new(oracle, rows, shared, seed % 16, random);
        single.Hold(layer);
        KernelCase<double> twice = new(oracle, rows, !shared, (seed + 5) % 16, random);
        twice.Hold(layer);
        if (seed % 4 > 0) return;
        int all = (1 << layer.Plan.Inputs.Count) - 1;
        single.HoldSecond(layer, all, 2 * all + 1, random);
        twice.HoldSecond(layer, random.Next(all + 1), random.Next(2 * all + 2), random);
    }
}
