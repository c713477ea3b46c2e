using Reps.Algebra;

namespace Reps.Layers.Checkpoints;

/// <summary>A module that is e3nn's Linear.</summary>
internal interface ILinearMapModule
{
    LinearPlan Map { get; }

    bool HasBiases { get; }
}
