using System.Globalization;
using System.Text;

namespace Reps.Algebra;

/// <content>The text form.</content>
public readonly partial struct Diagram
{
    // In the order of DiagramKind.
    internal const string Symbols = "DEHFJX";

    /// <summary>Reads the text form: <c>E{o0,i1|o1,i0}</c> exchanges two factors, <c>H{o0|i0|i1}</c> is the cross product.</summary>
    /// <param name="text">
    /// The letter of the kind, and the blocks in braces: outputs are o0, o1, …, inputs i0, i1, …, each once. Spaces do not matter.
    /// </param>
    /// <returns>The diagram.</returns>
    /// <exception cref="System.FormatException">The text is no diagram; the message says where and why.</exception>
    public static Diagram Parse(string text) => new DiagramReader(text ?? throw new System.ArgumentNullException(nameof(text))).Read();

    /// <summary>The text form, which <see cref="Parse"/> reads.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(Symbols[_kind]).Append('{');
        for (int block = 0; block < BlockCount; block++)
        {
            char separator = '|';
            foreach (int vertex in Vertices(block))
            {
                if (block > 0 || separator == ',') text.Append(separator);
                separator = ',';
                bool isOutput = vertex < Outputs;
                text.Append(isOutput ? 'o' : 'i').Append((isOutput ? vertex : vertex - Outputs).ToString(CultureInfo.InvariantCulture));
            }
        }
        return text.Append('}').ToString();
    }
}
