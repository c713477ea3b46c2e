using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>
/// Finds terms that stand side by side without a '+', as in <c>8x0e 16x1o</c> and <c>1o2e</c>, and a space in place of an 'x'.
/// </summary>
internal sealed class TermSplitter(RepairedText source, Group group, SignatureErrors errors)
{
    private readonly List<Piece> _pieces = [];
    private char[] _chars = [];
    private int _offset;

    /// <summary>Cuts what lies between two '+' signs into terms.</summary>
    /// <param name="piece">A readable piece that is not blank.</param>
    public List<Piece> Split(Piece piece)
    {
        _pieces.Clear();
        _chars = piece.Text!.ToCharArray();
        _offset = piece.From;
        int start = 0;
        int letters = 0;
        (int first, int end) = Ascii.Trim(piece.Text!, 0, _chars.Length);
        for (int i = first + 1; i < end; i++)
        {
            char before = _chars[i - 1];
            if (group.HasParity() && before is 'e' or 'o' or 'y' && ++letters == 1 && Ascii.IsDigit(_chars[i]) && IsTerm(start, i))
            {
                // The last letter of the first term stands for the place: an error has at least one character.
                string meant = before + "+";
                string message = "Found a term directly after another; expected '" + meant + "'.";
                errors.Add("REPS1004", source.Start(_offset + i - 1), source.End(_offset + i), message, meant);
                Take(ref start, i, i, ref letters);
            }
            else if (Ascii.IsSpace(_chars[i]))
            {
                int next = i + 1;
                while (Ascii.IsSpace(_chars[next])) next++;
                bool ends = before != 'x' && (Ascii.IsLetter(before) || Ascii.IsDigit(before) || before == '.');
                if (ends && Ascii.IsDigit(_chars[next]) && Separates(start, i, next)) Take(ref start, i, next, ref letters);
                i = next - 1;
            }
        }

        Add(start, _chars.Length);
        return _pieces;
    }

    // In O(3), where irreps have a letter, a number before a space is a multiplicity without its 'x'; otherwise a '+' is missing.
    private bool Separates(int start, int space, int next)
    {
        bool number = group.HasParity();
        for (int i = start; i < space; i++) number &= Ascii.IsDigit(_chars[i]) || Ascii.IsSpace(_chars[i]) || _chars[i] is '-' or '.';
        int after = next;
        while (after < _chars.Length && Ascii.IsDigit(_chars[after])) after++;
        while (after < _chars.Length && Ascii.IsSpace(_chars[after])) after++;
        bool cross = number && !(after < _chars.Length && _chars[after] == 'x');
        errors.Add(
            cross ? "REPS1003" : "REPS1010", source.Start(_offset + space), source.End(_offset + next),
            cross ? "Found a space between multiplicity and irrep; expected 'x'." : "Found a space between two terms; expected '+'.",
            cross ? "x" : "+");
        if (cross) _chars[space] = 'x';
        return !cross;
    }

    // Its last letter must be right, for the missing '+' is reported there.
    private bool IsTerm(int from, int to)
    {
        List<Finding> findings = [];
        string text = new string(_chars, from, to - from).Trim();
        return TermReader.Read(text, group, findings) is not null && findings.All(finding => finding.To < text.Length);
    }

    private void Take(ref int start, int end, int next, ref int letters)
    {
        Add(start, end);
        start = next;
        letters = 0;
    }

    private void Add(int from, int to) => _pieces.Add(new(_offset + from, _offset + to, new string(_chars, from, to - from)));
}
