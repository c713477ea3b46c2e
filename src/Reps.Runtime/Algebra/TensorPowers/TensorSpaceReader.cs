using System.Collections.Generic;
using System.Globalization;

namespace Reps.Algebra;

/// <summary>Reads <c>S(n)</c>, <c>O(3)</c>, <c>D(5)</c>, <c>Aut(petersen)</c>, and says what is wrong with other groups.</summary>
/// <param name="text">The text that they are part of.</param>
/// <param name="errors">Receives errors, with their places in the text.</param>
internal sealed class TensorSpaceReader(string text, List<SignatureError> errors)
{
    private const string GroupForms = "S(n), A(4), O(3), SO(3), Sp(4), C(5), D(5), B(3) or Aut(petersen)";

    /// <summary>Reads the group at a place; null if there is an error.</summary>
    public TensorSpace? Read(int from, int to)
    {
        string name = text.Substring(from, to - from);
        int open = name.IndexOf('(');
        string symbol = (open < 0 ? name : name.Substring(0, open)).Trim();
        if (open >= 0 && name[name.Length - 1] == ')')
        {
            if (symbol == "Aut") return Automorphisms(from + open + 1, to - 1);
            if (symbol is "C" or "D" or "B") return Named(symbol, from + open + 1, to - 1);
        }
        GroupFamily? family = symbol switch
        {
            "S" => GroupFamily.Symmetric,
            "A" => GroupFamily.Alternating,
            "O" => GroupFamily.Orthogonal,
            "SO" => GroupFamily.SpecialOrthogonal,
            "Sp" => GroupFamily.Symplectic,
            _ => null,
        };
        if (family is null || open < 0 || !name.EndsWith(")", System.StringComparison.Ordinal))
        {
            Add(from, to, "REPS1002", "Found the group " + Quoting.Quote(name) + "; expected " + GroupForms + ", or a product of these with × or *.");
            return null;
        }
        string size = name.Substring(open + 1, name.Length - open - 2).Trim();
        int at = from + open + 1;
        if (size == "n")
        {
            if (family is not (GroupFamily.Alternating or GroupFamily.SpecialOrthogonal)) return new(family.Value, 0);
            Add(at, to - 1, "REPS1002", "Found n in " + Quoting.Quote(name) + "; expected a number: the diagrams of this group depend on it.");
            return null;
        }
        if (!int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out int n) || n < 1 || n > Budget.MaxDim)
        {
            Add(at, to - 1, "REPS1002", "Found the size " + Quoting.Quote(size) + "; expected n, or a number from 1 to " + Number(Budget.MaxDim) + ".");
            return null;
        }
        if (family == GroupFamily.Symplectic && n % 2 != 0)
        {
            Add(at, to - 1, "REPS1002", "Found the odd size " + size + "; expected an even one, such as " + Number(n + 1) + ": symplectic groups act on even dimensions.");
            return null;
        }
        return new(family.Value, n);
    }

    private TensorSpace? Automorphisms(int from, int to)
    {
        string own = text.Substring(from, to - from);
        if (SymmetryGraph.TryParse(own, out SymmetryGraph? graph, out GraphTextError? error))
        {
            if (graph!.Count > 0) return new(graph);
            Add(from, to, "REPS1002", "Found " + Quoting.Quote(own) + ", a graph without vertices; expected at least one, on which its symmetries act.");
            return null;
        }
        string? suggestion = error!.Suggestion;
        // Following it must leave no other error.
        if (suggestion is not null && !SymmetryGraph.TryParse(own.Remove(error.Start, error.Length).Insert(error.Start, suggestion), out _, out _)) suggestion = null;
        errors.Add(new("REPS1002", from + error.Start, error.Length, error.Message, suggestion));
        return null;
    }

    // The symmetries of a directed cycle, of a cycle, and of n disjoint edges.
    private TensorSpace? Named(string symbol, int from, int to)
    {
        (string graph, int least, int most) = symbol switch
        {
            "C" => ("directed_cycle", 1, SymmetryGraph.MaxVertices),
            "D" => ("cycle", 3, SymmetryGraph.MaxVertices),
            _ => ("matching", 1, SymmetryGraph.MaxVertices / 2),
        };
        string size = text.Substring(from, to - from).Trim();
        if (int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n >= least && n <= most)
            return new(SymmetryGraph.Parse(graph + "(" + Number(n) + ")"), symbol + "(" + Number(n) + ")");
        string expected = "expected a number from " + Number(least) + " to " + Number(most) + ": " + symbol + "(n) is Aut(" + graph + "(n)).";
        Add(from, to, "REPS1002", "Found the size " + Quoting.Quote(size) + "; " + expected);
        return null;
    }

    private void Add(int from, int to, string code, string message) => errors.Add(new(code, from, to - from, message, null));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
