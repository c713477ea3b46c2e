using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers;

/// <summary>Follows representations through the tensor operations of a body and reports those that do not commute with the group.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.OfFlow;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!FlowCompilation.Concerns(start.Compilation)) return;
            FlowCompilation compilation = new(start.Compilation);
            start.RegisterOperationBlockAction(block => Analyze(block, compilation));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, FlowCompilation compilation)
    {
        if (!FlowSources.Any(context.OwningSymbol, context.OperationBlocks, context.CancellationToken)) return;
        if (FlowCompilation.IsAssumed(context.OwningSymbol)) return;
        foreach (IOperation block in context.OperationBlocks)
        {
            if (block is not (IBlockOperation or IFieldInitializerOperation or IPropertyInitializerOperation)) continue;
            FlowScope scope = new(compilation, new FlowReporter(), context.CancellationToken)
            {
                Graph = context.GetControlFlowGraph(block),
                Method = context.OwningSymbol as IMethodSymbol,
            };
            FlowBody.Run(scope, new FlowState());
            foreach (FlowFinding finding in scope.Reporter.Findings)
                context.ReportDiagnostic(finding.ToDiagnostic());
        }
    }
}
