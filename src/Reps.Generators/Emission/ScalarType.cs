using Reps.Algebra;

namespace Reps.Generators.Emission;

/// <summary>The number type that a kernel is written for.</summary>
internal sealed record ScalarType(string Name, string Suffix)
{
    public static readonly ScalarType[] All = [new("float", "f"), new("double", "")];

    /// <summary>A coefficient rounded once, as a literal.</summary>
    public string Literal(Surd value) => (Suffix == "f" ? ExactDecimal.Format(value.ToSingle()) : ExactDecimal.Format(value.ToDouble())) + Suffix;

    public string ReadOnlySpan => $"global::System.ReadOnlySpan<{Name}>";

    public string Span => $"global::System.Span<{Name}>";
}
