using Reps.Algebra;
using TorchSharp.Modules;

namespace Reps.Layers;

/// <summary>A diagram layer as a module, typed or not: for code that treats all of them alike.</summary>
public interface IDiagramLinearModule
{
    /// <summary>The plan: signatures, diagrams, and where the weights of each are.</summary>
    DiagramPlan Plan { get; }

    /// <summary>The weights, [weight count]: for each diagram [input channels, output channels]; null if there are none.</summary>
    Parameter? Weight { get; }

    /// <summary>The biases, [bias count]; null without biases.</summary>
    Parameter? Bias { get; }
}
