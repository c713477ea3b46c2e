using System.Collections.Generic;
using System.Text;

namespace Reps;

/// <summary>
/// A text with each wrong character replaced by the one that is meant, and characters without meaning set aside, so that the grammar can
/// be read as if the suggestions of those errors had been followed. Remembers where each character came from.
/// </summary>
internal sealed class RepairedText
{
    private readonly List<int> _origin = [];

    /// <summary>Repairs the text from a place to its end, reporting every replaced character.</summary>
    public RepairedText(string original, int from, SignatureErrors errors)
    {
        Original = original;
        From = from;
        StringBuilder repaired = new(original.Length - from);
        for (int i = from; i < original.Length;)
        {
            char c = original[i];
            bool belongs = Belongs(c);
            char? meant = belongs ? c : Lookalikes.Meant(c);
            if (meant is not char good)
            {
                SetAside(i++, repaired.Length);
                continue;
            }

            // A run of strange spaces is one error.
            int end = i + 1;
            while (!belongs && good == ' ' && end < original.Length && Lookalikes.Meant(original[end]) == ' ') end++;
            if (!belongs) Report(original, i, end, good, errors);
            repaired.Append(good, end - i);
            for (; i < end; i++) _origin.Add(i);
        }

        Text = repaired.ToString();
    }

    /// <summary>A run of meaningless characters: its place in the original text, and where it would be in the repaired text.</summary>
    public readonly record struct Stray(int Start, int End, int Place);

    /// <summary>The text as it was.</summary>
    public string Original { get; }

    /// <summary>Where in it the repaired part begins.</summary>
    public int From { get; }

    /// <summary>The repaired text.</summary>
    public string Text { get; }

    /// <summary>The runs of characters set aside, in order.</summary>
    public List<Stray> Strays { get; } = [];

    /// <summary>The place in the original text of a character of the repaired text; for its end, the end of the original.</summary>
    public int Start(int index) => index < _origin.Count ? _origin[index] : Original.Length;

    /// <summary>The place in the original text after the character before <paramref name="index"/>; for 0, its start.</summary>
    public int End(int index) => index > 0 ? _origin[index - 1] + 1 : From;

    /// <summary>Whether a character belongs to the grammar, or is a letter: part of a wrong word, not a wrong character.</summary>
    public static bool Belongs(char c) =>
        (Ascii.IsLetter(c) && c != 'X') || Ascii.IsDigit(c) || Ascii.IsSpace(c) || c is '+' or '/' or '.' or '-';

    private void SetAside(int index, int place)
    {
        int last = Strays.Count - 1;
        if (last >= 0 && Strays[last].End == index) Strays[last] = Strays[last] with { End = index + 1 };
        else Strays.Add(new(index, index + 1, place));
    }

    private static void Report(string text, int start, int end, char meant, SignatureErrors errors) => errors.AddCharacters(
        meant == 'x' ? "REPS1003" : "REPS1010", start, end,
        "Found " + Quoting.Quote(text, start, end) + "; expected '" + meant + "'.",
        meant.ToString());
}
