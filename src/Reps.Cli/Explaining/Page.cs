using System.Collections.Generic;

namespace Reps.Cli.Explaining;

/// <summary>What there is to say of a signature, for a terminal and for a browser.</summary>
/// <param name="Title">The signature.</param>
/// <param name="Sections">What is said, first to last.</param>
internal sealed record Page(string Title, IReadOnlyList<PageSection> Sections);

/// <summary>A part of a page: sentences, and a table.</summary>
/// <param name="Heading">What it is about.</param>
/// <param name="Sentences">A paragraph.</param>
/// <param name="Columns">The headings of the table; empty for none.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record PageSection(string Heading, string Sentences, IReadOnlyList<string> Columns, IReadOnlyList<PageRow> Rows);

/// <summary>A row of a table.</summary>
/// <param name="Cells">Its texts.</param>
/// <param name="Figure">A drawing beside it, as SVG; null for none.</param>
internal sealed record PageRow(IReadOnlyList<string> Cells, string? Figure = null);
