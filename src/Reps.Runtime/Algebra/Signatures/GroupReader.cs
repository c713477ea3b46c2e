using System.Linq;
using System.Text;

namespace Reps;

/// <summary>Reads the group at the start of a signature: <c>O(3):</c>.</summary>
internal static class GroupReader
{
    /// <summary>
    /// What was read: the group (repaired, null if unknown), the range of its name (empty if the text names none), where the
    /// representation starts, whether the colon is there, and whether the name is written properly.
    /// </summary>
    public readonly record struct Reading(Group? Group, int From, int To, int Rest, bool HasColon, bool IsExact)
    {
        /// <summary>Whether the text names a group at all.</summary>
        public bool IsNamed => To > From || HasColon;
    }

    /// <summary>Reads the start of a text.</summary>
    public static Reading Read(string original)
    {
        Reading none = new(Group.O3, 0, 0, 0, false, true);
        string text = new([.. original.Select(Plain)]);
        int colon = text.IndexOf(':');
        if (colon < 0) return WithoutColon(text) ?? none;

        int from = SkipLead(text, colon);
        int to = Ascii.Trim(text, from, colon).To;
        string name = text.Substring(from, to - from);
        if (Nearest(name) is Group group) return new(group, from, to, colon + 1, true, IsExact(original.Substring(from, to - from), group));
        if (WithoutColon(text) is Reading bare && bare.To < colon) return bare;
        if (name.Length == 0) return new(Group.O3, colon, colon, colon + 1, true, false);

        // "8x0e:16x1o" has no group, but a colon for a plus.
        return Ascii.IsDigit(name[0]) ? none : new(null, from, to, colon + 1, true, false);
    }

    private static char Plain(char c) => Lookalikes.Meant(c) is char meant && (Ascii.IsLetter(meant) || Ascii.IsDigit(meant)) ? meant : c;

    private static int SkipLead(string text, int end)
    {
        int lead = 0;
        while (lead < end && !Ascii.IsLetter(text[lead]) && !Ascii.IsDigit(text[lead])) lead++;
        return lead;
    }

    // The group that a name stands for, however it is written: "O(3)", "o3", "SO", "Spin(3)"; null if unknown.
    private static Group? Nearest(string name)
    {
        StringBuilder letters = new();
        foreach (char c in name)
        {
            if (Ascii.IsLetter(c)) letters.Append(char.ToUpperInvariant(c));
            else if (c == '0' && (letters.Length == 0 || (letters.Length == 1 && letters[0] == 'S'))) letters.Append('O');
            else if (Ascii.IsDigit(c)) letters.Append(c);
            else if (c != '-' && !IsBlank(c) && !IsMeaningless(c)) return null;
        }

        return name.Any(Ascii.IsLetter) || letters.Length > 1
            ? letters.ToString() switch
            {
                "O" or "O3" => Group.O3,
                "SO" or "SO3" or "OS3" => Group.SO3,
                "SU" or "SU2" or "US2" or "SPIN3" => Group.SU2,
                _ => null,
            }
            : null;
    }

    private static bool IsExact(string name, Group group) => new string([.. name.Where(static c => !Ascii.IsSpace(c))]) == group.Name();

    private static bool IsBlank(char c) => Ascii.IsSpace(c) || Lookalikes.Meant(c) == ' ';

    private static bool IsMeaningless(char c) =>
        !RepairedText.Belongs(c) && Lookalikes.Meant(c) is null && Lookalikes.IsDroppable(c);

    // "O(3) 8x0e" and "SO3 8x0", but not "o3", which is nearer to the irrep 3o. Characters without meaning do not hide the name, so that
    // removing one of them changes nothing else.
    private static Reading? WithoutColon(string text)
    {
        int from = SkipLead(text, text.Length);
        int digits = from;
        while (digits < text.Length && (Ascii.IsLetter(text[digits]) || IsBlank(text[digits]) || IsMeaningless(text[digits]))) digits++;
        int to = Ascii.SkipDigits(text, digits);
        int close = to;
        while (close < text.Length && text[close] != ')' && (IsBlank(text[close]) || IsMeaningless(text[close]))) close++;
        bool opened = text.IndexOf('(', from, digits - from) >= 0;
        bool closed = opened && close < text.Length && text[close] == ')';
        if (closed) to = close + 1;
        if (from == digits || to == digits || Nearest(text.Substring(from, to - from)) is not Group group) return Unknown(text, from);

        int next = to;
        while (next < text.Length && IsMeaningless(text[next])) next++;
        bool alone = text.Skip(to).All(IsBlank);
        bool apart = next < text.Length && IsBlank(text[next]) && !alone;
        bool plausible = closed || apart || (alone && text.Skip(from).Count(Ascii.IsLetter) > 1);
        return plausible ? new(group, from, to, to, false, false) : null;
    }

    // "U(1) 3x2"
    private static Reading? Unknown(string text, int from)
    {
        const int longest = 12;
        int open = from;
        while (open < text.Length && Ascii.IsLetter(text[open])) open++;
        if (open == from || open == text.Length || text[open] != '(' || text[from] is not (>= 'A' and <= 'Z')) return null;
        int close = text.IndexOf(')', open);
        return close < 0 || close - from > longest ? null : new(null, from, close + 1, close + 1, false, false);
    }
}
