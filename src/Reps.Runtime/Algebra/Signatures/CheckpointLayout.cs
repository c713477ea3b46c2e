using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>
/// The signatures of one layer in a file of weights, as text: one line for each layer, its path, its class and its signatures with tabs between.
/// The file's metadata holds it, <c>reps layout</c> prints it, and analyzers read it from files named <c>*.layout.txt</c>.
/// </summary>
/// <param name="Path">Where the layer is in the module: <c>first.mix</c>.</param>
/// <param name="Class">The full name of its class.</param>
/// <param name="Layout">Its signatures: <c>O(3): 8x0e+8x1o -> O(3): 8x1o</c>, several inputs with commas between.</param>
public sealed record CheckpointLayout(string Path, string Class, string Layout)
{
    /// <summary>Under which key metadata holds the text.</summary>
    public const string MetadataKey = "reps.layout";

    /// <summary>How the names of text files end that analyzers read.</summary>
    public const string FileSuffix = ".layout.txt";

    private const string Arrow = " -> ";

    /// <summary>The signatures of a layer as text.</summary>
    /// <param name="output">The output.</param>
    /// <param name="inputs">The inputs; none where it is the same representation.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A representation has no text form.</exception>
    public static string Of(Irreps output, params Irreps[] inputs)
    {
        if (output is null) throw new ArgumentNullException(nameof(output));
        if (inputs is null) throw new ArgumentNullException(nameof(inputs));
        return Of(Text(output), [.. inputs.Select(Text)]);
    }

    /// <summary>The signatures of a layer as text.</summary>
    /// <param name="output">The signature of the output.</param>
    /// <param name="inputs">Those of the inputs; none where it is the same representation.</param>
    /// <exception cref="ArgumentNullException">There is no list of inputs.</exception>
    public static string Of(string output, params string[] inputs)
    {
        if (inputs is null) throw new ArgumentNullException(nameof(inputs));
        return inputs.Length == 0 ? output : string.Join(", ", inputs) + Arrow + output;
    }

    /// <summary>The lines of layers.</summary>
    /// <param name="layouts">The layers, in the order of the lines.</param>
    /// <returns>The lines, without one at the end.</returns>
    public static string Format(IEnumerable<CheckpointLayout> layouts) =>
        string.Join("\n", layouts.Select(static layout => $"{layout.Path}\t{layout.Class}\t{layout.Layout}"));

    /// <summary>Reads lines; what is not such a line is passed over.</summary>
    /// <param name="text">The text, with line ends of any kind.</param>
    /// <returns>The layers in the order of the lines.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static IReadOnlyList<CheckpointLayout> Parse(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        List<CheckpointLayout> layouts = [];
        foreach (string line in text.Split('\n'))
        {
            string[] parts = line.TrimEnd('\r').Split('\t');
            if (parts.Length == 3) layouts.Add(new(parts[0], parts[1], parts[2]));
        }
        return layouts;
    }

    /// <summary>The layers that a file's metadata speak of; none where it says nothing.</summary>
    /// <param name="metadata">The metadata of a safetensors file.</param>
    /// <exception cref="ArgumentNullException">The metadata is null.</exception>
    public static IReadOnlyList<CheckpointLayout> Read(IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata is null) throw new ArgumentNullException(nameof(metadata));
        return metadata.TryGetValue(MetadataKey, out string? text) ? Parse(text) : [];
    }

    /// <summary>Whether two layers have the same irreps, but in another order. Texts that are no irreps never have.</summary>
    /// <param name="left">The <see cref="Layout"/> of one.</param>
    /// <param name="right">That of the other.</param>
    public static bool IsReordered(string left, string right)
    {
        if (left == right || Operands(left) is not List<Irreps> a || Operands(right) is not List<Irreps> b || a.Count != b.Count) return false;
        return !a.SequenceEqual(b) && a.Zip(b, static (x, y) => x.Group == y.Group && x.Regroup().Equals(y.Regroup())).All(static same => same);
    }

    private static string Text(Irreps irreps) => new Signature(irreps).ToString();

    private static List<Irreps>? Operands(string layout)
    {
        List<Irreps> operands = [];
        foreach (string text in layout.Replace(Arrow, ", ").Split([", "], StringSplitOptions.None))
        {
            if (!Signature.TryParse(text, out Signature? signature, out _)) return null;
            operands.Add(signature!.Irreps);
        }
        return operands;
    }
}
