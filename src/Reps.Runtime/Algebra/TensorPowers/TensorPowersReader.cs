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
            if (new TensorSpaceReader(text, _errors).Read(from, to) is TensorSpace space)
                spaces.Add(space);
        if (_errors.Count == 0) CheckProduct(colon, spaces);
        if (_errors.Count > 0) return null;
        List<TensorPower> terms = [];
        BigInteger size = BigInteger.Zero;
        foreach ((int from, int to) in Split(colon + 1, text.Length, '+'))
            if (Term(from, to, spaces.Count) is TensorPower term)
            {
                terms.Add(term);
                if (_errors.Count == 0) AddSize(from, to, spaces, term, ref size);
            }
        return _errors.Count == 0 ? new(new(spaces), new(terms)) : null;
    }

    /// <summary>Reads one group alone; null if there is an error.</summary>
    public TensorSpace? ReadSpace()
    {
        (int from, int to) = Ascii.Trim(text, 0, text.Length);
        return new TensorSpaceReader(text, _errors).Read(from, to);
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

    // Where n is open, the size is checked when a layer is called.
    private void AddSize(int from, int to, List<TensorSpace> spaces, TensorPower term, ref BigInteger size)
    {
        BigInteger own = term.Channels;
        for (int s = 0; s < spaces.Count; s++) own *= BigInteger.Pow(System.Math.Max(1, spaces[s].N), term.Powers[s]);
        size += own;
        if (size <= Budget.MaxDim) return;
        // A product of many groups has more digits than anybody reads.
        int bytes = size.ToByteArray().Length;
        string found = bytes <= 16 ? size.ToString(CultureInfo.InvariantCulture) : "more than 2^" + Number(8 * (bytes - 1) - 1);
        string expected = "expected at most " + Number(Budget.MaxDim) + ": take smaller powers or fewer channels.";
        Add(from, to, "REPS1008", "Found " + found + " components up to here; " + expected);
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
        if (powers.Count == spaces && list.Split(',').Length == spaces)
        {
            if (powers.Sum() <= Diagram.MaxVertices) return new(channels, new(powers));
            Add(from + letter + 1, to, "REPS1015", "Found " + Number(powers.Sum()) + " axes; expected at most " + Number(Diagram.MaxVertices) + " in a term: take smaller powers.");
            return null;
        }
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
