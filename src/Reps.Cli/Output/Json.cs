using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reps.Algebra;

namespace Reps.Cli.Output;

/// <summary>Helpers for the JSON forms.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The fields that every exact value has.</summary>
    public static JsonObject Exact(Surd value) => new() { ["value"] = value.ToDouble(), ["exact"] = value.ToString() };

    public static JsonArray Array(IEnumerable<double> values) => new([.. values.Select(v => (JsonNode)JsonValue.Create(v))]);

    public static JsonArray Array(IEnumerable<int> values) => new([.. values.Select(v => (JsonNode)JsonValue.Create(v))]);

    public static JsonArray Array(IEnumerable<JsonNode> values) => new([.. values]);

    /// <summary>A spin: a number when it is an integer, else a text such as "3/2".</summary>
    public static JsonNode Spin(int twoJ) => twoJ % 2 == 0 ? JsonValue.Create(twoJ / 2) : JsonValue.Create(Spins.Print(twoJ));
}
