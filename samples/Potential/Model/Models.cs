using Potential.Data;

namespace Potential.Model;

/// <summary>Makes a model. Its parameters come from torch's random numbers, which the caller has seeded.</summary>
public delegate PotentialModule ModelFactory(PotentialOptions options, DataStatistics statistics);

/// <summary>The models of the sample.</summary>
public static class Models
{
    /// <summary>The model that the commands train.</summary>
    public static ModelFactory Default { get; } = (options, statistics) => new EquivariantPotential(options, statistics);
}
