using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Tests.Groups;

namespace Reps.Tests.Signatures;

public sealed class SignatureTests
{
    [Theory]
    [InlineData("8x0e+16x1o", "O(3): 8x0e+16x1o")]
    [InlineData("O(3): 64x0e + 32x1o", "O(3): 64x0e+32x1o")]
    [InlineData(" SO ( 3 ) : 8x0+1", "SO(3): 8x0+1x1")]
    [InlineData("SU(2):3/2 + 2x1", "SU(2): 1x3/2+2x1")]
    [InlineData("O(3):\r\n  8x0e +\r\n  0x1o", "O(3): 8x0e+0x1o")]
    [InlineData("1048576x0e", "O(3): 1048576x0e")]
    [InlineData("100y", "O(3): 1x100e")]
    public void ValidTextIsReadAndPrinted(string text, string printed)
    {
        Signature signature = Signature.Parse(text);
        Assert.Equal(printed, signature.ToString());
        Assert.Equal(signature, Signature.Parse(printed));
        Assert.True(signature == Signature.Parse(printed) && signature.GetHashCode() == Signature.Parse(printed).GetHashCode());
        Assert.Equal(signature.Irreps.Group, signature.Group);
    }

    [Fact]
    public void PrintedSignaturesReadBack() => RandomIrreps.Check(RandomIrreps.Any(), irreps =>
    {
        if (irreps.Count == 0)
        {
            Assert.Throws<ArgumentException>(() => new Signature(irreps));
            return;
        }

        Signature signature = new(irreps);
        Assert.Equal(signature, Signature.Parse(signature.ToString()));
    });

    [Fact]
    public void TheExceptionCarriesAllErrors()
    {
        SignatureException exception = Assert.Throws<SignatureException>(() => Signature.Parse("O3: 8X0e + 1 + 2z + 1/2 + + 3q + 4q"));
        Assert.Equal("O3: 8X0e + 1 + 2z + 1/2 + + 3q + 4q", exception.Text);
        Assert.Equal(8, exception.Errors.Count);
        Assert.StartsWith("REPS1002 at 0: Found the group 'O3'; expected 'O(3)'.\nREPS1003 at 5: ", exception.Message);
        Assert.EndsWith("(3 more)\nin 'O3: 8X0e + 1 + 2z + 1/2 + + 3q + 4q'", exception.Message);
    }

    [Fact]
    public void NullIsAnEmptyText()
    {
        Assert.False(Signature.TryParse(null, out _, out IReadOnlyList<SignatureError> errors));
        Assert.Equal(("REPS1009", 0, 0), (errors[0].Code, errors[0].Start, errors[0].Length));
        Assert.True(Irreps.TryParse(null, out Irreps? irreps));
        Assert.Equal(Irreps.Empty(Group.O3), irreps);
    }

    [Theory]
    [InlineData('+')]
    [InlineData('1')]
    [InlineData('\0')]
    [InlineData(' ')]
    public void TenMegabytesAreOneError(char c)
    {
        string text = new(c, 10_000_000);
        Signature.TryParse(text, out _, out IReadOnlyList<SignatureError> errors);
        SignatureError error = Assert.Single(errors);
        Assert.Equal(("REPS1008", Budget.MaxTextLength, text.Length), (error.Code, error.Start, error.Start + error.Length));
        Assert.False(Irreps.TryParse(text, Group.SU2, out _, out errors));
        Assert.Equal("REPS1008", Assert.Single(errors).Code);
    }

    [Theory]
    [InlineData("1o+", 1)]
    [InlineData("1o ", 1025)]
    [InlineData("1o", 1025)]
    [InlineData("1o+1z,", 1025)]
    public void TermsBeyondTheLimitAreOneError(string unit, int errorCount)
    {
        // The other errors are those up to the limit: a missing or wrong separator each, or one in every second term and every second '+'.
        string text = string.Concat(Enumerable.Repeat(unit, 1500)) + "1o";
        Signature.TryParse(text, out _, out IReadOnlyList<SignatureError> errors);
        SignatureError last = errors[^1];
        Assert.Equal("REPS1008", last.Code);
        Assert.Equal(text.Length, last.Start + last.Length);
        Assert.Single(errors, error => error.Code == "REPS1008");
        Assert.Equal(errorCount, errors.Count);
    }

    [Fact]
    public void AsManyTermsAsAllowedAreRead() =>
        Assert.Equal(Budget.MaxTerms, Signature.Parse(string.Join("+", Enumerable.Repeat("1o", Budget.MaxTerms))).Irreps.Count);

    [Fact]
    public void DimensionsUpToTheLimitAreRead()
    {
        string full = string.Join("+", Enumerable.Repeat("1048576x0e", 16));
        Assert.Equal(Budget.MaxDim, Signature.Parse(full).Irreps.Dim);
        Signature.TryParse(full + "+0x1o+1x0o+8x1o", out _, out IReadOnlyList<SignatureError> errors);
        Assert.Equal(("REPS1008", full.Length + 6, 4), (errors[0].Code, errors[0].Start, errors[0].Length));
        Assert.Single(errors);
    }

    [Fact]
    public void SignaturesHaveATextForm()
    {
        Assert.Throws<ArgumentException>(() => new Signature(new Irreps(Group.SO3, [Irrep.SO3(Budget.MaxDegree + 1)])));
        Assert.Throws<ArgumentException>(() => new Signature(Irreps.Parse("0x0e").Repeat(Budget.MaxTerms + 1)));
    }

    [Theory]
    [InlineData("1\u202E\u0007z", "'\\u202E\\u0007'")]
    [InlineData("8x0e\r\u0085+ 1o", "'\\u0085'")]
    [InlineData("8x0e😀😀", "'😀😀'")]
    [InlineData("1\nq\n\tq", "'q\\u000A\\u0009q'")]
    public void MessagesSpellOutInvisibleCharacters(string text, string quoted)
    {
        Signature.TryParse(text, out _, out IReadOnlyList<SignatureError> errors);
        Assert.Contains(quoted, errors[0].Message);
    }

    [Fact]
    public void MessagesSpellOutHalvesOfPairs()
    {
        Signature.TryParse("8x0e\uD83D", out _, out IReadOnlyList<SignatureError> errors);
        Assert.Contains("'\\uD83D'", Assert.Single(errors).Message);
    }

    [Fact]
    public void MessagesCutLongTexts()
    {
        Signature.TryParse(new string('q', 5000), out _, out IReadOnlyList<SignatureError> errors);
        Assert.Contains("'" + new string('q', 40) + "...'", Assert.Single(errors).Message);
    }
}
