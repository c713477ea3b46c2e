using System.Linq;
using System.Net;
using System.Text;

namespace Reps.Cli.Explaining;

/// <summary>A page as one HTML file that needs nothing else.</summary>
internal static class HtmlPage
{
    private const string Style =
        """
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
        h1, td:not(.figure), code { font-family: ui-monospace, monospace; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
        table { border-collapse: collapse; } th, td { border: 1px solid #ccc; padding: .3rem .6rem; text-align: left; font-size: .85rem; }
        th { background: #f2f2f2; } td.figure { background: #fff; text-align: center; }
        @media (prefers-color-scheme: dark) { body { color: #e6e6e6; background: #181818; } th { background: #2a2a2a; } th, td { border-color: #444; } }
        """;

    /// <summary>Writes a page.</summary>
    public static string Write(Page page)
    {
        StringBuilder html = new();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.Append($"<title>{Text(page.Title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{Text(page.Title)}</h1>\n");
        foreach (PageSection section in page.Sections) Section(html, section);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Section(StringBuilder html, PageSection section)
    {
        html.Append($"<h2>{Text(section.Heading)}</h2>\n<p>{Text(section.Sentences)}</p>\n");
        if (section.Rows.Count == 0) return;
        bool figures = section.Rows.Any(row => row.Figure is not null);
        html.Append("<table>\n<tr>");
        if (figures) html.Append("<th>diagram</th>");
        foreach (string column in section.Columns) html.Append($"<th>{Text(column)}</th>");
        html.Append("</tr>\n");
        foreach (PageRow row in section.Rows)
        {
            html.Append("<tr>");
            if (figures) html.Append($"<td class=\"figure\">{row.Figure}</td>");
            foreach (string cell in row.Cells) html.Append($"<td>{Text(cell)}</td>");
            html.Append("</tr>\n");
        }
        html.Append("</table>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
