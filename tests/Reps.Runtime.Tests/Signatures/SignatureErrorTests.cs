using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests.Signatures;

/// <summary>Each kind of error: its code, its exact characters (between the marks), and the one-click correction.</summary>
public sealed class SignatureErrorTests
{
    private const string NoSuggestion = "\0none";

    [Theory]
    // Empty terms: the superfluous '+' goes.
    [InlineData("[+]8x0e+1o", "REPS1001", "")]
    [InlineData("8x0e[+]", "REPS1001", "")]
    [InlineData("8x0e+[+]1o", "REPS1001", "")]
    [InlineData("8x0e + [+ +] 1o", "REPS1001", "")]
    [InlineData("[++]", "REPS1001", NoSuggestion)]
    [InlineData("1o[,]", "REPS1001", "")]
    // Groups.
    [InlineData("[O3]: 1o", "REPS1002", "O(3)")]
    [InlineData("[so3]: 1", "REPS1002", "SO(3)")]
    [InlineData("[su(2)]: 1/2", "REPS1002", "SU(2)")]
    [InlineData(" [0(3)] : 1o", "REPS1002", "O(3)")]
    [InlineData("[Spin(3)]: 1/2", "REPS1002", "SU(2)")]
    [InlineData("[SO(2)]: 1o+++2z", "REPS1002", NoSuggestion)]
    [InlineData("[SU(3)]: 1", "REPS1002", NoSuggestion)]
    [InlineData("[S(n)]: 16xV^2", "REPS1002", NoSuggestion)]
    [InlineData("[O(3)] 8x0e+1o", "REPS1002", "O(3):")]
    [InlineData("[SO3] 8x0", "REPS1002", "SO(3):")]
    [InlineData("[U(1)] 8x0", "REPS1002", NoSuggestion)]
    [InlineData("[:] 8x0e", "REPS1002", "O(3):")]
    // Multiplicities.
    [InlineData("8[X]0e", "REPS1003", "x")]
    [InlineData("8[*]0e", "REPS1003", "x")]
    [InlineData("8[×]0e", "REPS1003", "x")]
    [InlineData("[-3]x1o", "REPS1003", "3")]
    [InlineData("[3.0]x1o", "REPS1003", "3")]
    [InlineData("[1.5]x1o", "REPS1003", NoSuggestion)]
    [InlineData("[1O]x1o", "REPS1003", "10")]
    [InlineData("[n]x1o", "REPS1003", NoSuggestion)]
    [InlineData("[x]1o", "REPS1003", "1x")]
    [InlineData("2x[x]1o", "REPS1003", "")]
    [InlineData("[2x3]x1o", "REPS1003", "6")]
    [InlineData("[2xnx3]x1o", "REPS1003", NoSuggestion)]
    [InlineData("8[ ]0e", "REPS1003", "x")]
    [InlineData("0e + [1ox8]", "REPS1003", "8x1o")]
    // Irreps.
    [InlineData("8[x]", "REPS1004", NoSuggestion)]
    [InlineData("[x]", "REPS1004", NoSuggestion)]
    [InlineData("8x0e + [o]", "REPS1004", NoSuggestion)]
    [InlineData("8x[o1]", "REPS1004", "1o")]
    [InlineData("8x[Oe]", "REPS1004", "0e")]
    [InlineData("1[z]", "REPS1004", "o")]
    [InlineData("2[z]", "REPS1004", "e")]
    [InlineData("1[E]", "REPS1004", "e")]
    [InlineData("1[-]", "REPS1004", "o")]
    [InlineData("4x1o[dd]", "REPS1004", "")]
    [InlineData("1[o]2x0e", "REPS1004", "o+")]
    [InlineData("4x[-]1o", "REPS1004", "")]
    [InlineData("SU(2): [1.5]", "REPS1004", "3/2")]
    [InlineData("SO(3): 2[abc]", "REPS1004", "")]
    [InlineData("SO(3): [v]", "REPS1004", NoSuggestion)]
    // Parity.
    [InlineData("8x[1]", "REPS1005", "1o")]
    [InlineData("8x0e+16x[2]", "REPS1005", "2e")]
    [InlineData("SO(3): 8x0[e]", "REPS1005", "")]
    [InlineData("SU(2): 3/2[o]", "REPS1005", "")]
    // Half-integers.
    [InlineData("[3/2]", "REPS1006", NoSuggestion)]
    [InlineData("8x[3/2]o", "REPS1006", NoSuggestion)]
    [InlineData("SO(3): 2x[1/2]", "REPS1006", NoSuggestion)]
    [InlineData("SO(3): 2x[0.5]", "REPS1006", NoSuggestion)]
    // Limits.
    [InlineData("8x[101]e", "REPS1007", NoSuggestion)]
    [InlineData("SU(2): [201/2]", "REPS1007", NoSuggestion)]
    [InlineData("SO(3): [99999999999999999999999]", "REPS1007", NoSuggestion)]
    [InlineData("[1048577]x0e", "REPS1008", NoSuggestion)]
    [InlineData("[99999999999999999999999]x0e", "REPS1008", NoSuggestion)]
    [InlineData("0e+[1048576x100e]+1o", "REPS1008", NoSuggestion)]
    // Nothing there.
    [InlineData("[]", "REPS1009", NoSuggestion)]
    [InlineData("[ \t]", "REPS1009", NoSuggestion)]
    [InlineData("[O(3): ]", "REPS1009", NoSuggestion)]
    [InlineData("[O(3)]", "REPS1009", NoSuggestion)]
    [InlineData("[:]", "REPS1009", NoSuggestion)]
    // Unexpected characters.
    [InlineData("8x0e[,] 16x1o", "REPS1010", "+")]
    [InlineData("8x0e[⊕]16x1o", "REPS1010", "+")]
    [InlineData("O(3): 8x0e[:] 16x1o", "REPS1010", "+")]
    [InlineData("8x0e[ ]16x1o", "REPS1010", "+")]
    [InlineData("SO(3): 8x0[  ]16x1", "REPS1010", "+")]
    [InlineData("[８]x0e", "REPS1010", "8")]
    [InlineData("[٣]x0e", "REPS1010", "3")]
    [InlineData("8x0[\u0435]", "REPS1010", "e")]
    [InlineData("8x0e[\u00A0]+ 1o", "REPS1010", " ")]
    [InlineData("8x0e[\0]", "REPS1010", "")]
    [InlineData("8x0e[)]", "REPS1010", "")]
    [InlineData("8x0e+[#!?]+1o", "REPS1010", NoSuggestion)]
    [InlineData("8[#]0e", "REPS1010", NoSuggestion)]
    [InlineData("8x0e[😀]", "REPS1010", NoSuggestion)]
    // Denominators.
    [InlineData("SU(2): [1/3]", "REPS1011", NoSuggestion)]
    [InlineData("SU(2): [1/0]", "REPS1011", NoSuggestion)]
    [InlineData("SU(2): [2/2]", "REPS1011", "1")]
    [InlineData("SU(2): [6/4]", "REPS1011", "3/2")]
    [InlineData("SU(2): [3/]", "REPS1011", "3/2")]
    [InlineData("[4/2]e", "REPS1011", "2")]
    [InlineData("[2/2]", "REPS1011", "1o")]
    [InlineData("SU(2): [600/2]", "REPS1007", NoSuggestion)]
    public void OneErrorWithItsPlaceAndSuggestion(string marked, string code, string suggestion)
    {
        (string text, int start, int length) = Unmark(marked);

        Assert.False(Signature.TryParse(text, out Signature? signature, out IReadOnlyList<SignatureError> errors));

        Assert.Null(signature);
        SignatureError error = Assert.Single(errors);
        Assert.Equal((code, start, length), (error.Code, error.Start, error.Length));
        Assert.Equal(suggestion == NoSuggestion ? null : suggestion, error.Suggestion);
        Assert.EndsWith(".", error.Message);
        if (error.Suggestion is null) return;
        Assert.True(Signature.TryParse(text.Remove(start, length).Insert(start, error.Suggestion), out _, out _));
    }

    [Theory]
    [InlineData("O3: -3X1 + +", "REPS1002 O3>O(3)|REPS1003 -3>3|REPS1003 X>x|REPS1005 1>1o|REPS1001 + +>")]
    [InlineData("1 + + 2q,x3e", "REPS1005 1>1o|REPS1001 +>|REPS1004 q>e|REPS1010 ,>+|REPS1003 x>1x")]
    [InlineData("8x0e+\u00A0\u2003 1o", "REPS1010 \u00A0\u2003> ")]
    [InlineData("(1o)", "REPS1010 (>|REPS1010 )>")]
    [InlineData("2x(1o+0e)", "REPS1010 2x(1o>null|REPS1010 0e)>null")]
    [InlineData("1o2e3", "REPS1004 o>o+|REPS1004 e>e+|REPS1005 3>3o")]
    [InlineData("8 16x1o", "REPS1005 8>8e|REPS1010  >+")]
    [InlineData("so3:", "REPS1002 so3>SO(3)|REPS1009 :>null")]
    [InlineData("SU(2): 1/2e+1/3+x2", "REPS1005 e>|REPS1011 1/3>null|REPS1003 x>1x")]
    public void AllErrorsOfOneText(string text, string expected)
    {
        Signature.TryParse(text, out _, out IReadOnlyList<SignatureError> errors);
        string actual = string.Join("|", errors.Select(e => $"{e.Code} {text.Substring(e.Start, e.Length)}>{e.Suggestion ?? "null"}"));
        Assert.Equal(expected, actual);
    }

    private static (string Text, int Start, int Length) Unmark(string marked)
    {
        int start = marked.IndexOf('[');
        int end = marked.IndexOf(']');
        return (marked.Remove(end, 1).Remove(start, 1), start, end - start - 1);
    }
}
