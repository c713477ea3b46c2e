using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Reps.Algebra;
using Reps.Generators.Models;
using Reps.Generators.Parsing;
using Reps.Generators.Planning;

namespace Reps.Analyzers.Layers;

/// <summary>The rules of stacks of diagram layers.</summary>
internal static class DiagramStackReport
{
    public static void Write(LayerReport report)
    {
        bool known = true;
        for (int n = 0; n < report.Attribute.AttributeClass!.TypeArguments.Length; n++)
        {
            ITypeSymbol argument = report.Attribute.AttributeClass.TypeArguments[n];
            if (LayerParser.OperandsOf(argument) is not null) continue;
            known = false;
            if (argument.TypeKind != TypeKind.Error)
                report.Add(Rules.StackInvalid, report.Locator.TypeArgument(n), $"'{argument.Name}' is no diagram layer: a stack is of two classes with [DiagramLinear]");
        }
        if (!known || LayerParser.DiagramStack(report.Type, report.Attribute, report.CancellationToken) is not DiagramStackModel model) return;
        if (DiagramStackDerivation.TryPrepare(model, report.CancellationToken, out _, out IReadOnlyList<PlanError> errors)) return;
        foreach (PlanError error in errors) report.Add(error, error.Code == Rules.StackInvalid.Id ? report.Locator.TypeArgument(1) : report.Locator.Whole);
    }
}
