using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Reps;

/// <summary>Writes the length and JSON header of a safetensors file, byte for byte as the reference implementation does.</summary>
internal static class SafetensorsHeaderWriter
{
    // The header's length is a multiple of this, so that the data behind it is aligned for every element type.
    private const int Alignment = 8;

    /// <summary>The 8 bytes of length and the padded header of tensors whose data will follow in this order.</summary>
    public static byte[] Write(IReadOnlyList<SafeTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        StringBuilder json = new("{");
        if (metadata is { Count: > 0 })
        {
            json.Append('"').Append(SafetensorsHeader.MetadataKey).Append("\":{");
            foreach (KeyValuePair<string, string> entry in metadata.OrderBy(m => m.Key, Utf8OrderComparer.Instance))
            {
                AppendText(json, entry.Key);
                AppendText(json.Append(':'), entry.Value);
                json.Append(',');
            }
            json.Length--;
            json.Append("},");
        }
        long offset = 0;
        foreach (SafeTensor tensor in tensors)
        {
            AppendText(json, tensor.Name);
            json.Append(":{\"dtype\":\"").Append(SafeTensorDTypes.NameOf(tensor.DType)).Append("\",\"shape\":[");
            json.AppendJoin(',', tensor.Shape.Select(n => n.ToString(CultureInfo.InvariantCulture)));
            json.Append(CultureInfo.InvariantCulture, $"],\"data_offsets\":[{offset},{offset + tensor.Data.Length}]}},");
            offset += tensor.Data.Length;
        }
        if (json[^1] == ',')
            json.Length--;
        return Pad(json.Append('}').ToString());
    }

    private static byte[] Pad(string json)
    {
        int length = Encoding.UTF8.GetByteCount(json);
        int padded = (length + Alignment - 1) / Alignment * Alignment;
        if (padded > SafetensorsHeader.MaxLength)
        {
            throw new ArgumentException(
                $"The header would take {padded} bytes; the format allows {SafetensorsHeader.MaxLength}. Split the file.");
        }
        byte[] result = new byte[8 + padded];
        BinaryPrimitives.WriteUInt64LittleEndian(result, (ulong)padded);
        Encoding.UTF8.GetBytes(json, result.AsSpan(8));
        result.AsSpan(8 + length).Fill((byte)' ');
        return result;
    }

    private static void AppendText(StringBuilder json, string text)
    {
        if (text is null || !SafeTensor.IsUnicode(text))
        {
            throw new ArgumentException(
                $"The metadata text {Excerpt.Of(text ?? "null")} is null or holds half a surrogate pair; it has no UTF-8 form.");
        }
        json.Append('"');
        foreach (char c in text)
        {
            // Only what JSON requires is escaped; everything else stays as UTF-8.
            string? escaped = c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => null,
            };
            if (escaped is null)
                json.Append(c);
            else
                json.Append(escaped);
        }
        json.Append('"');
    }
}
