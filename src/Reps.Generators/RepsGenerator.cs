using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Generators.Emission;
using Reps.Generators.Models;
using Reps.Generators.Parsing;

namespace Reps.Generators;

/// <summary>
/// Completes annotated types: parse attributes into values, derive plans, write C#. Nothing of the compilation travels past the first
/// step, so an edit elsewhere recomputes nothing. Diagnostics are the analyzers' business.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class RepsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Register(context, Names.Rep, Steps.Rep, RepParser.Parse, static m => m.Type, static (m, _, _) => RepEmitter.Emit(m));
        Register(context, Names.TensorProduct, Steps.TensorProduct, Layer(LayerParser.TensorProduct), static m => m.Type, TensorProductEmitter.Emit);
        Register(context, Names.Linear, Steps.Linear, Layer(LayerParser.Linear), static m => m.Type, LinearEmitter.Emit);
        Register(context, Names.SphericalHarmonics, Steps.Harmonics, Layer(LayerParser.SphericalHarmonics), static m => m.Type, HarmonicsEmitter.Emit);
        Register(context, Names.SymmetricContraction, Steps.SymmetricContraction, Layer(LayerParser.SymmetricContraction), static m => m.Type, SymmetricContractionEmitter.Emit);
        Register(context, Names.DiagramLinear, Steps.DiagramLinear, Layer(LayerParser.DiagramLinear), static m => m.Type, DiagramLinearEmitter.Emit);
        Register(context, Names.DiagramStack, Steps.DiagramStack, Layer(LayerParser.DiagramStack), static m => m.Type, DiagramStackEmitter.Emit);
    }

    private static void Register<TModel>(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        Steps steps,
        Func<GeneratorAttributeSyntaxContext, CancellationToken, TModel?> parse,
        Func<TModel, TypeModel> typeOf,
        Func<TModel, bool, CancellationToken, string> emit
    )
        where TModel : class, IEquatable<TModel>
    {
        IncrementalValueProvider<bool> hasLayers = context.CompilationProvider.Select(static (compilation, _) => ModuleRules.HasLayers(compilation));
        IncrementalValuesProvider<SourceFile> files = context
            .SyntaxProvider.ForAttributeWithMetadataName(attribute, static (node, _) => node is TypeDeclarationSyntax, parse)
            .WithTrackingName(steps.Parse)
            .Where(static model => model is not null)
            .Combine(hasLayers)
            .Select((pair, token) => Write(typeOf(pair.Left!).HintName + steps.Suffix, () => emit(pair.Left!, pair.Right, token)))
            .WithTrackingName(steps.Emit);
        context.RegisterSourceOutput(files, static (output, file) => Add(output, file));
    }

    private static Func<GeneratorAttributeSyntaxContext, CancellationToken, TModel?> Layer<TModel>(
        Func<INamedTypeSymbol, AttributeData, CancellationToken, TModel?> parse
    )
        where TModel : class =>
        (context, token) => context.TargetSymbol is INamedTypeSymbol type ? parse(type, context.Attributes[0], token) : null;

    // A failure of ours becomes REPS9000 instead of a warning that hides it. Cancellation is no failure: swallowed, it would be cached.
    private static SourceFile Write(string hintName, Func<string> emit)
    {
        try
        {
            return new SourceFile(hintName, emit());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new SourceFile(hintName, null, exception.GetType().Name + ": " + exception.Message);
        }
    }

    private static void Add(SourceProductionContext output, SourceFile file)
    {
        if (file.Text is not null) output.AddSource(file.HintName, file.Text);
        else output.ReportDiagnostic(Diagnostic.Create(InternalRules.Failure, Location.None, file.HintName, file.Failure));
    }
}
