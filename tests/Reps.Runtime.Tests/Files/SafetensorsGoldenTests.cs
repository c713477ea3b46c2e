using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests.Files;

/// <summary>Files written out by hand from the format's description, byte for byte as its reference implementation writes them.</summary>
public sealed class SafetensorsGoldenTests
{
    // 1, -2, 0.5 as F32; 1 and -1 as I64; 1.5 as F16 (0x3E00); -2 as BF16 (0xC000); true, false.
    private const string Json =
        """{"__metadata__":{"format":"pt","note":"é \"q\"\n"},"n":{"dtype":"I64","shape":[2],"data_offsets":[0,16]},"""
        + """ "w":{"dtype":"F32","shape":[3,1],"data_offsets":[16,28]},"b":{"dtype":"BF16","shape":[],"data_offsets":[28,30]},"""
        + """ "h":{"dtype":"F16","shape":[1],"data_offsets":[30,32]},"z":{"dtype":"BOOL","shape":[2],"data_offsets":[32,34]}}""";

    private static readonly byte[] s_data =
    [
        1, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0, 0, 0, 0x3F,
        0x00, 0xC0,
        0x00, 0x3E,
        1, 0,
    ];

    private static byte[] Golden()
    {
        // The literals above start with a space, as they cannot start with a quote.
        string compact = Json.Replace(", \"", ",\"", StringComparison.Ordinal);
        while (System.Text.Encoding.UTF8.GetByteCount(compact) % 8 != 0)
            compact += " ";
        return SafetensorsBytesBuilder.File(compact, s_data);
    }

    [Fact]
    public void ReadsEveryPartOfAFileMadeByHand()
    {
        SafetensorsFile file = SafetensorsBytesBuilder.Read(Golden());

        Assert.Equal(["n", "w", "b", "h", "z"], file.Keys);
        Assert.Equal([1L, -1L], file["n"].ToInt64s());
        Assert.Equal([1f, -2f, 0.5f], file["w"].ToSingles());
        Assert.Equal([1.0, -2.0, 0.5], file["w"].ToDoubles());
        Assert.Equal([3L, 1L], file["w"].Shape);
        Assert.Equal([-2f], file["b"].ToSingles());
        Assert.Empty(file["b"].Shape);
        Assert.Equal([1.5], file["h"].ToDoubles());
        Assert.Equal([1L, 0L], file["z"].ToInt64s());
        Assert.Equal(SafeTensorDType.Bool, file["z"].DType);
        Assert.Equal("pt", file.Metadata["format"]);
        Assert.Equal("é \"q\"\n", file.Metadata["note"]);
        Assert.Equal(2, file.Metadata.Count);
    }

    [Fact]
    public void WritesTheSameBytesAsMadeByHandWhateverTheOrderOfArguments()
    {
        SafeTensor[] tensors =
        [
            SafeTensor.Create("z", [2], [true, false]),
            new SafeTensor("b", SafeTensorDType.BF16, [], new byte[] { 0x00, 0xC0 }),
            SafeTensor.Create("w", [3, 1], [1f, -2f, 0.5f]),
            SafeTensor.Create("h", [1], [(Half)1.5]),
            SafeTensor.Create("n", [2], [1L, -1L]),
        ];
        Dictionary<string, string> metadata = new() { ["note"] = "é \"q\"\n", ["format"] = "pt" };

        Assert.Equal(Golden(), SafetensorsBytesBuilder.Write(tensors, metadata));
        Assert.Equal(Golden(), SafetensorsBytesBuilder.Write([.. tensors.Reverse()], metadata));
    }

    // The two examples that the format's reference implementation keeps in its own tests: no padding needed, and padding.
    [Theory]
    [InlineData("attn.0", "[1,2,3]", 64, new long[] { 1, 2, 3 })]
    [InlineData("attn0", "[1,1,2,3]", 72, new long[] { 1, 1, 2, 3 })]
    public void PadsTheHeaderWithSpacesToEightBytes(string name, string shape, int length, long[] extents)
    {
        string json = $$$"""{"{{{name}}}":{"dtype":"F32","shape":{{{shape}}},"data_offsets":[0,24]}}""".PadRight(length);
        byte[] data = [0, 0, 0, 0, 0, 0, 128, 63, 0, 0, 0, 64, 0, 0, 64, 64, 0, 0, 128, 64, 0, 0, 160, 64];

        byte[] written = SafetensorsBytesBuilder.Write([SafeTensor.Create(name, extents, [0f, 1f, 2f, 3f, 4f, 5f])]);

        Assert.Equal(length, written[0]);
        Assert.Equal(SafetensorsBytesBuilder.File(json, data), written);
    }

    [Fact]
    public void WritesAnEmptyFileAsTwoBracesAndSixSpaces()
    {
        Assert.Equal([8, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'}', 32, 32, 32, 32, 32, 32], SafetensorsBytesBuilder.Write([]));
        Assert.Empty(SafetensorsBytesBuilder.Read(SafetensorsBytesBuilder.File("{}")));
    }

    [Fact]
    public void SortsNamesByCodePointAsUtf8BytesDo()
    {
        // U+E000 sorts below U+10000 in UTF-8, above its surrogates in UTF-16.
        string[] names = ["\U00010000", "\uE000", "b", "a", "", "ab"];

        byte[] bytes = SafetensorsBytesBuilder.Write([.. names.Select(n => SafeTensor.Create(n, [1], [1f]))]);

        Assert.Equal(["", "a", "ab", "b", "\uE000", "\U00010000"], SafetensorsBytesBuilder.Read(bytes).Keys);
    }
}
