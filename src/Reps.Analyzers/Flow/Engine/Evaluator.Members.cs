using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reps.Analyzers.Flow;

internal sealed partial class Evaluator
{
    private FlowValue Field(IFieldReferenceOperation field)
    {
        FlowValue container = field.Instance is null or IInstanceReferenceOperation ? FlowValue.Unknown : Evaluate(field.Instance);
        if (container is SequenceValue items && field.Field.ContainingType.IsTupleType)
        {
            int index = field.Field.ContainingType.TupleElements.IndexOf(field.Field);
            return index >= 0 && index < items.Items.Count ? items.Items[index] : FlowValue.Unknown;
        }
        if (field.Field.ContainingType is { Name: "TensorIndex" }) return Indices.OfName(field.Field.Name);
        if (Declarations.Of(field.Field) is TensorValue declared) return declared;
        if (Declarations.OfNumbers(field.Field) is SpanValue span) return span;
        if (state[field.Field] is FlowValue known) return known;
        FlowValue found = scope.Compilation.FieldValue(field.Field, scope.CancellationToken);
        if (found is UnknownValue && TorchTypes.IsParameter(field.Type)) return TensorValue.FixedOfAnyShape;
        return found is UnknownValue ? Number(field.Type) : found;
    }

    private FlowValue Property(IPropertyReferenceOperation property)
    {
        FlowValue receiver = property.Instance is null ? FlowValue.Unknown : Evaluate(property.Instance);
        List<FlowValue> arguments = [.. property.Arguments.Select(argument => Evaluate(argument.Value))];
        IPropertySymbol symbol = property.Property;
        if (symbol.ContainingType is { Name: "TensorIndex" }) return Indices.OfName(symbol.Name);
        receiver = NumbersValue.AsConstant(receiver);
        if (symbol.IsIndexer && receiver is TensorValue tensor && TorchTypes.IsTensor(property.Instance!.Type))
        {
            SequenceValue indices = arguments.Count == 1 && arguments[0] is SequenceValue given ? given : new SequenceValue(new(arguments));
            if (symbol.Parameters[0].Type is IArrayTypeSymbol { ElementType: ITypeSymbol element } && TorchTypes.IsTensor(element))
                indices = new SequenceValue(new(indices.Items.Select(static _ => (FlowValue)IndexValue.OfTensor(FlowValue.Unknown))));
            TensorCall call = new("[]", Places.Brackets(property), [new("input", receiver, property.Instance)], scope.Reporter);
            return scope.Reporter.Outcome(() => Selection.Index(call, tensor, indices));
        }
        if (symbol.Name == "Current" && receiver is SequenceValue { Items: { Count: > 0 } looped }) return looped.Aggregate(FlowValue.Join);
        if (symbol.IsIndexer) return arguments.Count == 1 ? Element(receiver, arguments[0]) : FlowValue.Unknown;
        if (receiver is ShapeValue { Dropped: 0 } lengths && symbol.Name == "Length")
            return Rank((property.Instance as IPropertyReferenceOperation)?.Instance, lengths.Tensor);
        if (receiver is TensorValue value && property.Instance!.Type is INamedTypeSymbol type)
        {
            if (Declarations.IsFeature(type)) return symbol.Name == "Tensor" ? receiver : FlowValue.Unknown;
            if (symbol.Name == "shape") return new ShapeValue(value);
            if (symbol.Name is "ndim" or "Dimensions") return Rank(property.Instance, value);
            if (symbol.Name is "T" or "mT" or "H" or "mH")
                return Transfers.Apply(
                    new TensorCall(symbol.Name, Places.Name(property), [new("input", receiver, property.Instance)], scope.Reporter)
                );
        }
        if (Declarations.Of(symbol) is TensorValue declared) return declared;
        if (Declarations.OfNumbers(symbol) is SpanValue numbers) return numbers;
        if (symbol.Name == "Values" && Declarations.OfRepArray(property.Instance?.Type) is SpanValue all) return all;
        if (symbol.IsStatic && Slices.Find(symbol) is RangeValue range) return range;
        if (AutomaticField(symbol) is IFieldSymbol field && property.Instance is IInstanceReferenceOperation)
            return state[field] ?? scope.Compilation.FieldValue(field, scope.CancellationToken);
        return Number(property.Type);
    }

    private static IFieldSymbol? AutomaticField(IPropertySymbol property) =>
        property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private }
            ? property.ContainingType.GetMembers()
                .OfType<IFieldSymbol>()
                .FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property))
            : null;

    private FlowValue Creation(IObjectCreationOperation creation)
    {
        List<CallArgument> arguments = Arguments(creation.Arguments);
        if (creation.Type is INamedTypeSymbol type && Declarations.IsFeature(type))
        {
            if (arguments.Count == 1 && Declarations.OfType(type) is TensorValue declared)
                DeclarationCheck.Feature(scope.Reporter, creation.Arguments[0].Value, arguments[0].Value, declared, type.TypeArguments[0].Name);
            return arguments.Count == 1 ? arguments[0].Value : FlowValue.Unknown;
        }
        if (TorchTypes.IsParameter(creation.Type) && arguments.Count > 0) return Tensors.AsWeights(arguments[0].Value);
        if (creation.Type is { Name: "ModuleList" } && arguments.Count == 1 && arguments[0].Value is SequenceValue) return arguments[0].Value;
        if (creation.Type is { Name: "Range" } && arguments.Count == 2) return Slices.Range(arguments[0].Value, arguments[1].Value);
        if (creation.Initializer is not null) Evaluate(creation.Initializer);
        return FlowValue.Unknown;
    }

    private List<CallArgument> Arguments(IEnumerable<IArgumentOperation> arguments)
    {
        List<CallArgument> result = [];
        List<IOperation> written = [];
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref) written.Add(argument.Value);
            result.Add(
                new(
                    argument.Parameter?.Name ?? "",
                    argument.ArgumentKind == ArgumentKind.DefaultValue ? FlowValue.Unknown : Evaluate(argument.Value),
                    argument.Value
                ) { IsDefault = argument.ArgumentKind == ArgumentKind.DefaultValue }
            );
        }
        foreach (IOperation target in written) Assign(target, FlowValue.Unknown, null);
        return result;
    }
}
