using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>The symbols of the 118 chemical elements, as IUPAC names them.</summary>
public static class ChemicalElements
{
    /// <summary>How many elements there are: atomic numbers run from 1 to this.</summary>
    public const int Count = 118;

    private static readonly string[] s_symbols = (
        "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr "
        + "Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt "
        + "Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og")
        .Split(' ');

    private static readonly FrozenDictionary<string, int> s_numbers =
        Enumerable.Range(0, Count).ToFrozenDictionary(i => s_symbols[i], i => i + 1, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_numbersBySpan =
        s_numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All symbols: index 0 is hydrogen.</summary>
    public static IReadOnlyList<string> Symbols { get; } = Array.AsReadOnly(s_symbols);

    /// <summary>The symbol of the element with that number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not from 1 to 118.</exception>
    public static string Symbol(int atomicNumber) => atomicNumber is >= 1 and <= Count
        ? s_symbols[atomicNumber - 1]
        : throw new ArgumentOutOfRangeException(nameof(atomicNumber), atomicNumber, $"Atomic numbers run from 1 to {Count}.");

    /// <summary>The number of the element with that symbol.</summary>
    /// <exception cref="ArgumentException">There is no such element; the message suggests the nearest symbol.</exception>
    public static int AtomicNumber(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return TryGetAtomicNumber(symbol, out int number)
            ? number
            : throw new ArgumentException($"{Excerpt.Of(symbol)} is no chemical element; did you mean '{Nearest(symbol)}'?",
                nameof(symbol));
    }

    /// <summary>The number of the element with that symbol, written as usual: "Cl", not "CL". False where there is none.</summary>
    public static bool TryGetAtomicNumber(ReadOnlySpan<char> symbol, out int atomicNumber) =>
        s_numbersBySpan.TryGetValue(symbol, out atomicNumber);

    /// <summary>The symbol that a wrong one most likely stands for: the same letters in another case, without a label, or nearly.</summary>
    public static string Nearest(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        string letters = new([.. symbol.Take(8).TakeWhile(char.IsAsciiLetter)]);
        // Isotopes with their own symbols.
        if (letters is "D" or "T")
            return "H";
        string? same = Array.Find(s_symbols, s => s.Equals(letters, StringComparison.OrdinalIgnoreCase));
        // Force-field types such as "CA1" or "Hw": the longest symbol they start with, or the lightest element at fewest edits.
        return same
            ?? s_symbols.Where(s => letters.StartsWith(s, StringComparison.Ordinal)).MaxBy(s => s.Length)
            ?? s_symbols.MinBy(s => Edits(letters, s))!;
    }

    // The number of insertions, deletions and replacements of letters, in any case, that turn one text into the other.
    private static int Edits(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 0; i < from.Length; i++)
        {
            int diagonal = row[0]++;
            for (int j = 0; j < to.Length; j++)
            {
                int replace = diagonal + (char.ToLowerInvariant(from[i]) == char.ToLowerInvariant(to[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replace, Math.Min(row[j], diagonal) + 1);
            }
        }
        return row[to.Length];
    }
}
