using System.Collections.Generic;
using System.Globalization;

namespace Reps;

/// <summary>
/// Reads representations, recovering after each error so that one reading reports all of them. After an error the text is read on exactly
/// as if its suggestion had been followed; so following it removes that error and reveals no other.
/// </summary>
internal static class SignatureParser
{
    /// <summary>Reads a signature with an optional group in front.</summary>
    public static Irreps? ParseSignature(string? text, out List<SignatureError> errors)
    {
        string all = text ?? "";
        SignatureErrors found = new();
        Irreps? irreps = IsTooLong(all, found) ? null : ReadSignature(all, found);
        errors = found.Finish(all.Length);
        return errors.Count == 0 ? irreps : null;
    }

    /// <summary>Reads a direct sum of irreps of a given group; blank text is the empty one.</summary>
    public static Irreps? ParseIrreps(string? text, Group group, out List<SignatureError> errors)
    {
        string all = text ?? "";
        SignatureErrors found = new();
        Irreps? irreps = IsTooLong(all, found) ? null : ReadIrreps(all, group, found);
        errors = found.Finish(all.Length);
        return errors.Count == 0 ? irreps : null;
    }

    /// <summary>Reads exactly one irrep of a given group.</summary>
    public static bool TryParseIrrep(string? text, Group group, out Irrep irrep, out List<SignatureError> errors)
    {
        string all = text ?? "";
        Irreps? irreps = ParseIrreps(all, group, out errors);
        irrep = irreps is { Count: 1 } ? irreps[0].Irrep : default;
        int cross = all.IndexOf('x');
        if (irreps is not null && irreps.Count != 1)
            errors.Add(new("REPS1004", 0, all.Length, "Found " + Quoting.Quote(all) + "; expected one irrep.", null));
        else if (irreps is not null && cross >= 0)
            errors.Add(new("REPS1003", 0, cross + 1, "Found a multiplicity in " + Quoting.Quote(all) + "; expected an irrep alone.", ""));
        return errors.Count == 0;
    }

    private static bool IsTooLong(string text, SignatureErrors errors)
    {
        if (text.Length <= Budget.MaxTextLength) return false;
        errors.Add(
            "REPS1008", Budget.MaxTextLength, text.Length,
            "Found a text of " + Text(text.Length) + " characters; expected at most " + Text(Budget.MaxTextLength) + ".",
            null);
        return true;
    }

    private static Irreps? ReadSignature(string text, SignatureErrors errors)
    {
        GroupReader.Reading prefix = GroupReader.Read(text);
        string name = Quoting.Quote(text, prefix.From, prefix.To);
        if (prefix.Group is not Group group)
        {
            errors.Add("REPS1002", prefix.From, prefix.To, "Found the group " + name + "; expected O(3), SO(3) or SU(2).", null);
            return null;
        }

        if (IsBlank(text, prefix.Rest))
        {
            int from = prefix is { HasColon: true, IsExact: false } && prefix.To > prefix.From ? prefix.Rest - 1 : 0;
            errors.Add("REPS1009", from, text.Length, "Found no representation; expected irreps such as " + Example(group) + ".", null);
            if (from == 0) return null;
        }

        if (prefix.IsNamed && !prefix.IsExact)
        {
            bool unnamed = prefix.To == prefix.From;
            string meant = prefix.HasColon && !unnamed ? group.Name() : group.Name() + ":";
            string message = unnamed ? "Found ':' without a group before it" : "Found the group " + name;
            errors.Add("REPS1002", prefix.From, unnamed ? prefix.Rest : prefix.To, message + "; expected '" + meant + "'.", meant);
        }

        if (prefix.IsNamed && Ascii.SkipSpaces(text, 0) < prefix.From)
            errors.Add("REPS1010", 0, prefix.From, "Found " + Quoting.Quote(text, 0, prefix.From) + " before the group.", "");
        return new SumReader(text, prefix.Rest, group, errors).Read();
    }

    private static Irreps? ReadIrreps(string text, Group group, SignatureErrors errors)
    {
        GroupReader.Reading prefix = GroupReader.Read(text);
        if (!prefix.HasColon || prefix.Group is not Group named || prefix.To == prefix.From)
            return new SumReader(text, 0, group, errors).Read();

        string found = "Found the group " + Quoting.Quote(text, prefix.From, prefix.To) + "; expected irreps of " + group.Name() + " only.";
        errors.Add("REPS1010", 0, prefix.Rest, found, named == group ? "" : null);
        if (named == group) _ = new SumReader(text, prefix.Rest, group, errors).Read();
        return null;
    }

    private static bool IsBlank(string text, int from)
    {
        while (from < text.Length && (Ascii.IsSpace(text[from]) || Lookalikes.Meant(text[from]) == ' ')) from++;
        return from == text.Length;
    }

    private static string Example(Group group) => group switch { Group.O3 => "8x0e+16x1o", Group.SO3 => "8x0+16x1", _ => "8x0+16x1/2" };

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
