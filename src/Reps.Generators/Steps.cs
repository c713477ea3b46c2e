namespace Reps.Generators;

/// <summary>The tracked steps of one attribute's pipeline.</summary>
internal sealed record Steps(string Name, string Suffix)
{
    public static readonly Steps Rep = new("Rep", ".Rep.g.cs");
    public static readonly Steps TensorProduct = new("TensorProduct", ".TensorProduct.g.cs");
    public static readonly Steps Linear = new("Linear", ".Linear.g.cs");
    public static readonly Steps Harmonics = new("SphericalHarmonics", ".SphericalHarmonics.g.cs");
    public static readonly Steps SymmetricContraction = new("SymmetricContraction", ".SymmetricContraction.g.cs");
    public static readonly Steps DiagramLinear = new("DiagramLinear", ".DiagramLinear.g.cs");
    public static readonly Steps DiagramStack = new("DiagramStack", ".DiagramStack.g.cs");
    public static readonly Steps[] All = [Rep, TensorProduct, Linear, Harmonics, SymmetricContraction, DiagramLinear, DiagramStack];

    /// <summary>Symbols to values: runs at every edit, and must be cheap.</summary>
    public string Parse => $"Reps.{Name}.Parse";

    /// <summary>Values to text: runs when the values change.</summary>
    public string Emit => $"Reps.{Name}.Emit";
}
