using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>Finds the value of an expression from those of its parts.</summary>
/// <param name="scope">What to work with.</param>
/// <param name="state">The values of variables; assignments change them.</param>
internal sealed partial class Evaluator(FlowScope scope, FlowState state)
{
    private readonly Dictionary<CaptureId, IOperation> _targets = [];
    private bool _decides;

    /// <summary>The value of what a body branches by or returns.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="decides">Whether the body branches by it.</param>
    public FlowValue Evaluate(IOperation operation, bool decides)
    {
        _decides = decides;
        return Evaluate(operation);
    }

    /// <summary>The value of an expression; reports what is wrong inside it.</summary>
    public FlowValue Evaluate(IOperation operation)
    {
        FlowValue value = Inner(operation);
        // The type of a feature says more of its components than any inference, and is checked where the feature is made.
        return Declarations.OfType(operation.Type) is TensorValue declared ? Layers.Typed(declared, value) : value;
    }

    private FlowValue Inner(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: object constant }) return Constant(constant);
        // No tensor at all: nothing that holds of another one is lost by it.
        if (operation.ConstantValue is { HasValue: true, Value: null }) return new ZeroValue();
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return state[local.Local] ?? FlowValue.Unknown;
            case IParameterReferenceOperation parameter:
                return state[parameter.Parameter]
                    ?? Declarations.Of(parameter.Parameter)
                    ?? Declarations.OfNumbers(parameter.Parameter)
                    ?? Number(parameter.Type);
            case IFieldReferenceOperation field:
                return Field(field);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IInvocationOperation invocation:
                return Invocation(invocation);
            case IObjectCreationOperation creation:
                return Creation(creation);
            case IBinaryOperation binary:
                return Binary(binary);
            case IUnaryOperation unary:
                return Unary(unary);
            case ICompoundAssignmentOperation compound:
                WriteNumber(compound, compound.Target);
                return Compound(compound);
            case IIncrementOrDecrementOperation increment:
                WriteNumber(increment, increment.Target);
                return Assign(increment.Target, Number(increment.Target.Type), null);
            case ISimpleAssignmentOperation assignment:
                WriteNumber(assignment, assignment.Target);
                bool measured = assignment.Target is ILocalReferenceOperation { Local: ILocalSymbol variable }
                    && scope.Measured?.Contains(variable) == true;
                return Assign(assignment.Target, measured ? Muted([assignment.Value]) : Evaluate(assignment.Value), assignment.Value);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction.Target, Evaluate(deconstruction.Value));
            case IFlowCaptureOperation capture:
                return Capture(capture);
            case IFlowCaptureReferenceOperation reference:
                return state[reference.Id] ?? FlowValue.Unknown;
            case IConversionOperation conversion:
                return Convert(conversion);
            case IArrayCreationOperation { Initializer: IArrayInitializerOperation initializer }:
                return Sequence(initializer.ElementValues);
            case ICollectionExpressionOperation collection:
                return Sequence(collection.Elements);
            case ITupleOperation tuple:
                return Sequence(tuple.Elements);
            case IRangeOperation range:
                return Range(range);
            case IArrayElementReferenceOperation element when element.Indices.Length == 1:
                return Element(element, Evaluate(element.ArrayReference), Index(element.Indices[0]));
            case IImplicitIndexerReferenceOperation part:
                return Element(part, Evaluate(part.Instance), Evaluate(part.Argument));
            case IFlowAnonymousFunctionOperation lambda:
                return Lambda(lambda);
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand);
            case IInterpolatedStringOperation text:
                return Text(text) is FlowValue known and not UnknownValue ? known : Muted(text.ChildOperations);
            default:
                foreach (IOperation child in operation.ChildOperations) Evaluate(child);
                return FlowValue.Unknown;
        }
    }

    // What is written down in words is no result.
    private FlowValue Muted(IEnumerable<IOperation> operations)
    {
        bool muted = scope.Reporter.IsMuted;
        scope.Reporter.IsMuted = true;
        foreach (IOperation operation in operations) Evaluate(operation);
        scope.Reporter.IsMuted = muted;
        return FlowValue.Unknown;
    }

    private static FlowValue Constant(object constant) =>
        constant switch
        {
            double value => new NumberValue(value),
            float value => new NumberValue(value),
            int value => new NumberValue(value),
            long value => new NumberValue(value),
            short value => new NumberValue(value),
            byte value => new NumberValue(value),
            bool value => new NumberValue(value ? 1 : 0),
            string value => new TextValue(value),
            _ => FlowValue.Unknown,
        };

    // A text that is put together from constants is one: signatures are.
    private FlowValue Text(IInterpolatedStringOperation text)
    {
        if (!text.Parts.All(IsPlain)) return FlowValue.Unknown;
        string result = "";
        foreach (IInterpolatedStringContentOperation part in text.Parts)
        {
            FlowValue value = Evaluate(part is IInterpolationOperation hole ? hole.Expression : ((IInterpolatedStringTextOperation)part).Text);
            string? piece = value is TextValue known ? known.Text : (value as NumberValue)?.Integer?.ToString(CultureInfo.InvariantCulture);
            if (piece is null) return FlowValue.Unknown;
            result += piece;
        }
        return new TextValue(result);
    }

    private static bool IsPlain(IInterpolatedStringContentOperation part) =>
        part is IInterpolatedStringTextOperation
            or IInterpolationOperation
            {
                Alignment: null,
                FormatString: null,
                Expression.Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_String,
            };

    // A number that came in from outside is a number: no feature is known to have gone into it.
    private static FlowValue Number(ITypeSymbol? type) => TorchTypes.IsNumber(type) ? new NumberValue(null) : FlowValue.Unknown;

    private FlowValue Sequence(IEnumerable<IOperation> elements)
    {
        List<FlowValue> items = [];
        ShapeValue? front = null;
        bool exact = true;
        foreach (IOperation element in elements)
        {
            if (element is ISpreadOperation spread)
                switch (Evaluate(spread.Operand))
                {
                    case SequenceValue spreaded:
                        items.AddRange(spreaded.Items);
                        break;
                    case ShapeValue { Tensor.IsOpen: false } lengths:
                        items.AddRange(lengths.Lengths);
                        break;
                    case ShapeValue lengths when items.Count == 0 && front is null:
                        front = lengths;
                        break;
                    default:
                        exact = false;
                        break;
                }
            else items.Add(Evaluate(element));
        }
        if (!exact) return FlowValue.Unknown;
        return front is null ? new SequenceValue(new(items)) : new SizesValue(front, new(items));
    }

    private FlowValue Range(IRangeOperation range)
    {
        (long? start, bool startFromEnd) = End(range.LeftOperand);
        (long? stop, bool stopFromEnd) = End(range.RightOperand);
        if (range.LeftOperand is null) start = 0;
        else if (start is null) return FlowValue.Unknown;
        if (range.RightOperand is null) return new RangeValue(startFromEnd ? -start.Value : start.Value, null);
        if (stop is null) return FlowValue.Unknown;
        return new RangeValue(startFromEnd ? -start!.Value : start!.Value, stopFromEnd ? (stop == 0 ? null : -stop) : stop);
    }

    private (long? Value, bool FromEnd) End(IOperation? operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        if (operation is null) return default;
        if (operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat)
            return ((Evaluate(hat.Operand) as NumberValue)?.Integer, true);
        return ((Evaluate(operation) as NumberValue)?.Integer, false);
    }

    private FlowValue Element(IOperation operation, FlowValue sequence, FlowValue index) =>
        sequence is SpanValue span && index is RangeValue range ? Slice(operation, span, range) : Element(sequence, index);

    // An index from the end is a negative one.
    private FlowValue Index(IOperation index) =>
        End(index) is (long value, true) ? value > 0 ? new NumberValue(-value) : FlowValue.Unknown : Evaluate(index);

    private static FlowValue Element(FlowValue sequence, FlowValue index)
    {
        if (sequence is ShapeValue lengths && index is RangeValue range) return lengths.Part(range);
        if ((index as NumberValue)?.Integer is not long at) return sequence is ShapeValue ? new NumberValue(null) : FlowValue.Unknown;
        return sequence switch
        {
            SequenceValue { Items: EquatableArray<FlowValue> items } when (at < 0 ? at + items.Count : at) is >= 0 and long n && n < items.Count =>
                items[(int)n],
            ShapeValue { Dropped: 0, Tensor: TensorValue tensor } =>
                new NumberValue(tensor.Find(at) is int axis ? tensor.Axes[axis].Length : null),
            _ => FlowValue.Unknown,
        };
    }

    private FlowValue Lambda(IFlowAnonymousFunctionOperation lambda)
    {
        if (scope.Graph is null) return FlowValue.Unknown;
        ControlFlowGraph graph = scope.Graph.GetAnonymousFunctionControlFlowGraph(lambda, scope.CancellationToken);
        Forget(graph);
        if (!scope.Reporter.IsSettled) return FlowValue.Unknown;
        bool muted = scope.Reporter.IsMuted;
        FlowBody.Run(scope with { Graph = graph, Method = lambda.Symbol }, state.Copy());
        (scope.Reporter.IsSettled, scope.Reporter.IsMuted) = (true, muted);
        return FlowValue.Unknown;
    }

    // What a nested function assigns may have changed.
    private void Forget(ControlFlowGraph nested)
    {
        foreach (ISymbol variable in Captures.Assigned(nested))
            if (state[variable] is not null)
                state[variable] = FlowValue.Unknown;
    }
}
