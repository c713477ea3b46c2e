using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reps.Analyzers.Flow;

internal sealed partial class Evaluator
{
    // Where a variable is assigned by way of a capture, the capture stands for the variable.
    private FlowValue Capture(IFlowCaptureOperation capture)
    {
        if (capture.Value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation)
            _targets[capture.Id] = capture.Value;
        FlowValue value = Evaluate(capture.Value);
        state[capture.Id] = value;
        return value;
    }

    private FlowValue Assign(IOperation target, FlowValue value, IOperation? source)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                state[local.Local] = value;
                break;
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local }:
                state[local.Local] = value;
                break;
            case IParameterReferenceOperation parameter:
                // Inside, the name of a parameter may be used for something else.
                if (parameter.Parameter.RefKind != RefKind.None) Check(parameter.Parameter, value, source);
                scope.Observe(parameter.Parameter, value);
                state[parameter.Parameter] = value;
                break;
            case IFieldReferenceOperation field:
                Check(field.Field, value, source);
                scope.Observe(field.Field.AssociatedSymbol ?? field.Field, value);
                if (field.Instance is null or IInstanceReferenceOperation) state[field.Field] = value;
                break;
            case IPropertyReferenceOperation { Arguments.Length: 0 } property:
                Check(property.Property, value, source);
                scope.Observe(property.Property, value);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: not null } part:
                AssignPart(part, value);
                break;
            case IFlowCaptureReferenceOperation reference:
                if (_targets.TryGetValue(reference.Id, out IOperation? captured)) return Assign(captured, value, source);
                state[reference.Id] = value;
                break;
            default:
                if (target is not IDiscardOperation) Evaluate(target);
                if (target is IArrayElementReferenceOperation) state.ForgetSequences();
                break;
        }
        return value;
    }

    private void Check(ISymbol symbol, FlowValue value, IOperation? source)
    {
        if (source is not null && Declarations.IsAnnotated(symbol) && Declarations.Of(symbol) is TensorValue declared)
            DeclarationCheck.Variable(scope.Reporter, source, value, declared, symbol);
    }

    private FlowValue Deconstruct(IOperation target, FlowValue value)
    {
        if (target is IDeclarationExpressionOperation { Expression: IOperation inner }) target = inner;
        if (target is not ITupleOperation tuple)
        {
            return Assign(target, value, null);
        }
        SequenceValue? items = value as SequenceValue;
        for (int n = 0; n < tuple.Elements.Length; n++)
            Deconstruct(tuple.Elements[n], items is not null && n < items.Items.Count ? items.Items[n] : FlowValue.Unknown);
        return value;
    }

    private FlowValue Compound(ICompoundAssignmentOperation compound)
    {
        FlowValue left = Evaluate(compound.Target);
        FlowValue right = Evaluate(compound.Value);
        FlowValue value = Operators.Binary(compound.OperatorKind, compound, left, right, scope.Reporter);
        return Assign(compound.Target, value, null);
    }

    private FlowValue Binary(IBinaryOperation binary) =>
        Operators.Binary(binary.OperatorKind, binary, Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand), scope.Reporter);

    private FlowValue Unary(IUnaryOperation unary)
    {
        FlowValue value = Evaluate(unary.Operand);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Plus => value,
            UnaryOperatorKind.Minus when value is NumberValue { Value: double number } => new NumberValue(-number),
            UnaryOperatorKind.Minus when value is NumberValue => value,
            UnaryOperatorKind.Minus => Transfers.Apply(
                new TensorCall("neg", Places.Operator(unary), [new CallArgument("input", value, unary.Operand)], scope.Reporter)),
            _ => FlowValue.Unknown,
        };
    }

    private FlowValue Convert(IConversionOperation conversion)
    {
        FlowValue value = Evaluate(conversion.Operand);
        return conversion.Type is { Name: "TensorIndex" } ? Indices.Of(value) : value;
    }
}
