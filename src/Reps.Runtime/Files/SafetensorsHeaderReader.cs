using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Unicode;

namespace Reps;

/// <summary>
/// Parses the JSON header of a safetensors file. Strict: what the format does not describe is refused, never skipped, because
/// a skipped field could change what the bytes mean.
/// </summary>
internal ref struct SafetensorsHeaderReader
{
    // The object of tensors, a tensor's object, its arrays; one more, for an error that says what is wrong rather than how deep.
    private const int MaxDepth = 4;

    private const string Rewrite = "Write the file again with a program that follows the safetensors format";

    private readonly string _file;
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SafetensorsEntry> _entries = new(StringComparer.Ordinal);
    private Utf8JsonReader _json;
    private string? _tensor;

    private SafetensorsHeaderReader(ReadOnlySpan<byte> utf8, string file)
    {
        _file = file;
        _json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
    }

    /// <summary>Parses and checks a header; see <see cref="SafetensorsHeader.Create"/>.</summary>
    /// <exception cref="SafetensorsException">The header is not what the format asks for.</exception>
    public static SafetensorsHeader Read(ReadOnlySpan<byte> utf8, long? dataLength, string file)
    {
        if (utf8.IsEmpty || utf8[0] != (byte)'{')
        {
            throw new SafetensorsException(file, null, "the header does not start with '{'",
                "This is not a safetensors file, or it is damaged");
        }
        if (!Utf8.IsValid(utf8))
            throw new SafetensorsException(file, null, "the header is not valid UTF-8", "The file is damaged; copy or write it again");
        SafetensorsHeaderReader reader = new(utf8, file);
        try
        {
            reader.ReadRoot();
        }
        catch (JsonException error)
        {
            throw new SafetensorsException(file, reader._tensor,
                $"the header is not the JSON that the format asks for, near its byte {reader._json.BytesConsumed}: {Problem(error)}",
                Rewrite, error);
        }
        catch (InvalidOperationException error)
        {
            // What Utf8JsonReader.GetString throws for an escape such as \ud800, which stands for no character.
            throw new SafetensorsException(file, reader._tensor, "a text in the header holds half a surrogate pair", Rewrite, error);
        }
        return SafetensorsHeader.Create(reader._metadata, reader._entries.Values, dataLength, file);
    }

    private void ReadRoot()
    {
        _json.Read();
        bool hasMetadata = false;
        while (NextKey() is string key)
        {
            if (key != SafetensorsHeader.MetadataKey)
                ReadTensor(key);
            else if (hasMetadata)
                throw Fault($"{SafetensorsHeader.MetadataKey} appears twice");
            else
                ReadMetadata();
            hasMetadata |= key == SafetensorsHeader.MetadataKey;
            _tensor = null;
        }
        // A complete document ends here; anything but white space throws.
        _json.Read();
    }

    private void ReadMetadata()
    {
        Expect(JsonTokenType.StartObject, $"an object for {SafetensorsHeader.MetadataKey}");
        while (NextKey() is string key)
        {
            Expect(JsonTokenType.String, $"a text for the entry {Excerpt.Of(key)} of {SafetensorsHeader.MetadataKey}");
            if (!_metadata.TryAdd(key, _json.GetString()!))
                throw Fault($"{SafetensorsHeader.MetadataKey} holds {Excerpt.Of(key)} twice");
        }
    }

    private void ReadTensor(string name)
    {
        _tensor = name;
        if (_entries.ContainsKey(name))
            throw Fault("the name appears twice");
        Expect(JsonTokenType.StartObject, "an object that describes the tensor");
        SafeTensorDType? dtype = null;
        long[]? shape = null;
        long[]? offsets = null;
        while (NextKey() is string key)
        {
            if (key == "dtype" && dtype is null)
                dtype = ReadDType();
            else if (key == "shape" && shape is null)
                shape = ReadIntegers("shape");
            else if (key == "data_offsets" && offsets is null)
                offsets = ReadIntegers("data_offsets");
            else if (key is "dtype" or "shape" or "data_offsets")
                throw Fault($"it has {key} twice");
            else
                throw Fault($"it has the unknown field {Excerpt.Of(key)}");
        }
        if (dtype is null || shape is null || offsets is null)
            throw Fault($"it has no {(dtype is null ? "dtype" : shape is null ? "shape" : "data_offsets")}");
        if (offsets.Length != 2)
            throw Fault($"data_offsets must hold 2 numbers, not {offsets.Length}");
        _entries.Add(name, new SafetensorsEntry(name, dtype.Value, shape, offsets[0], offsets[1]));
    }

    private SafeTensorDType ReadDType()
    {
        Expect(JsonTokenType.String, "a text for dtype");
        string text = _json.GetString()!;
        return SafeTensorDTypes.TryParse(text, out SafeTensorDType dtype)
            ? dtype
            : throw new SafetensorsException(_file, _tensor, $"the dtype {Excerpt.Of(text)} is unknown",
                $"Known are {SafeTensorDTypes.AllNames}; convert the tensor to one of them before saving it");
    }

    private long[] ReadIntegers(string field)
    {
        Expect(JsonTokenType.StartArray, $"an array for {field}");
        List<long> values = [];
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.Number)
                throw Fault($"{field} holds {Describe(_json.TokenType)} where an integer belongs");
            // Written as an unsigned integer: -0, 1.0 and 1e3 are numbers to JSON but not to the format.
            if (!_json.TryGetUInt64(out ulong value) || value > long.MaxValue)
                throw Fault($"{field} holds a number that is not an integer from 0 to 2^63 - 1");
            values.Add((long)value);
        }
        return [.. values];
    }

    /// <summary>The next key of the object being read, or null at its end.</summary>
    private string? NextKey()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName ? _json.GetString() : null;
    }

    private void Expect(JsonTokenType type, string expected)
    {
        _json.Read();
        if (_json.TokenType != type)
            throw Fault($"the header holds {Describe(_json.TokenType)} where it should hold {expected}");
    }

    // Without the position that JsonException appends, which the header's bytes give better than its lines.
    private static string Problem(JsonException error) => error.Message.Split(" LineNumber:")[0].TrimEnd('.');

    private readonly SafetensorsException Fault(string problem) => new(_file, _tensor, problem, Rewrite);

    private static string Describe(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };
}
