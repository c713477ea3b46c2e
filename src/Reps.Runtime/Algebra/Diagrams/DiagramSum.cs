using System;
using System.Collections.Generic;
using System.Numerics;
using System.Text;

namespace Reps.Algebra;

/// <summary>
/// A linear combination of diagrams with the same inputs and outputs, with integer coefficients. Immutable; equal combinations are equal
/// values. (Diagrams can be linearly dependent: <see cref="DiagramCategory.Straighten"/> gives equal maps equal combinations.)
/// </summary>
public sealed record DiagramSum
{
    /// <summary>The sum of terms; terms of one diagram are added up.</summary>
    /// <param name="inputs">k.</param>
    /// <param name="outputs">l.</param>
    /// <param name="terms">The terms, in any order.</param>
    /// <exception cref="ArgumentException">k or l is wrong, or a diagram has another number of inputs or outputs.</exception>
    public DiagramSum(int inputs, int outputs, IEnumerable<DiagramTerm> terms)
    {
        Diagram.CheckOrders(inputs, outputs);
        DiagramTerms sum = new();
        foreach (DiagramTerm term in terms ?? throw new ArgumentNullException(nameof(terms)))
        {
            if (term.Diagram.Inputs != inputs || term.Diagram.Outputs != outputs)
                throw new ArgumentException(FormattableString.Invariant($"{term.Diagram} does not map {inputs} factors to {outputs}."), nameof(terms));
            sum.Add(term.Diagram, term.Coefficient);
        }
        (Inputs, Outputs, Terms) = (inputs, outputs, sum.ToArray());
    }

    internal DiagramSum(int inputs, int outputs, DiagramTerms terms)
    {
        Diagram.CheckOrders(inputs, outputs);
        (Inputs, Outputs, Terms) = (inputs, outputs, terms.ToArray());
    }

    /// <summary>k, the number of inputs.</summary>
    public int Inputs { get; }

    /// <summary>l, the number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>The terms, in the order of the diagrams, each diagram once, no coefficient zero.</summary>
    public EquatableArray<DiagramTerm> Terms { get; }

    /// <summary>Whether there are no terms.</summary>
    public bool IsZero => Terms.Count == 0;

    /// <summary>One diagram as a sum.</summary>
    /// <param name="diagram">The diagram.</param>
    public static implicit operator DiagramSum(Diagram diagram) => new(diagram.Inputs, diagram.Outputs, [new(diagram, BigInteger.One)]);

    /// <summary>One term as a sum.</summary>
    /// <param name="term">The term.</param>
    public static implicit operator DiagramSum(DiagramTerm term) => new(term.Diagram.Inputs, term.Diagram.Outputs, [term]);

    /// <summary>Sum.</summary>
    /// <exception cref="ArgumentException">The numbers of inputs or outputs differ.</exception>
    public static DiagramSum operator +(DiagramSum left, DiagramSum right)
    {
        if (left is null) throw new ArgumentNullException(nameof(left));
        if (right is null) throw new ArgumentNullException(nameof(right));
        return new(left.Inputs, left.Outputs, [.. left.Terms, .. right.Terms]);
    }

    /// <summary>Difference.</summary>
    /// <exception cref="ArgumentException">The numbers of inputs or outputs differ.</exception>
    public static DiagramSum operator -(DiagramSum left, DiagramSum right) => left + (BigInteger.MinusOne * right);

    /// <summary>Multiple.</summary>
    public static DiagramSum operator *(BigInteger factor, DiagramSum sum)
    {
        if (sum is null) throw new ArgumentNullException(nameof(sum));
        DiagramTerms terms = new();
        foreach (DiagramTerm term in sum.Terms) terms.Add(term.Diagram, factor * term.Coefficient);
        return new(sum.Inputs, sum.Outputs, terms);
    }

    /// <summary>The transposed matrix: inputs and outputs exchanged, with the signs of <see cref="Diagram.Transpose"/>.</summary>
    /// <returns>The sum of the transposed terms.</returns>
    public DiagramSum Transpose()
    {
        DiagramTerms terms = new();
        foreach (DiagramTerm term in Terms)
        {
            DiagramTerm transposed = term.Diagram.Transpose();
            terms.Add(transposed.Diagram, transposed.Coefficient * term.Coefficient);
        }
        return new(Outputs, Inputs, terms);
    }

    /// <summary>The terms, as <c>E{o0,i0|o1,i1} - 2·E{o0,i1|o1,i0}</c>.</summary>
    public override string ToString()
    {
        if (IsZero) return "0";
        StringBuilder text = new();
        foreach (DiagramTerm term in Terms)
        {
            bool negative = term.Coefficient.Sign < 0;
            if (text.Length > 0) text.Append(negative ? " - " : " + ");
            else if (negative) text.Append('-');
            text.Append(new DiagramTerm(term.Diagram, BigInteger.Abs(term.Coefficient)).ToString());
        }
        return text.ToString();
    }
}
