using System.Globalization;
using System.Linq;
using Spectre.Console;

namespace Reps.Cli.Output;

/// <summary>Tables for people.</summary>
internal static class Tables
{
    public static Table Create(string title, params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.Title = new TableTitle(Markup.Escape(title), new Style(decoration: Decoration.Bold));
        foreach (string column in columns) table.AddColumn(new TableColumn($"[grey]{Markup.Escape(column)}[/]").RightAligned());
        return table;
    }

    public static void Row(this Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
