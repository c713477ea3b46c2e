using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using Reps.Benchmarking;

namespace Reps.Tests.Cli;

/// <summary>Counts of plans against those that were found for the layers of published models, by hand or by another program.</summary>
public sealed class PlanCountsTests
{
    // Multiplicity; degrees on both sides; which outputs; paths, bytes and operations of one edge, written out and summed at the target.
    [Theory]
    [InlineData(64, 2, 2, 2, true, 11, 14116, 5156, 12352)]
    [InlineData(64, 2, 2, 2, false, 15, 19236, 6180, 19776)]
    [InlineData(64, 2, 2, 9, false, 19, 27940, 7204, 34624)]
    [InlineData(128, 0, 3, 3, false, 4, 10816, 2624, 6144)]
    [InlineData(128, 1, 3, 2, true, 8, 19520, 6208, 16128)]
    [InlineData(128, 2, 3, 3, true, 17, 49728, 13376, 56960)]
    [InlineData(128, 3, 3, 3, true, 23, 70720, 20032, 92288)]
    public void ChannelwiseProducts(int mul, int leftMax, int rightMax, int outputMax, bool natural, int paths, double written, double fused, double flops)
    {
        TensorProductPlan plan = Channelwise(mul, leftMax, rightMax, outputMax, natural);
        Assert.Equal(paths, plan.Segmented.Paths.Count);
        PlanCounts counts = new(plan.Segmented);
        Assert.Equal(written, counts.Forward.Bytes);
        Assert.Equal(flops, counts.Forward.Flops);
        // A sum over so many edges that writing it does not count.
        Assert.Equal(fused, counts.Convolution(double.PositiveInfinity).Bytes);
        Assert.Equal(flops + plan.Output.Dim, counts.Convolution(double.PositiveInfinity).Flops);
        // Three gradients: every operand is read, every input has one, and their operations are more than one evaluation and less than three.
        Assert.Equal(counts.Forward.Bytes, counts.Backward.Read);
        Assert.Equal(counts.Forward.Read, counts.Backward.Written);
        Assert.InRange(counts.Backward.Flops, 1.5 * flops, 3 * flops);
    }

    [Fact]
    public void FullyConnectedProductContractsTheSmallestOperandWithTheWeights()
    {
        Irreps irreps = Signature.Parse("8x1e").Irreps;
        TensorProductPlan plan = TensorProductFamily.FullyConnected(irreps, Signature.Parse("4x2e").Irreps, irreps);
        // Weights with the left: 8·4·8 numbers times 3 components; then 4·8 pairs of channels, where the 11 coefficients fold into 9.
        Assert.Equal(2 * 8 * 4 * 8 * 3 + 2 * 9 * 4 * 8, new PlanCounts(plan.Segmented, 100).Forward.Flops);
        Assert.Equal(sizeof(float) * (24 + 20 + 256 / 100.0), new PlanCounts(plan.Segmented, 100).Forward.Read, 1e-9);
    }

    [Fact]
    public void PairsAreCountedOnce()
    {
        Irreps left = Signature.Parse("4x0e").Irreps;
        Irreps output = Signature.Parse("6x0e").Irreps;
        TensorProductPlan plan = TensorProductPlan.Create(left, left, output, [new(0, 0, 0, Mode.UvuLessV)]);
        // Six pairs: a product each, counted as two, and a weight.
        Assert.Equal(3 * 6, new PlanCounts(plan.Segmented).Forward.Flops);
    }

    private static TensorProductPlan Channelwise(int mul, int leftMax, int rightMax, int outputMax, bool natural)
    {
        Irreps left = new(Group.O3, Irreps.SphericalHarmonics(leftMax).Select(entry => new MulIrrep(mul, entry.Irrep)));
        Irreps right = Irreps.SphericalHarmonics(rightMax);
        List<MulIrrep> outputs = [];
        List<TensorProductInstruction> paths = [];
        foreach (Coupled path in TensorDecomposition.Paths(left, right))
        {
            if (path.Irrep.L > outputMax || (natural && path.Irrep.Parity != (path.Irrep.L % 2 == 0 ? 1 : -1))) continue;
            paths.Add(new(path.Left, path.Right, outputs.Count, Mode.Uvu));
            outputs.Add(new(mul, path.Irrep));
        }
        return TensorProductPlan.Create(left, right, new Irreps(Group.O3, outputs), paths);
    }
}
