namespace Reps.Tests.Kernels;

/// <summary>Tests that change how many threads kernels use, or measure what a thread allocates, run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SerialCollection
{
    public const string Name = "Serial";
}
