using System.Globalization;
using System.Text;
using Reps.Algebra;

namespace Reps.Generators.Emission;

/// <summary>A segment that a path reads or adds to.</summary>
/// <param name="Span">The name of the span that holds one row of the operand.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Channels">Its channel letters.</param>
/// <param name="Axis">The axis of the coefficients that its component index runs along; −1 for weights.</param>
internal sealed record PlanValue(string Span, Segment Segment, string Channels, int Axis)
{
    /// <summary>The C# expression for one number of the segment; letters whose extent is 1 have been dropped.</summary>
    /// <param name="path">The path, for the extents of the letters.</param>
    /// <param name="component">The component index; null when it is the variable <paramref name="componentVariable"/>.</param>
    /// <param name="componentVariable">The name of the variable holding the component index.</param>
    public string Element(PlanPath path, int? component, string? componentVariable = null)
    {
        StringBuilder index = new();
        int constant = Segment.Offset + (component ?? 0) * Segment.Channels;
        if (constant != 0) index.Append(constant.ToString(CultureInfo.InvariantCulture));
        if (componentVariable is not null)
            Append(index, Segment.Channels == 1 ? componentVariable : componentVariable + " * " + Segment.Channels.ToString(CultureInfo.InvariantCulture));
        string channel = Channel(path);
        if (channel.Length > 0) Append(index, channel);
        if (index.Length == 0) index.Append('0');
        return $"{Span}[{index}]";
    }

    private string Channel(PlanPath path)
    {
        string expression = "";
        foreach (char letter in Channels)
        {
            if (letter == 'q')
            {
                expression = "q";
                continue;
            }
            int extent = path.Extent(letter);
            if (extent == 1) continue;
            string size = extent.ToString(CultureInfo.InvariantCulture);
            bool compound = expression.IndexOf('+') >= 0;
            expression =
                expression.Length == 0 ? letter.ToString()
                : compound ? $"({expression}) * {size} + {letter}"
                : $"{expression} * {size} + {letter}";
        }
        return expression;
    }

    private static void Append(StringBuilder text, string term)
    {
        if (text.Length > 0) text.Append(" + ");
        text.Append(term);
    }
}
