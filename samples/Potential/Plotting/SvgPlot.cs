using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;

namespace Potential.Plotting;

/// <summary>Draws plots as SVG.</summary>
public sealed class SvgPlot
{
    private const double Width = 720, PanelHeight = 300, Left = 80, Right = 24, Top = 24, Bottom = 52;

    // Distinguishable with colour vision deficiencies (Okabe and Ito).
    private static readonly string[] s_colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];

    private readonly StringBuilder _text = new();

    /// <summary>Plots, one below the other.</summary>
    public static string Draw(IReadOnlyList<PlotPanel> panels)
    {
        SvgPlot plot = new();
        double height = PanelHeight * panels.Count;
        plot.Add(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" font-family=\"sans-serif\" font-size=\"12\">");
        plot.Add($"<rect width=\"{Width}\" height=\"{height}\" fill=\"white\"/>");
        for (int n = 0; n < panels.Count; n++) plot.Panel(panels[n], n * PanelHeight);
        plot.Add($"</svg>");
        return plot._text.ToString();
    }

    private void Panel(PlotPanel panel, double top)
    {
        (double left, double right, double upper, double lower) = (Left, Width - Right, top + Top, top + PanelHeight - Bottom);
        AxisScale x = new(panel.Series.SelectMany(series => series.X), panel.X.Logarithmic);
        AxisScale y = new(panel.Series.SelectMany(series => series.Y), panel.Y.Logarithmic);
        double AtX(double value) => left + (x.Place(value) * (right - left));
        double AtY(double value) => lower - (y.Place(value) * (lower - upper));

        foreach (double tick in x.Ticks)
        {
            Line(AtX(tick), lower, AtX(tick), upper, "#ddd");
            Text(AtX(tick), lower + 18, "middle", AxisScale.Text(tick));
        }
        foreach (double tick in y.Ticks)
        {
            Line(left, AtY(tick), right, AtY(tick), "#ddd");
            Text(left - 8, AtY(tick) + 4, "end", AxisScale.Text(tick));
        }
        Line(left, lower, right, lower, "#333");
        Line(left, upper, left, lower, "#333");
        Text((left + right) / 2, lower + 38, "middle", panel.X.Title);
        double middle = (upper + lower) / 2;
        Add($"<text transform=\"translate({left - 58:0.##} {middle:0.##}) rotate(-90)\" text-anchor=\"middle\">{SecurityElement.Escape(panel.Y.Title)}</text>");

        for (int n = 0; n < panel.Series.Count; n++)
        {
            PlotSeries series = panel.Series[n];
            string colour = s_colours[n % s_colours.Length];
            (double X, double Y)[] points =
            [
                .. series.X.Zip(series.Y)
                    .Where(point => AxisScale.Fits(point.First, panel.X.Logarithmic) && AxisScale.Fits(point.Second, panel.Y.Logarithmic))
                    .Select(point => (AtX(point.First), AtY(point.Second))),
            ];
            string path = string.Join(' ', points.Select(point => FormattableString.Invariant($"{point.X:0.##},{point.Y:0.##}")));
            Add($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\" points=\"{path}\"/>");
            // A line of one point cannot be seen.
            if (points.Length == 1) Add($"<circle cx=\"{points[0].X:0.##}\" cy=\"{points[0].Y:0.##}\" r=\"3\" fill=\"{colour}\"/>");
            double row = upper + 14 + (18 * n);
            Line(right - 130, row - 4, right - 104, row - 4, colour);
            Text(right - 98, row, "start", series.Name);
        }
    }

    private void Line(double x1, double y1, double x2, double y2, string colour) =>
        Add($"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" stroke=\"{colour}\"/>");

    private void Text(double x, double y, string anchor, string text) =>
        Add($"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\">{SecurityElement.Escape(text)}</text>");

    private void Add(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
