using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;

namespace Reps.Algebra;

/// <summary>
/// Reads <c>S(n): 16xV^2 + 8xV</c>, <c>S(n)×O(3): 4xV^(2,1)</c>, and <c>Aut(petersen): 4xV^2</c>; every term with an error is named, with its place.
/// </summary>
internal sealed class TensorPowersReader(string text)
{
    private const string GroupForms = "S(n), A(4), O(3), SO(3), Sp(4), C(5), D(5), B(3) or Aut(petersen)";
    private readonly List<SignatureError> _errors = [];

    /// <summary>All errors, by place.</summary>
    public IReadOnlyList<SignatureError> Errors => _errors;

    /// <summary>Reads the text; null if there are errors.</summary>
    public TensorPowers? Read()
    {
        if (text.Length > Budget.MaxTextLength)
        {
            Add(Budget.MaxTextLength, text.Length, "REPS1008", "Found a text of " + Number(text.Length) + " characters; expected at most " + Number(Budget.MaxTextLength) + ".");
            return null;
        }
        int colon = Colon();
        if (colon < 0)
        {
            Add(0, text.Length, "REPS1002", "Found no group in " + Quoting.Quote(text) + "; expected one before the tensor powers, as in 'S(n): 16xV^2'.");
            return null;
        }
        List<TensorSpace> spaces = [];
        foreach ((int from, int to) in Split(0, colon, '×', '*'))
            if (Space(from, to) is TensorSpace space)
                spaces.Add(space);
        if (_errors.Count == 0) CheckProduct(colon, spaces);
        if (_errors.Count > 0) return null;
        List<TensorPower> terms = [];
        foreach ((int from, int to) in Split(colon + 1, text.Length, '+'))
            if (Term(from, to, spaces.Count) is TensorPower term)
            {
                terms.Add(term);
                CheckSize(from, to, spaces, terms);
            }
        return _errors.Count == 0 ? new(new(spaces), new(terms)) : null;
    }

    /// <summary>Reads one group alone; null if there is an error.</summary>
    public TensorSpace? ReadSpace()
    {
        (int from, int to) = Ascii.Trim(text, 0, text.Length);
        return Space(from, to);
    }

    // That after the groups: texts of graphs in parentheses have colons too.
    private int Colon()
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
            if (text[i] == '(') depth++;
            else if (text[i] == ')') depth--;
            else if (text[i] == ':' && depth <= 0) return i;
        return text.LastIndexOf(':');
    }

    // Orbits of lists of points are the maps of a product only where each factor permutes points.
    private void CheckProduct(int colon, List<TensorSpace> spaces)
    {
        if (spaces.FirstOrDefault(static space => space.Graph is not null) is not TensorSpace first) return;
        int at = 0;
        foreach ((int from, int to) in Split(0, colon, '×', '*'))
        {
            TensorSpace space = spaces[at++];
            string? expected =
                !space.IsPermutation ? "groups of permutations beside it, with a number for n: S(5), A(4), C(5), D(5), B(3) or Aut(petersen)"
                : space.N > SymmetryGraph.MaxVertices ? "groups of at most " + Number(SymmetryGraph.MaxVertices) + " points beside it"
                : null;
            if (expected is not null) Add(from, to, "REPS1002", "Found " + space + " in a product with " + first + "; expected " + expected + ".");
        }
    }

    private void CheckSize(int from, int to, List<TensorSpace> spaces, List<TensorPower> terms)
    {
        if (_errors.Count > 0 || spaces.All(static space => space.Graph is null)) return;
        int[] sizes = [.. spaces.Select(static space => space.N)];
        BigInteger size = BigInteger.Zero;
        foreach (TensorPower term in terms)
            size += sizes.Select((n, s) => BigInteger.Pow(n, term.Powers[s])).Aggregate(new BigInteger(term.Channels), BigInteger.Multiply);
        if (size <= Budget.MaxDim) return;
        // A product of many groups has more digits than anybody reads.
        int bytes = size.ToByteArray().Length;
        string found = bytes <= 16 ? size.ToString(CultureInfo.InvariantCulture) : "more than 2^" + Number(8 * (bytes - 1) - 1);
        Add(from, to, "REPS1008", "Found " + found + " components up to here; expected at most " + Number(Budget.MaxDim) + ": take smaller powers or fewer channels.");
    }

    private TensorSpace? Space(int from, int to)
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
        _errors.Add(new("REPS1002", from + error.Start, error.Length, error.Message, suggestion));
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
        Add(from, to, "REPS1002", "Found the size " + Quoting.Quote(size) + "; expected a number from " + Number(least) + " to " + Number(most) + ": " + symbol + "(n) is Aut(" + graph + "(n)).");
        return null;
    }

    private TensorPower? Term(int from, int to, int spaces)
    {
        string term = text.Substring(from, to - from);
        int letter = term.IndexOf('V');
        int cross = letter < 0 ? -1 : term.LastIndexOf('x', letter);
        int channels = 1;
        if (letter < 0 || (cross < 0 ? letter > 0 : term.Substring(cross + 1, letter - cross - 1).Trim().Length > 0))
        {
            Add(from, to, "REPS1015", "Found " + Quoting.Quote(term) + "; expected a tensor power such as " + Example(spaces) + ".");
            return null;
        }
        if (cross >= 0 && (!int.TryParse(term.Substring(0, cross).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out channels) || channels < 1 || channels > Budget.MaxMultiplicity))
        {
            Add(from, from + cross, "REPS1003", "Found the multiplicity " + Quoting.Quote(term.Substring(0, cross).Trim()) + "; expected a number from 1 to " + Number(Budget.MaxMultiplicity) + ".");
            return null;
        }
        string rest = term.Substring(letter + 1).Trim();
        if (rest.Length == 0 && spaces == 1) return new(channels, EquatableArray<int>.Of(1));
        string list = rest.Length > 0 && rest[0] == '^' ? rest.Substring(1).Trim() : "?";
        if (list.Length > 1 && list[0] == '(' && list[list.Length - 1] == ')') list = list.Substring(1, list.Length - 2);
        List<int> powers = [];
        foreach (string part in list.Split(','))
            if (int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int power) && power <= Diagram.MaxVertices)
                powers.Add(power);
        if (powers.Count == spaces && list.Split(',').Length == spaces) return new(channels, new(powers));
        string found = rest.Length == 0 ? "no power" : "the power " + Quoting.Quote(rest);
        string kind = spaces == 1 ? "a number from 0 to " + Number(Diagram.MaxVertices) : Number(spaces) + " numbers from 0 to " + Number(Diagram.MaxVertices) + ", one for each group";
        Add(rest.Length == 0 ? from : from + letter + 1, to, "REPS1015", "Found " + found + "; expected " + kind + ", as in " + Example(spaces) + ".");
        return null;
    }

    private IEnumerable<(int From, int To)> Split(int from, int to, params char[] separators)
    {
        int start = from;
        int depth = 0;
        for (int i = from; i <= to; i++)
        {
            if (i < to && text[i] == '(') depth++;
            if (i < to && text[i] == ')') depth--;
            if (i < to && (depth > 0 || !separators.Contains(text[i]))) continue;
            (int first, int last) = Ascii.Trim(text, start, i);
            yield return (first, last);
            start = i + 1;
        }
    }

    private void Add(int from, int to, string code, string message) => _errors.Add(new(code, from, to - from, message, null));

    private static string Example(int spaces) => spaces == 1 ? "16xV^2" : "16xV^(" + string.Join(",", Enumerable.Repeat("1", spaces)) + ")";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
