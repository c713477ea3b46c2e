using Reps.Algebra;

namespace Reps.Layers.Checkpoints;

/// <summary>A module that is a product of e3nn's family: its weights mean what its paths and the signs of their couplings say.</summary>
internal interface IProductModule
{
    TensorProductPlan Product { get; }
}
