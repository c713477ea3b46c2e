using System.Globalization;
using System.Linq;
using Spectre.Console;

namespace Reps.Cli.Output;

/// <summary>Tables for people.</summary>
internal static class Tables
{
    /// <summary>A line above a table; not the title of the table, which would be wrapped to its width.</summary>
    public static void Title(this IAnsiConsole console, string title)
    {
        console.Write(new Text(title, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
    }

    public static Table Create(params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (string column in columns) table.AddColumn(new TableColumn($"[grey]{Markup.Escape(column)}[/]").RightAligned());
        return table;
    }

    public static void Row(this Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    public static string Number(double value) => (value == 0 ? 0 : value).ToString("R", CultureInfo.InvariantCulture);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
