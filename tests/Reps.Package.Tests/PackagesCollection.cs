namespace Reps.Package.Tests;

/// <summary>The tests that share one packing; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PackagesCollection : ICollectionFixture<Packages>
{
    public const string Name = "Packages";
}
