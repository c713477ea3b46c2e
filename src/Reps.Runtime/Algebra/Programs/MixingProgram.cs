using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// The lowering of linear layers: for every path and component k, output[k, w] += scale · Σ_u W[u, w] input[k, u], a matrix product over the
/// rows of the batch.
/// </summary>
/// <remarks>
/// Header: form, number of paths, values of the input, of the output, of the weights, number of output ranges, of input ranges and of weight
/// ranges that no path reaches. Sections: paths, the three lists of ranges (offset, length). Coefficients: one scale for each path.
/// </remarks>
public static class MixingProgram
{
    /// <summary>The number of integers in the header.</summary>
    public const int HeaderSize = 8;

    /// <summary>
    /// The number of integers of a path: input offset, input channels, output offset, output channels, components, weight offset, whether the
    /// path is the first into its output, and from its input.
    /// </summary>
    public const int PathSize = 8;

    /// <summary>Lowers a plan with inputs input and weights, whose coefficients are identities.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The program.</returns>
    public static LayerProgram Lower(SegmentedPlan plan, CancellationToken cancellationToken)
    {
        List<int> paths = [];
        List<Surd> scales = [];
        HashSet<int> outputs = [];
        HashSet<int> inputs = [];
        HashSet<int> weights = [];
        foreach (PlanPath path in plan.Paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PlanFactor weight = path.Factors.First(f => f.Operand == 1);
            PlanFactor feature = path.Factors.First(f => f.Operand == 0);
            Segment input = plan.Inputs[0].Segments[feature.Segment];
            Segment output = plan.Output.Segments[path.Output.Segment];
            weights.Add(weight.Segment);
            paths.AddRange(
                [
                    input.Offset,
                    input.Channels,
                    output.Offset,
                    output.Channels,
                    input.Components,
                    plan.Inputs[1].Segments[weight.Segment].Offset,
                    outputs.Add(path.Output.Segment) ? 1 : 0,
                    inputs.Add(feature.Segment) ? 1 : 0,
                ]
            );
            scales.Add(path.Scale);
        }
        List<int> emptyOutput = LayerProgram.Unreached(plan.Output, outputs);
        List<int> emptyInput = LayerProgram.Unreached(plan.Inputs[0], inputs);
        List<int> emptyWeights = LayerProgram.Unreached(plan.Inputs[1], weights);
        int[] header =
        [
            (int)ProgramForm.Mixing,
            plan.Paths.Count,
            plan.Inputs[0].Size,
            plan.Output.Size,
            plan.Inputs[1].Size,
            emptyOutput.Count / 2,
            emptyInput.Count / 2,
            emptyWeights.Count / 2,
        ];
        return new LayerProgram(ProgramForm.Mixing, LayerProgram.Join(header, paths, emptyOutput, emptyInput, emptyWeights), new(scales));
    }
}
