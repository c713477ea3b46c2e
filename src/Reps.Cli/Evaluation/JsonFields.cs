using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Reps.Algebra;

namespace Reps.Cli.Evaluation;

/// <summary>Reads fields of a JSON object; every error names the file, the field and what was expected.</summary>
internal sealed class JsonFields
{
    private readonly JsonElement _root;
    private readonly string _source;

    public JsonFields(JsonElement root, string source)
    {
        (_root, _source) = (root, source);
        if (root.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{source}: expected one JSON object, found {Quote.Json(root)}.");
        foreach (JsonProperty property in root.EnumerateObject())
            if (KnownFields.Meant(property.Name) is string meant)
                throw Error(property.Name, $"no such field; '{meant}' is meant, or remove it");
        if (Has("weight") && Has("weights")) throw Error("weights", "'weight' is there too; keep one of them");
    }

    public FormatException Error(string field, string problem) => new($"{_source}: field {Quote.Text(field)}: {problem}.");

    public bool Has(string field) => _root.TryGetProperty(field, out _);

    /// <summary>A text field; null when there is none or it holds something else.</summary>
    public string? Text(string field) => _root.TryGetProperty(field, out JsonElement value) ? Text(value, field) : null;

    public Irreps Irreps(string field)
    {
        string text = Text(field) ?? throw Error(field, $"{Found(field)}; expected a text of irreps such as \"4x0e+3x1o\"");
        return Signatures.Parse(text, $"{_source}: field '{field}'");
    }

    /// <summary>The output representation: <c>irreps_out</c>, or <c>out</c> where that is a text.</summary>
    public Irreps Output() => Irreps(Text("irreps_out") is null && Text("out") is not null ? "out" : "irreps_out");

    public TEnum Choice<TEnum>(string field, TEnum fallback)
        where TEnum : struct, Enum
    {
        if (!Has(field)) return fallback;
        if (Text(field) is string text && !int.TryParse(text, out _) && Enum.TryParse(text, ignoreCase: true, out TEnum value)) return value;
        throw Error(field, $"{Found(field)}; expected one of {string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant()}");
    }

    public IReadOnlyList<TensorProductInstruction> Instructions()
    {
        if (!_root.TryGetProperty("instructions", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
            throw Error("instructions", $"{Found("instructions")}; expected [[left, right, output, mode, has weight, path weight], …]");
        return [.. list.EnumerateArray().Select(Instruction)];
    }

    private TensorProductInstruction Instruction(JsonElement item, int number)
    {
        string field = $"instructions[{number}]";
        JsonElement[] parts = item.ValueKind == JsonValueKind.Array ? [.. item.EnumerateArray()] : [];
        if (parts.Length is not (5 or 6)) throw Error(field, "expected [left, right, output, mode, has weight] and perhaps a path weight");
        int Index(int n) =>
            parts[n].ValueKind == JsonValueKind.Number && parts[n].TryGetInt32(out int index) ? index : throw Error(field, $"item {n} is {Quote.Json(parts[n])}; expected the index of a segment");
        if (Text(parts[3], field) is not string name || !ConnectionRule.TryParse(name, out Mode mode))
            throw Error(field, $"item 3, the mode, is {Quote.Json(parts[3])}; expected one of {ConnectionRule.AllNames}");
        if (parts[4].ValueKind is not (JsonValueKind.True or JsonValueKind.False)) throw Error(field, $"item 4 is {Quote.Json(parts[4])}; expected true or false, whether the path has weights");
        double pathWeight = parts.Length == 6 ? Number(parts[5], field + "[5]") : 1;
        return new TensorProductInstruction(Index(0), Index(1), Index(2), mode, parts[4].GetBoolean(), pathWeight);
    }

    /// <summary>A list of rows of a given length; a single row may stand without its list.</summary>
    public double[][] Rows(string field, int dim)
    {
        double[][] rows = Matrix(field) ?? throw Error(field, $"{Found(field)}; expected rows of {dim} numbers");
        for (int n = 0; n < rows.Length; n++)
            if (rows[n].Length != dim)
                throw Error($"{field}[{n}]", $"{rows[n].Length} numbers; expected {dim}");
        return rows;
    }

    /// <summary>One weight vector, or one for each row.</summary>
    public double[] Weights(int count, int rows)
    {
        string field = Has("weights") ? "weights" : "weight";
        double[][] weights = Matrix(field) ?? (count == 0 ? [[]] : throw Error(field, $"missing; the product has {count} weights"));
        if (weights.Length != 1 && weights.Length != rows) throw Error(field, $"{weights.Length} rows; expected one for all or {rows}");
        foreach (double[] row in weights)
            if (row.Length != count)
                throw Error(field, $"{row.Length} numbers; the product has {count} weights");
        return [.. weights.SelectMany(row => row)];
    }

    private double[][]? Matrix(string field)
    {
        if (!_root.TryGetProperty(field, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.Array) throw Error(field, $"expected a list of numbers, found {Quote.Json(value)}");
        JsonElement[] items = [.. value.EnumerateArray()];
        return items.Length > 0 && items[0].ValueKind == JsonValueKind.Array
            ? [.. items.Select((item, n) => Vector(item, $"{field}[{n}]"))]
            : [Vector(value, field)];
    }

    private double[] Vector(JsonElement value, string field) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select((v, n) => Number(v, $"{field}[{n}]"))] : throw Error(field, $"expected a list of numbers, found {Quote.Json(value)}");

    private double Number(JsonElement value, string field) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw Error(field, $"expected a finite number, found {Quote.Json(value)}");

    private string Found(string field) => _root.TryGetProperty(field, out JsonElement value) ? "found " + Quote.Json(value) : "missing";

    private string? Text(JsonElement value, string field)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Error(field, "the text holds half of a surrogate pair");
        }
    }
}
