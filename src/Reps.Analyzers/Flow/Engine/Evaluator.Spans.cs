using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reps.Analyzers.Flow;

internal sealed partial class Evaluator
{
    // Parts of numbers in memory; null for another method.
    private FlowValue? Span(IInvocationOperation invocation, FlowValue receiver, List<CallArgument> arguments)
    {
        string name = invocation.TargetMethod.Name;
        if (name == "Segment" && Declarations.OfRepArray(invocation.Instance?.Type) is SpanValue all)
            return (arguments.Last().Value as NumberValue)?.Integer is long n && n >= 0 && n < all.Irreps.Count
                ? new SpanValue(new(all.Irreps.Group, [all.Irreps[(int)n]]), true)
                : FlowValue.Unknown;
        if (name == "AsSpan" && arguments.Count > 0) (receiver, arguments) = (arguments[0].Value, arguments.GetRange(1, arguments.Count - 1));
        if (name is "Reverse" or "Sort" && arguments.Count == 1 && arguments[0].Value is SpanValue ordered) return Order(invocation, ordered);
        if (name is not ("Slice" or "AsSpan") || receiver is not SpanValue span) return null;
        if (arguments.Count == 0) return span;
        if (arguments.Count == 1 && arguments[0].Value is RangeValue range) return Slice(invocation, span, range);
        if (NumbersOf(arguments[0].Operation, span, null, []) is not { Count: 1, Start: long start }) return FlowValue.Unknown;
        if (arguments.Count == 1) return start == 0 ? span : span.IsRow ? Slice(invocation, span, new RangeValue(start, null)) : FlowValue.Unknown;
        return (arguments[1].Value as NumberValue)?.Integer is long length
            ? Slice(invocation, span, new RangeValue(start, start + length))
            : FlowValue.Unknown;
    }

    // All numbers in another order: where components mix, none of them stays what it was.
    private FlowValue Order(IInvocationOperation invocation, SpanValue span)
    {
        if (Actions.Kind(span.Irreps) != ActionKind.Permuting && invocation.TargetMethod.ContainingType is { Name: "MemoryExtensions" or "Array" })
            scope.Reporter.Report(
                Rules.OrderingAlong,
                Places.Name(invocation),
                invocation.TargetMethod.Name,
                Describe.Irreps(span.Irreps),
                Witness.For(TensorValue.Of([new IrrepsAxis(span.Irreps)], true))
            );
        return FlowValue.Unknown;
    }

    private FlowValue Slice(IOperation operation, SpanValue span, RangeValue range)
    {
        long dim = span.Irreps.Dim;
        if (!span.IsRow && (range.Start < 0 || range.Stop is null or < 0))
            return range is { Start: 0, Stop: null } ? span : FlowValue.Unknown;
        long start = range.Start < 0 ? range.Start + dim : range.Start;
        long stop = range.Stop is not long end ? dim : end < 0 ? end + dim : end;
        FlowValue part = SpanSlices.Of(span, start, stop, out MulIrrep? through);
        if (through is not MulIrrep cut) return part;
        bool call = operation is IInvocationOperation;
        scope.Reporter.Report(
            Rules.SliceAcross,
            call ? Places.Name(operation) : Places.Brackets(operation),
            call ? ((IInvocationOperation)operation).TargetMethod.Name : "[..]",
            $"{Describe.Number(start)} to {Describe.Number(stop)}",
            Describe.Irreps(span.Irreps),
            cut.ToString(),
            Witness.Of(cut.Irrep)
        );
        return part;
    }

    // x[i] = f(x[i]), for all i of a loop or for one: what kind of function that is, and of which components.
    private void WriteNumber(IOperation assignment, IOperation target)
    {
        bool number = assignment.Type is { SpecialType: SpecialType.System_Single or SpecialType.System_Double } or ITypeParameterSymbol;
        if (!scope.Reporter.IsSettled || !number) return;
        if (target is ILocalReferenceOperation { Local.IsRef: false } or IParameterReferenceOperation or IFieldReferenceOperation) return;
        if (scope.Compilation.Operation(assignment.Syntax, scope.CancellationToken) is not IOperation written) return;
        target = written switch
        {
            IAssignmentOperation simple => simple.Target,
            IIncrementOrDecrementOperation increment => increment.Target,
            _ => target,
        };
        List<SyntaxNode> loops = [];
        if (Touched(target, loops) is not List<MulIrrep> { Count: > 0 } touched) return;
        SyntaxNode? loop = loops.OrderBy(static node => node.SpanStart).FirstOrDefault();
        IfStatementSyntax? condition = ElementLoops.Condition(assignment.Syntax, loop, out bool isKnown);
        if (!isKnown || Function(written, target, condition) is not ElementFunction { Class: ActivationClass kind } function) return;
        bool muted = scope.Reporter.IsMuted;
        scope.Reporter.IsMuted &= !scope.OnlyInPlace;
        Report(written, new Irreps(touched[0].Irrep.Group, touched), kind, function.Shifts);
        scope.Reporter.IsMuted = muted;
    }

    private void Report(IOperation written, Irreps irreps, ActivationClass kind, bool shifts)
    {
        Irreps met = new(irreps.Group, irreps.Where(static entry => !entry.Irrep.IsScalar));
        ActionKind action = Actions.Kind(met);
        bool even = kind is ActivationClass.Odd or ActivationClass.Even or ActivationClass.Linear;
        DiagnosticDescriptor? rule = action == ActionKind.Permuting || (kind == ActivationClass.Linear && !shifts) ? null
            : shifts && kind == ActivationClass.Linear ? Rules.ConstantAdded
            : action == ActionKind.Mixing ? Rules.PointwiseOnMixing
            : even ? null : Rules.PointwiseOnSigns;
        if (rule is null) return;
        IInvocationOperation? function = written.Descendants().OfType<IInvocationOperation>().FirstOrDefault(static call => call.TargetMethod.IsStatic);
        string name = function?.TargetMethod.Name
            ?? (Places.Operator(written) is { SourceTree: SyntaxTree tree } place ? tree.GetText().ToString(place.SourceSpan) : "=");
        scope.Reporter.Report(rule, Places.Operator(written), name, Describe.Irreps(met), Witness.For(TensorValue.Of([new IrrepsAxis(met)], true)));
    }

    private ElementFunction? Function(IOperation written, IOperation target, IfStatementSyntax? condition)
    {
        bool IsNumber(IOperation operation) => SyntaxFactory.AreEquivalent(operation.Syntax, target.Syntax);
        if (condition is not null)
            return written is ISimpleAssignmentOperation chosen
                && scope.Compilation.Operation(condition.Condition, scope.CancellationToken) is IOperation by
                ? ElementFunction.Choice(by, chosen.Value, target, IsNumber)
                : null;
        return written switch
        {
            ISimpleAssignmentOperation simple => ElementFunction.Of(simple.Value, IsNumber),
            ICompoundAssignmentOperation compound => ElementFunction.Compound(compound.OperatorKind, compound.Value, IsNumber),
            IIncrementOrDecrementOperation => new(ActivationClass.Linear, Shifts: true),
            _ => null,
        };
    }

    // The segments whose numbers are written; null where that cannot be told.
    private List<MulIrrep>? Touched(IOperation target, List<SyntaxNode> loops)
    {
        (IOperation? numbers, IOperation? index) = target switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IOperation instance, Arguments.Length: 1 } part =>
                (instance, part.Arguments[0].Value),
            IArrayElementReferenceOperation { Indices.Length: 1 } element => (element.ArrayReference, element.Indices[0]),
            ILocalReferenceOperation { Local.IsRef: true } local => (Collection(local.Local, loops), null),
            _ => ((IOperation?)null, (IOperation?)null),
        };
        if (numbers is null) return null;
        bool muted = scope.Reporter.IsMuted;
        scope.Reporter.IsMuted = true;
        FlowValue value = Evaluate(numbers);
        scope.Reporter.IsMuted = muted;
        if (value is not SpanValue span) return null;
        ElementRange? range = index is null ? new(0, null) : NumbersOf(index, span, numbers, loops);
        if (range is null || (range.Stride != 1 && range.Count != 1)) return null;
        if (!span.IsWhole) return range is { Start: 0, Count: null } || span.Irreps.Count == 1 ? [.. span.Irreps] : null;
        long stop = range.Count is long count ? range.Start + count : span.Irreps.Dim;
        return stop > span.Irreps.Dim ? null : [.. SpanSlices.Touched(span.Irreps, range.Start, stop)];
    }

    // foreach (ref float number in numbers)
    private IOperation? Collection(ILocalSymbol local, List<SyntaxNode> loops)
    {
        if (local.DeclaringSyntaxReferences.Length != 1) return null;
        if (local.DeclaringSyntaxReferences[0].GetSyntax(scope.CancellationToken) is not ForEachStatementSyntax loop) return null;
        if (ElementLoops.Leaves(loop.Statement)) return null;
        loops.Add(loop);
        return scope.Compilation.Operation(loop.Expression, scope.CancellationToken);
    }

    // What an index runs over inside a row: constants, variables of loops, and the beginnings of rows.
    private ElementRange? NumbersOf(IOperation index, SpanValue span, IOperation? numbers, List<SyntaxNode> loops)
    {
        if (index.ConstantValue is { HasValue: true, Value: int constant }) return ElementRange.At(constant);
        switch (index)
        {
            case IConversionOperation conversion:
                return NumbersOf(conversion.Operand, span, numbers, loops);
            case IParenthesizedOperation parenthesized:
                return NumbersOf(parenthesized.Operand, span, numbers, loops);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return NumbersOf(sum.LeftOperand, span, numbers, loops) is ElementRange left
                    && NumbersOf(sum.RightOperand, span, numbers, loops) is ElementRange right
                    ? ElementRange.Sum(left, right)
                    : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                (IOperation factor, IOperation other) = product.LeftOperand.ConstantValue.HasValue
                    ? (product.LeftOperand, product.RightOperand)
                    : (product.RightOperand, product.LeftOperand);
                if (factor.ConstantValue is not { HasValue: true, Value: int times }) return null;
                return !span.IsRow && times == span.Irreps.Dim ? new(0, 1) : NumbersOf(other, span, numbers, loops)?.Times(times);
            case ILocalReferenceOperation local when numbers is not null && ElementLoops.Of(local.Local) is ForStatementSyntax loop:
                loops.Add(loop);
                return RangeOf(loop, local.Local.Name, numbers);
            default:
                return null;
        }
    }

    private ElementRange? RangeOf(ForStatementSyntax loop, string name, IOperation numbers)
    {
        if (Constant(ElementLoops.Start(loop, name)) is not int start || start < 0) return null;
        if (ElementLoops.End(loop, name) is not ExpressionSyntax end) return null;
        if (Constant(end) is int stop) return stop > start ? new(start, stop - start) : null;
        return end is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } length
            && SyntaxFactory.AreEquivalent(length.Expression, numbers.Syntax)
            ? new(start, null)
            : null;
    }

    private int? Constant(ExpressionSyntax? syntax) =>
        syntax is not null
        && scope.Compilation.Operation(syntax, scope.CancellationToken)?.ConstantValue is { HasValue: true, Value: int value }
            ? value
            : null;
}
