using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Reps.Tests.Signatures;

/// <summary>Valid signatures, damaged at random from fixed seeds: whatever the text, the errors keep their promises.</summary>
public sealed class SignatureMutationTests
{
    private static readonly string[] s_seeds =
    [
        "8x0e+16x1o", "O(3): 64x0e + 32x1o + 16x2e", "SO(3): 8x0+4x1+2x2", "SU(2): 3x1/2 + 2x1 + 1x3/2", "0e+1o+2e+3o", "1y+2y+0x3e",
        "O(3):\n  8x0e +\n  16x1o", " SU ( 2 ) : 1/2", "1048576x0e+1048576x1o+1048576x2e+524288x3o", "SO(3): 100 + 99x100", "(8x0e)+(1o)",
        "2x3x1o+1ox4", "O3 1o 2e", "8x0e, 16x1o; 2x2e",
    ];

    private static readonly string[] s_pieces =
    [
        "+", "-", "x", "X", ":", "/", ".", ",", ";", "*", "(", ")", "[", "e", "o", "y", "E", "O", "z", "S", "U", "l", " ", "  ", "\t", "\n",
        "0", "1", "2", "3", "9", "\0", "\u00A0", "×", "⊕", "−", "٣", "８", "\u0435", "😀", "\uD83D", "\u200B", "é",
        "1o", "8x", "3/2", "O(3):", "SO(3)", "1000000", "99",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void FiveThousandDamagedTextsKeepThePromises(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 5000; i++) Check(Damage(s_seeds[random.Next(s_seeds.Length)], random));
    }

    [Theory]
    [InlineData(5)]
    public void DamagedTextsAtTheLimitOfTermsKeepThePromises(int seed)
    {
        Random random = new(seed);
        string full = string.Join("+", Enumerable.Repeat("1o", Budget.MaxTerms));
        for (int i = 0; i < 40; i++) Check(Damage(full, random));
    }

    [Theory]
    [InlineData(6)]
    public void DamagedTextsAtTheLimitOfLengthKeepThePromises(int seed)
    {
        Random random = new(seed);
        string full = "8x0e+1" + new string(' ', Budget.MaxTextLength - 7) + "2";
        for (int i = 0; i < 40; i++) Check(Damage(full, random));
    }

    [Fact]
    public void NoiseKeepsThePromises()
    {
        Random random = new(7);
        for (int i = 0; i < 5000; i++)
            Check(string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => s_pieces[random.Next(s_pieces.Length)])));
    }

    private static string Damage(string text, Random random)
    {
        StringBuilder damaged = new(text);
        for (int times = random.Next(1, 7); times > 0; times--)
        {
            int at = random.Next(damaged.Length + 1);
            string piece = s_pieces[random.Next(s_pieces.Length)];
            int cut = Math.Min(damaged.Length - at, random.Next(3));
            switch (random.Next(4))
            {
                case 0: damaged.Insert(at, piece); break;
                case 1: damaged.Remove(at, cut); break;
                case 2: damaged.Remove(at, cut).Insert(at, piece); break;
                default: damaged.Insert(random.Next(damaged.Length + 1), damaged.ToString(at, cut)); break;
            }
        }

        return damaged.ToString();
    }

    private static void Check(string text)
    {
        IReadOnlyList<SignatureError> errors = CheckErrors(text, SignatureErrors);
        bool valid = Signature.TryParse(text, out Signature? signature, out _);
        Assert.True(valid == (errors.Count == 0) && valid == signature is not null, Escape(text));
        if (signature is not null) Assert.Equal(signature, Signature.Parse(signature.ToString()));

        // The long texts hold a thousand labels of O(3): a thousand errors in SU(2), each to be followed.
        if (text.Length > 1000) return;
        errors = CheckErrors(text, IrrepsErrors);
        valid = Irreps.TryParse(text, Group.SU2, out Irreps? irreps);
        Assert.True(valid == (errors.Count == 0) && valid == irreps is not null, Escape(text));
        if (irreps is not null) Assert.Equal(irreps, Irreps.Parse(irreps.ToString(), Group.SU2));
    }

    private static IReadOnlyList<SignatureError> CheckErrors(string text, Func<string, IReadOnlyList<SignatureError>> read)
    {
        IReadOnlyList<SignatureError> errors = read(text);
        int end = 0;
        foreach (SignatureError error in errors)
        {
            bool inside = error.Start >= end && error.Start + error.Length <= text.Length && error.Length > 0 == text.Length > 0;
            bool readable = error.Message.Length is > 10 and < 400 && !error.Message.Any(char.IsControl) && error.Message.EndsWith('.');
            Assert.True(inside && readable, Show(text, error));
            end = error.Start + error.Length;
            if (error.Suggestion is null) continue;
            string once = Apply(text, error);
            int left = read(once).Count;
            Assert.True(left < errors.Count, $"{Show(text, error)} gives {Escape(once)} with {left} errors of {errors.Count}");
        }

        // All at once, from the end so that places stay right.
        string corrected = text;
        foreach (SignatureError error in errors.Reverse()) corrected = error.Suggestion is null ? corrected : Apply(corrected, error);
        bool promised = corrected.Length > Budget.MaxTextLength || read(corrected).Count <= errors.Count(error => error.Suggestion is null);
        Assert.True(promised, Escape(text) + " becomes " + Escape(corrected));
        return errors;
    }

    private static IReadOnlyList<SignatureError> SignatureErrors(string text)
    {
        Signature.TryParse(text, out _, out IReadOnlyList<SignatureError> errors);
        return errors;
    }

    private static IReadOnlyList<SignatureError> IrrepsErrors(string text)
    {
        Irreps.TryParse(text, Group.SU2, out _, out IReadOnlyList<SignatureError> errors);
        return errors;
    }

    private static string Apply(string text, SignatureError error) =>
        text.Remove(error.Start, error.Length).Insert(error.Start, error.Suggestion!);

    private static string Show(string text, SignatureError error) => Escape(text) + ": " + Escape(error.ToString());

    private static string Escape(string text) =>
        string.Concat(text.Take(400).Select(c => c is >= ' ' and <= '~' ? c.ToString() : "\\u" + ((int)c).ToString("X4")));
}
