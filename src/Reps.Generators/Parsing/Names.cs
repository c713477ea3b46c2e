namespace Reps.Generators.Parsing;

/// <summary>The metadata names of the attributes.</summary>
internal static class Names
{
    public const string Rep = "Reps.RepAttribute";
    public const string RepOf = "Reps.RepAttribute`1";
    public const string Positions = "Reps.PositionsAttribute";
    public const string Nodes = "Reps.NodesAttribute";
    public const string AssumeEquivariant = "Reps.AssumeEquivariantAttribute";
    public const string TensorProduct = "Reps.TensorProductAttribute`3";
    public const string Path = "Reps.PathAttribute";
    public const string Linear = "Reps.LinearAttribute`2";
    public const string DiagramLinear = "Reps.DiagramLinearAttribute`2";
    public const string DiagramStack = "Reps.DiagramStackAttribute`2";
    public const string SymmetricContraction = "Reps.SymmetricContractionAttribute`2";
    public const string SphericalHarmonics = "Reps.SphericalHarmonicsAttribute`1";
}
