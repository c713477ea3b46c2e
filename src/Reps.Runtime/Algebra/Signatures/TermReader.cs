using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Reps;

/// <summary>Reads one term: <c>[ multiplicity "x" ] irrep</c>.</summary>
internal static class TermReader
{
    /// <summary>A multiplicity and an irrep, each within its own limit; their dimension may still be too large.</summary>
    public readonly record struct Term(int Mul, Irrep Irrep)
    {
        public long Dim => (long)Mul * Irrep.Dim;
    }

    /// <summary>Reads a term from a non-empty text without spaces at its ends.</summary>
    /// <returns>The term that is left once every suggestion is followed; null if an error has no suggestion.</returns>
    public static Term? Read(string text, Group group, List<Finding> findings)
    {
        List<int> crosses = [.. Enumerable.Range(0, text.Length).Where(i => text[i] == 'x')];
        if (crosses.Count == 0) return IrrepReader.Read(text, group, findings) is Irrep alone ? new(1, alone) : null;

        int last = crosses[crosses.Count - 1];
        string before = text.Substring(0, crosses[0]).TrimEnd();
        int start = Ascii.SkipSpaces(text, last + 1);
        string label = text.Substring(start);
        if (label.Length == 0) return WithoutIrrep(text, before, crosses, findings);
        if (Exchanged(text, before, label, crosses, group) is Term meant)
        {
            string message = "Found the irrep before the multiplicity in " + Quoting.Quote(text) + ".";
            findings.Add(new("REPS1003", 0, text.Length, message, new MulIrrep(meant.Mul, meant.Irrep).ToString()));
            return meant;
        }

        int? mul = Multiplicity(text, before, crosses, findings);
        List<Finding> inLabel = [];
        Irrep? irrep = IrrepReader.Read(label, group, inLabel);
        findings.AddRange(inLabel.Select(finding => finding.Shift(start)));
        return mul is int m && irrep is Irrep ir ? new(m, ir) : null;
    }

    private static int? Multiplicity(string text, string before, List<int> crosses, List<Finding> findings)
    {
        int first = crosses[0];
        int last = crosses[crosses.Count - 1];
        bool adjacent = text.Substring(first + 1, last - first).All(static c => c == 'x' || Ascii.IsSpace(c));
        if (!adjacent) return Repeated(text, crosses, findings);

        if (crosses.Count > 1)
            findings.Add(new("REPS1003", crosses[1], last + 1, "Found a second 'x'; expected an irrep after the first.", ""));
        if (before.Length > 0) return MultiplicityReader.Read(before, findings);
        findings.Add(new("REPS1003", first, first + 1, "Found 'x' without a multiplicity before it.", "1x"));
        return 1;
    }

    // 2x3x1o: two copies of three copies are six.
    private static int? Repeated(string text, List<int> crosses, List<Finding> findings)
    {
        (int from, int to) = Ascii.Trim(text, 0, crosses[crosses.Count - 1]);
        long? product = 1;
        foreach (string factor in text.Substring(from, to - from).Split('x'))
        {
            product *= MultiplicityReader.Value(factor.Trim());
            if (product > Budget.MaxMultiplicity) product = null;
        }

        findings.Add(new(
            "REPS1003", from, to,
            "Found " + Quoting.Quote(text, from, to) + " before the last 'x'; expected one multiplicity.",
            product?.ToString(CultureInfo.InvariantCulture)));
        return (int?)product;
    }

    private static Term? WithoutIrrep(string text, string before, List<int> crosses, List<Finding> findings)
    {
        bool simple = before.Length > 0 && crosses.Count == 1;
        if (simple) _ = MultiplicityReader.Read(before, findings);
        findings.Add(new(
            "REPS1004", simple ? crosses[0] : 0, simple ? crosses[0] + 1 : text.Length,
            "Found " + Quoting.Quote(text) + "; expected an irrep after 'x'.",
            null));
        return null;
    }

    private static Term? Exchanged(string text, string before, string label, List<int> crosses, Group group) =>
        group.HasParity() && crosses.Count == 1 && IrrepReader.Clean(before, group) is Irrep irrep
        && MultiplicityReader.Value(label) is int mul && (long)mul * irrep.Dim <= Budget.MaxDim
            ? new(mul, irrep)
            : null;
}
