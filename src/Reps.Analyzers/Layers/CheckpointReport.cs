using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Reps.Generators.Parsing;

namespace Reps.Analyzers.Layers;

/// <summary>Holds layers against the files of weights that the project names: another order of irreps has as many weights.</summary>
internal sealed class CheckpointReport
{
    private readonly ILookup<string, (CheckpointLayout Layout, string File)> _layouts;

    private CheckpointReport(IEnumerable<(CheckpointLayout Layout, string File)> layouts) =>
        _layouts = layouts.ToLookup(static entry => entry.Layout.Class.Replace('+', '.'), StringComparer.Ordinal);

    /// <summary>Reads the layouts among the additional files of a compilation.</summary>
    public static CheckpointReport Read(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) =>
        new(
            files
                .Where(static file => file.Path.EndsWith(CheckpointLayout.FileSuffix, StringComparison.OrdinalIgnoreCase))
                .SelectMany(file =>
                    CheckpointLayout.Parse(file.GetText(cancellationToken)?.ToString() ?? "").Select(layout => (layout, Path.GetFileName(file.Path)))
                )
        );

    /// <summary>Reports a layer whose irreps a file has in another order.</summary>
    public void Write(LayerReport report)
    {
        foreach ((CheckpointLayout stored, string file) in _layouts[report.Type.ToDisplayString()])
        {
            if (Own(report) is not string own || !CheckpointLayout.IsReordered(stored.Layout, own)) continue;
            report.Add(Rules.CheckpointOrder, report.Locator.Whole, report.Type.Name, own, file, stored.Layout);
            return;
        }
    }

    private static string? Own(LayerReport report)
    {
        List<Irreps> operands = [];
        foreach (ITypeSymbol argument in report.Attribute.AttributeClass!.TypeArguments)
        {
            if (RepParser.Operand(argument) is not { IsTensorPowers: false, Signature: string text }) return null;
            if (!Signature.TryParse(text, out Signature? signature, out _)) return null;
            operands.Add(signature!.Irreps);
        }
        return operands.Count < 2 ? null : CheckpointLayout.Of(operands[operands.Count - 1], [.. operands.Take(operands.Count - 1)]);
    }
}
