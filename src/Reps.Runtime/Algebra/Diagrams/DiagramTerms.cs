using System.Collections.Generic;
using System.Numerics;

namespace Reps.Algebra;

/// <summary>Adds up the terms of a sum.</summary>
internal sealed class DiagramTerms
{
    private readonly Dictionary<Diagram, BigInteger> _coefficients = [];

    public void Add(Diagram diagram, BigInteger coefficient)
    {
        _coefficients.TryGetValue(diagram, out BigInteger old);
        _coefficients[diagram] = old + coefficient;
    }

    /// <summary>The terms that are not zero, in the order of the diagrams.</summary>
    public EquatableArray<DiagramTerm> ToArray()
    {
        List<DiagramTerm> terms = [];
        foreach (KeyValuePair<Diagram, BigInteger> entry in _coefficients)
            if (!entry.Value.IsZero)
                terms.Add(new(entry.Key, entry.Value));
        terms.Sort((left, right) => left.Diagram.CompareTo(right.Diagram));
        return EquatableArray<DiagramTerm>.Of(terms.ToArray());
    }
}
