using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Reps.Tests.Files;

/// <summary>Damaged texts: an exception of the documented type or well-formed frames, nothing else.</summary>
public sealed class ExtendedXyzFuzzTests
{
    private const int Seed = 77;

    private const string Cell =
        "2\nProperties=species:S:1:pos:R:3:Z:I:1 Lattice=\"4 0 0 1 4 0 0 0 5\" pbc=\"T T F\" name='two atoms'\n"
        + "C 0 0 0 6\nO 0 0 1.1 8\n";

    private static readonly string[] s_tokens =
    [
        "\n", "\r", " ", "\"", "'", "{", "}", "[", "]", "=", ":", "-", "nan", "inf", "1e400", "99999999999", "H", "Zz", "\0", "\u2028",
        "\ud800", "Properties=", "Lattice=", "pbc=", "energy=", ":R:3", "\n3\n", "\\", "\t", "é",
    ];

    [Fact]
    public void FiveThousandDamagedTextsGiveTheDocumentedExceptionOrWellFormedFrames()
    {
        string[] samples = [TestData.Text("ethanol.xyz"), Cell, "3\nplain\nH 0 0 0\nO 0 0 1\nH 0 1 1\n"];
        Random random = new(Seed);
        int refused = 0;
        for (int n = 0; n < 5_000; n++)
        {
            string text = Damage(samples[n % samples.Length], random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                foreach (XyzFrame frame in ExtendedXyz.Parse(text))
                {
                    Assert.Equal(frame.Count, frame.Species.Count);
                    Assert.Equal(3 * frame.Count, frame.Positions.Length);
                    Assert.Equal(frame.Forces?.Length ?? frame.Positions.Length, frame.Positions.Length);
                    Assert.All(frame.Positions, x => Assert.True(double.IsFinite(x)));
                    Assert.All(frame.AtomicNumbers, z => Assert.InRange(z, 1, 118));
                }
            }
            catch (XyzException error)
            {
                refused++;
                Assert.InRange(error.LineNumber, 1, text.Count(c => c is '\n' or '\r') + 2);
                Assert.DoesNotContain(error.Message, char.IsControl);
            }
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
        }
        Assert.InRange(refused, 1_000, 4_900);
    }

    [Fact]
    public void EveryTruncationThatLosesAnAtomIsNoticed()
    {
        string whole = TestData.Text("ethanol.xyz");
        int firstFrame = whole.IndexOf("\n9\n", StringComparison.Ordinal);
        // Cutting the last number short, or between the frames, leaves a valid text; losing a column or a line does not.
        int lastNumber = whole.TrimEnd().LastIndexOf(' ') + 1;
        int lastOfFirst = whole.LastIndexOf(' ', firstFrame) + 1;
        for (int length = 0; length < lastNumber; length++)
        {
            string part = whole[..length];
            if (length > lastOfFirst && length <= firstFrame + 1)
                continue;
            Assert.Throws<XyzException>(() => ExtendedXyz.Parse(part));
        }
        Assert.Equal(2, ExtendedXyz.Parse(whole).Count);
    }

    private static string Damage(string sample, Random random)
    {
        StringBuilder text = new(sample);
        for (int k = random.Next(1, 4); k > 0 && text.Length > 0; k--)
        {
            int at = random.Next(3) == 0 ? random.Next(text.Length) : random.Next(Math.Min(text.Length, 200));
            switch (random.Next(5))
            {
                case 0:
                    text[at] = (char)random.Next(128);
                    break;
                case 1:
                    text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at));
                    break;
                case 2:
                    text.Insert(at, s_tokens[random.Next(s_tokens.Length)]);
                    break;
                case 3:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 50), text.Length - at)));
                    break;
                default:
                    List<string> lines = [.. text.ToString().Split('\n')];
                    lines.RemoveAt(random.Next(lines.Count));
                    text = new StringBuilder(string.Join('\n', lines));
                    break;
            }
        }
        return text.ToString();
    }
}
