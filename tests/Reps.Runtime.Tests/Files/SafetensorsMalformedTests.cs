using System;
using System.IO;
using System.Linq;
using System.Text;

namespace Reps.Tests.Files;

/// <summary>Each way of breaking the format gives the one exception, which names file, tensor and problem.</summary>
public sealed class SafetensorsMalformedTests
{
    // The data of each case has 8 bytes.
    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""",
        "a", "appears twice")]
    [InlineData("""{"a":{"dtype":"F128","shape":[2],"data_offsets":[0,8]}}""", "a", "'F128' is unknown")]
    [InlineData("""{"a":{"dtype":"f32","shape":[2],"data_offsets":[0,8]}}""", "a", "'f32' is unknown")]
    [InlineData("""{"a":{"dtype":7,"shape":[2],"data_offsets":[0,8]}}""", "a", "a number where it should hold a text for dtype")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "a", "shape holds a number that is not an integer from 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}""", "a", "shape holds a number")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2e0],"data_offsets":[0,8]}}""", "a", "shape holds a number")]
    [InlineData("""{"a":{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}}""", "a", "shape holds a text")]
    [InlineData("""{"a":{"dtype":"F32","shape":[null],"data_offsets":[0,8]}}""", "a", "shape holds null")]
    [InlineData("""{"a":{"dtype":"F32","shape":[[2]],"data_offsets":[0,8]}}""", "a", "shape holds an array")]
    [InlineData("""{"a":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}""", "a", "an array for shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[18446744073709551616],"data_offsets":[0,8]}}""", "a", "shape holds a number")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9223372036854775808],"data_offsets":[0,8]}}""", "a", "shape holds a number")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}""", "a", "overflows")]
    [InlineData("""{"a":{"dtype":"F64","shape":[4294967296,4294967296,0],"data_offsets":[0,8]}}""", "a", "overflows")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "a", "needs 12 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}""", "a", "needs 4 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,8]}}""", "a", "needs 4 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "a", "run backwards")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[-1,8]}}""", "a", "data_offsets holds a number")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", "a", "must hold 2 numbers, not 1")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}}""", "a", "must hold 2 numbers, not 3")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""", "a", "the file has only 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2305843009213693951],"data_offsets":[0,9223372036854775804]}}""",
        "a", "largest .NET array")]
    [InlineData("""{"a":{"dtype":"F32","shape":[500000000],"data_offsets":[0,2000000000]}}""", "a", "the file has only 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "a", "belong to no tensor")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}""",
        "b", "inside a tensor")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""",
        "b", "inside a tensor")]
    [InlineData("""{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""",
        "b", "belong to no tensor")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", null, "4 bytes follow the last tensor")]
    [InlineData("""{}""", null, "8 bytes follow the last tensor")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2]}}""", "a", "has no data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,8]}}""", "a", "has no shape")]
    [InlineData("""{"a":{"shape":[2],"data_offsets":[0,8]}}""", "a", "has no dtype")]
    [InlineData("""{"a":{}}""", "a", "has no dtype")]
    [InlineData("""{"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "a", "dtype twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"strides":[4]}}""", "a", "unknown field 'strides'")]
    [InlineData("""{"a":[]}""", "a", "an array where it should hold an object")]
    [InlineData("""{"a":null}""", "a", "null where it should hold an object")]
    [InlineData("""{"__metadata__":"pt"}""", null, "an object for __metadata__")]
    [InlineData("""{"__metadata__":{"n":1}}""", null, "a text for the entry 'n'")]
    [InlineData("""{"__metadata__":{"n":null}}""", null, "a text for the entry 'n'")]
    [InlineData("""{"__metadata__":{"n":{"m":"x"}}}""", null, "a text for the entry 'n'")]
    [InlineData("""{"__metadata__":{"n":"1","n":"2"}}""", null, "holds 'n' twice")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", null, "__metadata__ appears twice")]
    [InlineData("""{"__metadata__":{"n":"\ud800"}}""", null, "half a surrogate pair")]
    [InlineData("""{"\udc00":{}}""", null, "half a surrogate pair")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}""", null, "not the JSON")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,],"data_offsets":[0,8]}}""", "a", "not the JSON")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},}""", null, "not the JSON")]
    [InlineData("""{"a":{"dtype":"F32",/* */"shape":[2],"data_offsets":[0,8]}}""", "a", "not the JSON")]
    [InlineData("""{} x""", null, "not the JSON")]
    [InlineData(""" {}""", null, "does not start with '{'")]
    [InlineData("""[]""", null, "does not start with '{'")]
    [InlineData("", null, "does not start with '{'")]
    public void ABrokenHeaderIsExplained(string json, string? tensor, string problem)
    {
        byte[] bytes = SafetensorsBytesBuilder.File(json, new byte[8]);

        SafetensorsException error = Assert.Throws<SafetensorsException>(() => SafetensorsBytesBuilder.Read(bytes));

        Assert.Contains(problem, error.Message);
        Assert.StartsWith("test.safetensors: ", error.Message);
        Assert.Equal("test.safetensors", error.FileName);
        Assert.Equal(tensor, error.TensorName);
        Assert.IsAssignableFrom<FormatException>(error);
        Assert.EndsWith(".", error.Message);
        // A stream that does not tell its length meets the same faults, if perhaps in another order.
        Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(new OneWayStream(bytes)));
    }

    [Fact]
    public void DeepNestingIsRefusedWithoutRecursion()
    {
        string deep = new string('[', 1_000_000) + new string(']', 1_000_000);
        Assert.Throws<SafetensorsException>(() => SafetensorsBytesBuilder.Read(SafetensorsBytesBuilder.File("{\"a\":" + deep + "}")));
        Assert.Throws<SafetensorsException>(() => SafetensorsBytesBuilder.Read(SafetensorsBytesBuilder.File(
            "{\"a\":{\"dtype\":\"F32\",\"shape\":" + deep + ",\"data_offsets\":[0,0]}}")));
        string objects = string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "1" + new string('}', 100_000);
        Assert.Throws<SafetensorsException>(() => SafetensorsBytesBuilder.Read(SafetensorsBytesBuilder.File(objects)));
    }

    [Fact]
    public void InvalidUtf8IsRefused()
    {
        byte[] json = Encoding.UTF8.GetBytes("""{"__metadata__":{"n":"x"}}""");
        json[Array.IndexOf(json, (byte)'x')] = 0xFF;
        SafetensorsException error = Assert.Throws<SafetensorsException>(() =>
            SafetensorsBytesBuilder.Read(SafetensorsBytesBuilder.File(json)));
        Assert.Contains("UTF-8", error.Message);
    }

    [Theory]
    [InlineData(100_000_001UL, "more than the 100000000")]
    [InlineData(ulong.MaxValue, "more than the 100000000")]
    [InlineData(1UL << 63, "more than the 100000000")]
    [InlineData(100_000_000UL, "ends early")]
    [InlineData(3UL, "ends early")]
    public void ALyingHeaderLengthCostsNoMemory(ulong length, string problem)
    {
        byte[] bytes = [.. BitConverter.GetBytes(length), (byte)'{', (byte)'}'];
        long before = GC.GetAllocatedBytesForCurrentThread();
        SafetensorsException known = Assert.Throws<SafetensorsException>(() => SafetensorsBytesBuilder.Read(bytes));
        SafetensorsException unknown = Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(new OneWayStream(bytes)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Contains(problem, known.Message);
        Assert.Contains(problem, unknown.Message);
    }

    [Fact]
    public void ALyingTensorSizeCostsNoMemory()
    {
        byte[] bytes = SafetensorsBytesBuilder.File("""{"a":{"dtype":"U8","shape":[2000000000],"data_offsets":[0,2000000000]}}""");
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<SafetensorsException>(() => SafetensorsBytesBuilder.Read(bytes));
        Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(new OneWayStream(bytes)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void TheMessageOfAHostileNameIsOneShortLine()
    {
        string name = "\\u0000\\n\\u001b[31m" + new string('x', 5000);
        SafetensorsException error = Assert.Throws<SafetensorsException>(
            () => SafetensorsBytesBuilder.Read(SafetensorsBytesBuilder.File("{\"" + name + "\":{}}")));
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.InRange(error.Message.Length, 1, 400);
    }

    [Fact]
    public void TheFileIsNamedByItsPath()
    {
        string path = Path.GetTempFileName();
        try
        {
            Assert.Contains(path, Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
