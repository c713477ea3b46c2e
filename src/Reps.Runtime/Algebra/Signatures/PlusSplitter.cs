using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>Cuts a repaired text at its '+' signs, reporting empty terms and the characters that were set aside.</summary>
internal sealed class PlusSplitter(RepairedText source, SignatureErrors errors)
{
    private readonly List<Section> _sections = [];

    /// <summary>The non-empty terms in order, without text where meaningless characters cannot simply be removed.</summary>
    public List<Piece> Split()
    {
        Cut();
        ReportEmpty();
        bool opens = _sections.Any(static section => section.Nesting > 0);
        bool closes = _sections.Any(static section => section.Nesting < 0);
        List<Piece> pieces = [];
        foreach (Section section in _sections.Where(static section => !section.IsEmpty))
        {
            // Brackets around several terms have a meaning that removing them one by one would change.
            bool spans = (section.Nesting > 0 && closes) || (section.Nesting < 0 && opens);
            bool readable = spans || section.IsBlank ? Refuse(section, spans) : ReportStrays(section);
            pieces.Add(new(section.From, section.To, readable ? source.Text.Substring(section.From, section.To - section.From) : null));
        }

        return pieces;
    }

    private void Cut()
    {
        int from = 0;
        int stray = 0;
        for (int i = 0; i <= source.Text.Length; i++)
        {
            if (i < source.Text.Length && source.Text[i] != '+') continue;
            List<RepairedText.Stray> strays = [];
            while (stray < source.Strays.Count && source.Strays[stray].Place <= i) strays.Add(source.Strays[stray++]);
            bool blank = Ascii.SkipSpaces(source.Text, from) >= i;
            int nesting = strays.Sum(item => Nesting(item));
            _sections.Add(new(from, i, strays, blank, nesting));
            from = i + 1;
        }
    }

    // A run of empty terms is one error, and its place is the superfluous '+' signs: those before the first term, or all but the first
    // of several between two terms.
    private void ReportEmpty()
    {
        const string message = "Found a '+' without a term on each side.";
        int first = _sections.FindIndex(static section => !section.IsEmpty);
        int last = _sections.Count - 1;
        if (first < 0)
        {
            if (last > 0) errors.Add("REPS1001", PlusStart(0), PlusStart(last - 1) + 1, message, null);
            return;
        }

        if (first > 0) errors.Add("REPS1001", PlusStart(0), PlusStart(first - 1) + 1, message, "");
        for (int i = first + 1; i <= last; i++)
        {
            if (!_sections[i].IsEmpty) continue;
            int end = i;
            while (end < last && _sections[end + 1].IsEmpty) end++;
            bool trailing = end == last;
            errors.Add("REPS1001", PlusStart(trailing ? i - 1 : i), PlusStart(trailing ? end - 1 : end) + 1, message, "");
            i = end;
        }
    }

    private bool Refuse(Section section, bool spans)
    {
        (int start, int end) = Ascii.Trim(source.Original, source.End(section.From), source.Start(section.To));
        string expected = spans ? "; brackets around several terms are to be multiplied out." : "; expected a term.";
        errors.Add("REPS1010", start, end, "Found " + Quoting.Quote(source.Original, start, end) + expected, null);
        return false;
    }

    private bool ReportStrays(Section section)
    {
        bool readable = true;
        foreach (RepairedText.Stray stray in section.Strays)
        {
            bool droppable = !JoinsDigits(stray.Place, section);
            for (int i = stray.Start; i < stray.End; i++) droppable &= Lookalikes.IsDroppable(source.Original[i]);
            string message = "Found " + Quoting.Quote(source.Original, stray.Start, stray.End) + ", which has no meaning here.";
            errors.AddCharacters("REPS1010", stray.Start, stray.End, message, droppable ? "" : null);
            readable &= droppable;
        }

        return readable;
    }

    private bool JoinsDigits(int place, Section section) =>
        place > section.From && place < section.To && Ascii.IsDigit(source.Text[place - 1]) && Ascii.IsDigit(source.Text[place]);

    private int PlusStart(int index) => source.Start(_sections[index].To);

    private int Nesting(RepairedText.Stray stray)
    {
        int sum = 0;
        for (int i = stray.Start; i < stray.End; i++) sum += source.Original[i] switch { '(' => 1, ')' => -1, _ => 0 };
        return sum;
    }

    // Between two '+' signs: From and To in the repaired text.
    private readonly record struct Section(int From, int To, List<RepairedText.Stray> Strays, bool IsBlank, int Nesting)
    {
        public bool IsEmpty => IsBlank && Strays.Count == 0;
    }
}
