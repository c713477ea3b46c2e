using System.Collections.Generic;
using Reps.Algebra;

namespace Reps.Generators.Emission;

/// <summary>What a layer's file is written from.</summary>
/// <param name="Summary">The remarks on the class.</param>
/// <param name="WeightCount">The number of weights.</param>
/// <param name="CoefficientCount">The number of coefficients of the plan.</param>
/// <param name="Paths">The integers of its public path list.</param>
/// <param name="Program">What the kernel executes.</param>
/// <param name="Shapes">The straight-line kernels that the program refers to.</param>
/// <param name="Comments">One comment for each path.</param>
/// <param name="TakesKernels">Whether the kernel has a type argument for straight-line kernels.</param>
/// <param name="Plan">The expression that derives the plan.</param>
internal sealed record LayerSource(
    string Summary,
    int WeightCount,
    int CoefficientCount,
    IReadOnlyList<int> Paths,
    LayerProgram Program,
    IReadOnlyList<ChannelwiseProgram.Shape> Shapes,
    IReadOnlyList<string> Comments,
    bool TakesKernels,
    string Plan
);
