using System;
using System.Linq;
using System.Text;

namespace Reps.Tests.Fuzz;

/// <summary>Random texts for a representation: valid ones, valid ones with a few changes, and hostile ones. The same seed gives the same texts.</summary>
internal sealed class SignatureMutator(Random random)
{
    /// <summary>A word that no generated code contains, so that any of the user's text in it would be seen.</summary>
    public const string Sentinel = "QZX";

    private static readonly string[] s_hostile =
    [
        "\"; } class QZX { } //", "*/ QZX /*", "// QZX", "\n#error QZX\n", "\r\n#pragma warning disable QZX", "{QZX}", "{{0}}", "\\\" + QZX + \\\"", "\u2028QZX\u2029",
        "\0QZX\0", "\uD800QZX", "QZX\uDC00", "\u202EQZX\u202C", "<QZX>&amp;</summary>", "'QZX'", "`QZX`", "$\"{QZX}\"", "\"\"\"QZX\"\"\"", "%QZX%s", "QZX\t\v\f\b", "\uFEFFQZX",
        "\uD83D\uDE00QZX", "@QZX", "??/QZX", "]]>QZX", "=> throw QZX;", "global::QZX", "1o\u0000+QZX", "QZX: 0e", "O(3): QZX",
    ];

    private static readonly string[] s_pieces =
    [
        "+", "x", "e", "o", "y", "0", "1", "2", "3", "9", "/", "-", ":", " ", "(", ")", "O", "S", "U", ".", ",", "*", "\t", "\n", "\r", "é", "×", "⊕", "０", "٣", "е", "о", "‑", "\u00A0", "\u200B", "X", "E", "1/2", "0x", "x0",
        "4294967296", "99999999999999999999", "1048576", "101", "+ +", "O(3):", "SO(3):", "SU(2):", "null", "NaN", "\\", "\"", "'", "{", "}", "#", "\uD800", "\0",
    ];

    public string Next() =>
        random.Next(10) switch
        {
            0 or 1 => Valid(),
            2 => s_hostile[random.Next(s_hostile.Length)],
            3 => Mutate(Valid() + s_hostile[random.Next(s_hostile.Length)], random.Next(3)),
            4 => string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => s_pieces[random.Next(s_pieces.Length)])),
            5 => new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(char.MaxValue + 1))]),
            _ => Mutate(Valid(), 1 + random.Next(4)),
        };

    /// <summary>A valid signature with small sizes.</summary>
    public string Valid()
    {
        Group group = (Group)(random.Next(6) switch { 0 => 1, 1 => 2, _ => 0 });
        StringBuilder text = new(group == Group.O3 && random.Next(2) == 0 ? "" : group.Name() + ": ");
        int terms = 1 + random.Next(4);
        for (int n = 0; n < terms; n++)
        {
            if (n > 0) text.Append(random.Next(2) == 0 ? "+" : " + ");
            if (random.Next(3) > 0) text.Append(random.Next(8) == 0 ? 0 : 1 + random.Next(4)).Append('x');
            int degree = random.Next(12) == 0 ? random.Next(Budget.MaxDegree + 1) : random.Next(3);
            text.Append(group == Group.SU2 && degree % 2 == 1 ? degree + "/2" : degree.ToString());
            if (group == Group.O3) text.Append("eoy"[random.Next(3)]);
        }
        return text.ToString();
    }

    private string Mutate(string text, int times)
    {
        for (int n = 0; n < times; n++)
        {
            int at = random.Next(text.Length + 1);
            int length = Math.Min(random.Next(3), text.Length - at);
            string piece = random.Next(3) == 0 ? "" : s_pieces[random.Next(s_pieces.Length)];
            text = random.Next(8) == 0 ? text.Insert(at, text) : text.Remove(at, length).Insert(at, piece);
        }
        return text;
    }
}
