using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Kernels;

/// <summary>Every vector width against the interpreter, and so against each other; widths that the processor lacks are emulated.</summary>
public sealed class WidthTests
{
    private static readonly int[] s_widths = [512, 256, 128, 0];

    // One of every remainder of the widest vectors, and the blocks of two and four of them.
    public static TheoryData<int> Channels => new(Enumerable.Range(1, 130));

    [Theory]
    [MemberData(nameof(Channels))]
    public void ConvolutionsAgree(int channels)
    {
        string output = $"{channels}x1o + 3x2o + {channels}x0e + {channels}x1o";
        TensorProductInstruction[] paths =
        [
            new(0, 1, 0, Mode.Uvu),
            new(1, 0, 0, Mode.Uvuv),
            new(1, 1, 2, Mode.Uvu, channels % 2 == 0),
            new(0, 0, 2, Mode.Uvu, true, 0.5),
        ];
        SegmentedPlan plan = TensorProduct.Create($"{channels}x0e + {channels}x1o", "0e + 1o", output, paths).Plan.Segmented;
        LayerProgram channelwise = ChannelwiseProgram.TryLower(plan, 0, [], default) ?? RowwiseProgram.Lower(plan, default);
        Assert.Equal(channels >= 4, channelwise.Form == ProgramForm.Channelwise);
        LayerProgram rowwise = RowwiseProgram.Lower(plan, default);
        Hold(plan, channels, bits => [new ProductEngine(plan, channelwise, bits), new ProductEngine(plan, rowwise, bits)]);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void FullyConnectedProductsAgree(int channels)
    {
        // Mixed channels are blocked by three and four; the pairs of a chunk by what the cache holds.
        (int left, int output) = channels % 2 == 0 ? (2, channels) : (channels, 2);
        SegmentedPlan plan = TensorProduct.Create($"{left}x1o", "2x0e + 1o", $"{output}x1o + {output}x1e").Plan.Segmented;
        LayerProgram program = RowwiseProgram.Lower(plan, default);
        Hold(plan, channels, bits => [new ProductEngine(plan, program, bits)]);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void LinearLayersAgree(int channels)
    {
        SegmentedPlan plan = Linear.Create($"{channels}x0e + 5x1o", $"{131 - channels}x0e + {channels}x1o + 2x0e").Plan.Segmented;
        Hold(plan, channels, bits => [new MixingEngineLayer(plan, bits)]);
    }

    private static void Hold(SegmentedPlan plan, int channels, Func<int, IEnumerable<KernelLayer>> layers)
    {
        PlanOracle oracle = new(plan);
        Random random = new(channels);
        int rows = 1 + channels % 7;
        KernelCase<float> single = new(oracle, rows, channels % 4 < 2, channels % 16, random);
        KernelCase<double> twice = new(oracle, rows, channels % 4 is 0 or 3, (channels + 1) % 16, random);
        foreach (int bits in s_widths)
        foreach (KernelLayer layer in layers(bits))
        {
            single.Hold(layer, $"{layer.GetType().Name} {bits}");
            twice.Hold(layer, $"{layer.GetType().Name} {bits}");
        }
    }
}
