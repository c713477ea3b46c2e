using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Reps.Tests.Files;

/// <summary>Damaged files: an exception of the documented type or a correct reading, nothing else, and no memory by claims.</summary>
public sealed class SafetensorsFuzzTests
{
    private const int Seed = 20240611;

    private static readonly string[] s_tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"", "-1", "0", "1e9", "9223372036854775807", "18446744073709551615", "null", "true", "\"F64\"",
        "\"U8\"", "\"dtype\"", "\"shape\"", "\"data_offsets\"", "\"__metadata__\"", "\\u0000", "\\ud800", " ", "\0", "\"a\":{}",
    ];

    private static byte[] Sample() => SafetensorsBytesBuilder.Write(
        [
            SafeTensor.Create("layer.0.weight", [2, 3], [1f, 2, 3, 4, 5, 6]),
            SafeTensor.Create("layer.0.bias", [2], [1.0, 2.0]),
            SafeTensor.Create("step", [], [42L]),
            SafeTensor.Create("mask", [3], [true, false, true]),
        ],
        new Dictionary<string, string> { ["irreps"] = "8x0e+16x1o", ["format"] = "pt" });

    [Fact]
    public void EveryTruncationIsNoticed()
    {
        byte[] whole = Sample();
        for (int length = 0; length < whole.Length; length++)
        {
            byte[] part = whole[..length];
            Assert.Throws<SafetensorsException>(() => SafetensorsBytesBuilder.Read(part));
            Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(new OneWayStream(part)));
        }
        Assert.Equal(4, SafetensorsBytesBuilder.Read(whole).Count);
    }

    [Fact]
    public void EveryExtraByteIsNoticed()
    {
        byte[] longer = [.. Sample(), 0];
        Assert.Throws<SafetensorsException>(() => SafetensorsBytesBuilder.Read(longer));
        Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(new OneWayStream(longer)));
    }

    [Fact]
    public void TwentyThousandDamagedFilesGiveTheDocumentedExceptionOrAConsistentFile()
    {
        Random random = new(Seed);
        byte[] sample = Sample();
        int refused = 0;
        for (int n = 0; n < 20_000; n++)
        {
            byte[] bytes = Damage(sample, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                SafetensorsFile file = n % 2 == 0 ? SafetensorsBytesBuilder.Read(bytes) : SafetensorsFile.Read(new OneWayStream(bytes));
                // What is accepted accounts for every byte of the data, so it can be written and read again.
                SafetensorsFile again = SafetensorsBytesBuilder.Read(SafetensorsBytesBuilder.Write([.. file.Values], new(file.Metadata)));
                Assert.Equal(file.Values.Sum(t => t.Data.Length), bytes.Length - 8 - BitConverter.ToInt32(bytes));
                Assert.Equal(file.Keys.Order(StringComparer.Ordinal), again.Keys.Order(StringComparer.Ordinal));
            }
            catch (SafetensorsException)
            {
                refused++;
            }
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        }
        // The mutators do both: most files break, and some changes are harmless.
        Assert.InRange(refused, 5_000, 19_500);
    }

    private static byte[] Damage(byte[] sample, Random random)
    {
        List<byte> bytes = [.. sample];
        int headerLength = BitConverter.ToInt32(sample);
        bool keepLength = random.Next(4) != 0;
        for (int k = random.Next(1, 4); k > 0; k--)
        {
            // Mostly inside the header, which is where damage is hard to judge.
            int at = random.Next(5) == 0 ? random.Next(bytes.Count) : Math.Min(8 + random.Next(headerLength), bytes.Count - 1);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(s_tokens[random.Next(s_tokens.Length)]));
                    break;
                case 4:
                    int length = Math.Min(random.Next(1, 60), bytes.Count - at);
                    bytes.InsertRange(random.Next(8, bytes.Count), bytes.GetRange(at, length));
                    break;
                case 5:
                    bytes[at] = (byte)"0123456789"[random.Next(10)];
                    break;
                default:
                    bytes[random.Next(8)] = (byte)random.Next(256);
                    break;
            }
            if (bytes.Count < 16)
                bytes.AddRange(new byte[16]);
        }
        // Otherwise almost every insertion would already fail on the length, and the parser would go untested.
        if (keepLength)
        {
            int data = sample.Length - 8 - headerLength;
            byte[] header = BitConverter.GetBytes((long)Math.Max(0, bytes.Count - 8 - data));
            for (int i = 0; i < 8; i++)
                bytes[i] = header[i];
        }
        return [.. bytes];
    }
}
