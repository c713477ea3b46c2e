using Microsoft.CodeAnalysis;
using Reps.Generators.Emission;
using Reps.Generators.Parsing;

namespace Reps.Analyzers.Flow;

/// <summary>The generated slices of representation types: <c>Hidden.L1o</c>.</summary>
internal static class Slices
{
    /// <summary>The range that a property of a representation type stands for.</summary>
    public static RangeValue? Find(IPropertySymbol property)
    {
        if (
            RepParser.Operand(property.ContainingType) is not { IsTensorPowers: false }
                || Declarations.IrrepsOf(property.ContainingType) is not Irreps irreps
        )
            return null;
        foreach ((string name, _, int start, int end) in RepEmitter.Slices(irreps))
            if (name == property.Name)
                return new RangeValue(start, end);
        return null;
    }

    /// <summary>The range between two numbers.</summary>
    public static FlowValue Range(FlowValue start, FlowValue stop) =>
        (start as NumberValue)?.Integer is long first && (stop as NumberValue)?.Integer is long last
            ? new RangeValue(first, last)
            : FlowValue.Unknown;
}
