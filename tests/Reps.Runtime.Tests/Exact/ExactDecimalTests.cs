using System;
using System.Globalization;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Exact;

/// <summary>Decimal text of doubles and floats, against the parser of the framework: they read back, and nothing shorter does.</summary>
public class ExactDecimalTests
{
    [Theory]
    [InlineData(0.5, "0.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(3.0, "3")]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1e-30, "1E-30")]
    [InlineData(1.5e300, "1.5E300")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.00001234, "0.00001234")]
    [InlineData(0.000001234, "1.234E-6")]
    [InlineData(4.1045368012983762e-289, "4.1045368012983762E-289")]
    [InlineData(0.57735026918962573, "0.5773502691896257")]
    [InlineData(0.70710678118654757, "0.7071067811865476")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(120000.0, "120000")]
    [InlineData(double.Epsilon, "5E-324")]
    [InlineData(double.MaxValue, "1.7976931348623157E308")]
    [InlineData(5e-324 * 9007199254740992.0, "4.450147717014403E-308")]
    [InlineData(9007199254740993.0, "9007199254740992")]
    [InlineData(1e23, "1E23")]
    public void Known_texts(double value, string expected) => Assert.Equal(expected, ExactDecimal.Format(value));

    [Theory]
    [InlineData(0.1f, "0.1")]
    [InlineData(0.57735026f, "0.57735026")]
    [InlineData(16777216f, "16777216")]
    [InlineData(float.Epsilon, "1E-45")]
    [InlineData(float.MaxValue, "3.4028235E38")]
    [InlineData(-0.0f, "-0.0")]
    public void Known_texts_of_floats(float value, string expected) => Assert.Equal(expected, ExactDecimal.Format(value));

    [Fact]
    public void Doubles_read_back_with_the_fewest_digits()
    {
        Random random = new(64);
        for (int trial = 0; trial < 5000; trial++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value)) AssertShortest(value);
            AssertShortest(random.NextDouble());
            AssertShortest(random.Next(1, 1000) / 1000.0);
        }

        for (int power = -1074; power < 1024; power++)
        {
            // Below a power of two the neighbour is nearer than above it.
            AssertShortest(Math.ScaleB(1, power));
            AssertShortest(Math.BitDecrement(Math.ScaleB(1, power)));
            AssertShortest(Math.BitIncrement(Math.ScaleB(1, power)));
        }
    }

    [Fact]
    public void Floats_read_back_with_the_fewest_digits()
    {
        Random random = new(32);
        for (int trial = 0; trial < 5000; trial++)
        {
            float value = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            if (float.IsFinite(value)) AssertShortest(value);
            AssertShortest(random.NextSingle());
        }

        for (int power = -149; power < 128; power++) AssertShortest(MathF.ScaleB(1, power));
    }

    [Fact]
    public void Only_finite_numbers_have_a_text()
    {
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => ExactDecimal.Format(double.NaN)).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => ExactDecimal.Format(float.PositiveInfinity)).ParamName);
    }

    private static void AssertShortest(double value)
    {
        string text = ExactDecimal.Format(value);
        Assert.True(ReadsBack(text), $"{text} is not {value:R}");
        foreach (string shorter in OneDigitLess(text, digits => value.ToString(digits, CultureInfo.InvariantCulture)))
            Assert.False(ReadsBack(shorter), $"{text} is longer than {shorter}");

        bool ReadsBack(string candidate)
            => BitConverter.DoubleToInt64Bits(double.Parse(candidate, CultureInfo.InvariantCulture))
                == BitConverter.DoubleToInt64Bits(value);
    }

    private static void AssertShortest(float value)
    {
        string text = ExactDecimal.Format(value);
        Assert.True(ReadsBack(text), $"{text} is not {value:R}");
        foreach (string shorter in OneDigitLess(text, digits => value.ToString(digits, CultureInfo.InvariantCulture)))
            Assert.False(ReadsBack(shorter), $"{text} is longer than {shorter}");

        bool ReadsBack(string candidate)
            => BitConverter.SingleToInt32Bits(float.Parse(candidate, CultureInfo.InvariantCulture))
                == BitConverter.SingleToInt32Bits(value);
    }

    // The number rounded to one digit less than the text has, and the next numbers of that length above and below.
    private static string[] OneDigitLess(string text, Func<string, string> format)
    {
        int count = text.Split('E')[0].Replace(".", "").Trim('-', '0').Length;
        if (count < 2) return [];
        string[] parts = format("E" + (count - 2)).Split('E');
        long digits = long.Parse(parts[0].Replace(".", ""));
        return [.. new[] { digits - 1, digits, digits + 1 }.Select(candidate => $"{candidate}E{int.Parse(parts[1]) - (count - 2)}")];
    }
}
