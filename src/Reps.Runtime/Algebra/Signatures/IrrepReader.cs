using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>Reads one irrep: a degree, then a parity letter in O(3).</summary>
internal static class IrrepReader
{
    /// <summary>Reads an irrep from a non-empty text without spaces at its ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="group">The group.</param>
    /// <param name="findings">Receives the errors.</param>
    /// <returns>The irrep that is left once every suggestion is followed; null if an error has no suggestion.</returns>
    public static Irrep? Read(string text, Group group, List<Finding> findings)
    {
        int start = 0;
        while (start < text.Length && (text[start] == '-' || Ascii.IsSpace(text[start]))) start++;
        if (start == text.Length || !Ascii.IsDigit(text[start])) start = 0;
        if (!Ascii.IsDigit(text[start])) return WithoutDegree(text, group, findings);
        if (start > 0)
        {
            string message = "Found " + Quoting.Quote(text, 0, start) + " before a degree; degrees are not negative.";
            findings.Add(new("REPS1004", 0, start, message, ""));
        }

        DegreeReader.Reading degree = DegreeReader.Read(text, start, group);
        int rest = Ascii.SkipSpaces(text, degree.End);
        if (!group.HasParity())
        {
            if (degree.Finding is Finding wrong) findings.Add(wrong);
            bool ends = rest == text.Length || Superfluous(text, rest, group, findings);
            return !ends || degree.TwoJ is not int twoJ ? null : group == Group.SO3 ? Irrep.SO3(twoJ / 2) : Irrep.SU2(twoJ);
        }

        return ReadParity(text, start, degree, rest, findings);
    }

    private static Irrep? ReadParity(string text, int start, DegreeReader.Reading degree, int rest, List<Finding> findings)
    {
        string? natural = degree.TwoJ is not int twoJ ? null : (twoJ & 2) == 0 ? "e" : "o";
        string? parity;
        if (rest == text.Length)
        {
            // One error for the whole label: the degree and its missing parity share a suggestion.
            string label = text.Substring(start, degree.End - start);
            string? suggestion = degree.TwoJ is int known ? DegreeReader.Print(known) + natural : null;
            findings.Add(degree.Finding is Finding wrong ? wrong with { Suggestion = suggestion } : new(
                "REPS1005", start, degree.End,
                "Found " + Quoting.Quote(label) + " without a parity; expected " + label + "e (even) or " + label + "o (odd).",
                suggestion));
            parity = natural;
        }
        else
        {
            if (degree.Finding is Finding wrong) findings.Add(wrong);
            parity = ParityLetter(text, rest, natural, findings);
        }

        if (degree.TwoJ is not int doubled || parity is null) return null;
        return Irrep.O3(doubled / 2, (parity == "y" ? natural : parity) == "e" ? 1 : -1);
    }

    private static string? ParityLetter(string text, int from, string? natural, List<Finding> findings)
    {
        string rest = text.Substring(from);
        bool hasDigits = rest.Any(Ascii.IsDigit);
        if (rest[0] is 'e' or 'o' or 'y')
        {
            int trailing = Ascii.SkipSpaces(rest, 1);
            if (trailing == rest.Length) return rest;
            bool droppable = rest.Skip(trailing).All(Ascii.IsLetter);
            string message = "Found " + Quoting.Quote(rest, trailing, rest.Length) + " after an irrep; expected '+' or the end.";
            findings.Add(new("REPS1004", from + trailing, text.Length, message, droppable ? "" : null));
            return droppable ? rest.Substring(0, 1) : null;
        }

        string? meant = hasDigits ? null : rest[0] switch { 'E' => "e", 'O' => "o", 'Y' => "y", '-' => "o", _ => natural };
        findings.Add(new(
            "REPS1004", from, text.Length,
            "Found " + Quoting.Quote(rest) + " after a degree; expected the parity e (even), o (odd) or y (natural).",
            meant));
        return meant;
    }

    private static bool Superfluous(string text, int from, Group group, List<Finding> findings)
    {
        string rest = text.Substring(from);
        bool parity = rest.Length == 1 && rest[0] is 'e' or 'o' or 'y' or 'E' or 'O' or 'Y';
        bool droppable = rest.All(Ascii.IsLetter);
        string expected = parity ? "irreps of " + group.Name() + " have no parity." : "expected '+' or the end.";
        string message = "Found " + Quoting.Quote(rest) + " after a degree; " + expected;
        findings.Add(new(parity ? "REPS1005" : "REPS1004", from, text.Length, message, droppable ? "" : null));
        return droppable;
    }

    // "o1" is 1o with its parts exchanged; "Oe" and "le" have a letter for a digit.
    private static Irrep? WithoutDegree(string text, Group group, List<Finding> findings)
    {
        Irrep? meant = null;
        if (group.HasParity() && text.Length >= 2)
        {
            string exchanged = text.Substring(1) + char.ToLowerInvariant(text[0]);
            string digit = (text[0] is 'o' or 'O' ? "0" : text[0] is 'l' or 'I' ? "1" : "?") + text.Substring(1);
            meant = Clean(exchanged, group) ?? Clean(digit, group);
        }

        string example = group switch { Group.O3 => "1o", Group.SO3 => "1", _ => "1/2" };
        string message = "Found " + Quoting.Quote(text) + "; expected an irrep, such as " + example + ".";
        findings.Add(new("REPS1004", 0, text.Length, message, meant?.ToString()));
        return meant;
    }

    /// <summary>The irrep if the text is one without any error.</summary>
    public static Irrep? Clean(string text, Group group)
    {
        if (text.Length == 0 || !Ascii.IsDigit(text[0])) return null;
        List<Finding> findings = [];
        Irrep? irrep = Read(text, group, findings);
        return findings.Count == 0 ? irrep : null;
    }
}
