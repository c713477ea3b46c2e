using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Reps.Algebra;

namespace Reps.Cli.Output;

/// <summary>Draws diagrams: outputs above, inputs below, blocks as lines.</summary>
internal static class DiagramDrawing
{
    private const double Step = 26;
    private const double Height = 52;
    private const double Margin = 18;
    private const double Caption = 16;
    private const double MostWidth = 1000;

    /// <summary>One picture of all diagrams, in rows, each with its text.</summary>
    public static string Svg(IReadOnlyList<Diagram> diagrams)
    {
        double width = diagrams.Select(Width).DefaultIfEmpty(100).Max();
        int columns = Math.Max(1, (int)(MostWidth / width));
        double cell = Height + (2 * Margin) + Caption;
        int rows = ((Math.Max(1, diagrams.Count) - 1) / columns) + 1;
        StringBuilder svg = new();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{columns * width:0.##}\" height=\"{rows * cell:0.##}\" font-family=\"monospace\" font-size=\"9\" text-anchor=\"middle\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        for (int n = 0; n < diagrams.Count; n++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({n % columns * width:0.##} {n / columns * cell:0.##})\">\n");
            Draw(svg, diagrams[n], width);
            svg.Append("</g>\n");
        }
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>A picture of one diagram, without a text, to stand in a page.</summary>
    public static string Figure(Diagram diagram)
    {
        StringBuilder svg = new();
        double width = (Math.Max(diagram.Inputs, diagram.Outputs) * Step) + 40;
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:0.##}\" height=\"{Height + (2 * Margin):0.##}\" role=\"img\" aria-label=\"{diagram}\">");
        Draw(svg, diagram, width, caption: false);
        return svg.Append("</svg>").ToString();
    }

    private static void Draw(StringBuilder svg, Diagram diagram, double width, bool caption = true)
    {
        (double X, double Y) Place(int vertex)
        {
            bool output = vertex < diagram.Outputs;
            int count = output ? diagram.Outputs : diagram.Inputs;
            int at = output ? vertex : vertex - diagram.Outputs;
            return ((width / 2) + ((at - ((count - 1) / 2.0)) * Step), output ? Margin : Margin + Height);
        }

        for (int block = 0; block < diagram.BlockCount; block++)
        {
            int[] vertices = diagram.Vertices(block);
            int[] above = [.. vertices.Where(vertex => vertex < diagram.Outputs)], below = [.. vertices.Where(vertex => vertex >= diagram.Outputs)];
            foreach (int[] row in new[] { above, below })
                for (int n = 1; n < row.Length; n++)
                    Arc(svg, Place(row[n - 1]), Place(row[n]), row == above);
            if (above.Length > 0 && below.Length > 0) Line(svg, Place(above[0]), Place(below[0]), "#1f4e79");
        }
        bool tentacles = diagram.Kind == DiagramKind.Jellyfish;
        (double X, double Y) head = ((width / 2) - (Math.Max(diagram.Inputs, diagram.Outputs) / 2.0 * Step) - 12, Margin + (Height / 2));
        for (int vertex = 0; vertex < diagram.VertexCount; vertex++)
        {
            bool first = diagram.Vertices(diagram.BlockOf(vertex))[0] == vertex;
            if (tentacles && first) Line(svg, head, Place(vertex), "#c55a11");
            (double x, double y) = Place(vertex);
            string fill = diagram.IsFree(vertex) ? "white" : "black";
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"3\" fill=\"{fill}\" stroke=\"black\"/>\n");
        }
        if (tentacles) svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{head.X:0.##}\" cy=\"{head.Y:0.##}\" r=\"6\" fill=\"#c55a11\"/>\n");
        if (caption) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{width / 2:0.##}\" y=\"{Height + (2 * Margin) + 6:0.##}\">{diagram}</text>\n");
    }

    private static void Arc(StringBuilder svg, (double X, double Y) from, (double X, double Y) to, bool above)
    {
        double bend = (above ? 1 : -1) * Math.Min(Height * 0.4, 10 + (Math.Abs(to.X - from.X) * 0.18));
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<path d=\"M {from.X:0.##} {from.Y:0.##} C {from.X:0.##} {from.Y + bend:0.##} {to.X:0.##} {to.Y + bend:0.##} {to.X:0.##} {to.Y:0.##}\" fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"1.6\"/>\n");
    }

    private static void Line(StringBuilder svg, (double X, double Y) from, (double X, double Y) to, string colour) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<line x1=\"{from.X:0.##}\" y1=\"{from.Y:0.##}\" x2=\"{to.X:0.##}\" y2=\"{to.Y:0.##}\" stroke=\"{colour}\" stroke-width=\"1.6\"/>\n");

    private static double Width(Diagram diagram) =>
        Math.Max((Math.Max(diagram.Inputs, diagram.Outputs) * Step) + 30, (diagram.ToString().Length * 5.6) + 10);
}
