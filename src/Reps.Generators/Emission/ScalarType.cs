using Reps.Algebra;

namespace Reps.Generators.Emission;

/// <summary>The number type that a kernel is written for.</summary>
internal sealed record ScalarType(string Name, string Suffix, string Title)
{
    public static readonly ScalarType[] All = [new("float", "f", "Single"), new("double", "", "Double")];

    /// <summary>A coefficient rounded once, as a literal.</summary>
    public string Literal(Surd value) => (Suffix == "f" ? ExactDecimal.Format(value.ToSingle()) : ExactDecimal.Format(value.ToDouble())) + Suffix;

    public string ReadOnlySpan => $"global::System.ReadOnlySpan<{Name}>";

    public string Span => $"global::System.Span<{Name}>";
}
