using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reps.Analyzers.Flow;

internal sealed partial class Evaluator
{
    // Operations whose result shares the memory of the tensor.
    private static readonly HashSet<string> s_views =
    [
        "narrow", "select", "slice", "view", "transpose", "permute", "unsqueeze", "squeeze", "expand", "diagonal", "detach", "alias", "movedim",
        "swapaxes", "swapdims", "T", "mT", "index", "this[]", "unflatten", "Tensor", "reshape", "flatten", "view_as",
    ];

    private static bool IsAskedInPlace(List<CallArgument> arguments) =>
        arguments.Any(static argument => argument.Name == "inplace" && argument.Value is NumberValue { Value: 1 });

    // The variable whose numbers an expression shares; null where it has numbers of its own.
    private IOperation? Whole(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation => operation,
            IConversionOperation conversion => Whole(conversion.Operand),
            IInvocationOperation { Instance: IOperation instance } call when s_views.Contains(call.TargetMethod.Name) => Whole(instance),
            IPropertyReferenceOperation { Instance: IOperation instance } property when s_views.Contains(property.Property.Name) => Whole(instance),
            IPropertyReferenceOperation { Instance: IOperation instance, Property.IsIndexer: true } => Whole(instance),
            IFlowCaptureReferenceOperation reference => _targets.TryGetValue(reference.Id, out IOperation? target) ? Whole(target) : null,
            _ => null,
        };

    // An operation in place: of a whole tensor or of a part of it.
    private void Change(IOperation target, FlowValue before, FlowValue after)
    {
        if (Whole(target) is not IOperation whole) return;
        bool isWhole = target
            is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IFlowCaptureReferenceOperation;
        // A part that still is what it was leaves the whole what it was.
        if (isWhole) Hold(whole, after);
        else if (!before.Equals(after) || after is UnknownValue) Hold(whole, after is ReportedValue ? after : FlowValue.Unknown);
    }

    private void Hold(IOperation variable, FlowValue value)
    {
        if (variable is ILocalReferenceOperation local) state[local.Local] = value;
        else if (variable is IParameterReferenceOperation parameter) state[parameter.Parameter] = value;
        else if (variable is IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field) state[field.Field] = value;
    }

    // What is written to a part of a tensor must be what could be added to it.
    private void AssignPart(IPropertyReferenceOperation target, FlowValue value)
    {
        // Single numbers of memory are looked at where they are written: the rest stays what it is.
        FlowValue before = Evaluate(target.Instance!);
        if (before is SpanValue) return;
        if (!TorchTypes.IsTensor(target.Instance!.Type))
        {
            state.ForgetSequences();
            return;
        }
        bool muted = scope.Reporter.IsMuted;
        scope.Reporter.IsMuted = true;
        FlowValue part = Evaluate(target);
        TensorCall call = new("[]", Places.Brackets(target), [new("input", part, target)], scope.Reporter) { Text = "[] =" };
        bool known = part is TensorValue { Weight: 0 } && value is not TensorValue { Weight: not 0 };
        bool keeps = known && Arithmetic.Sum(call, part, value, 1) is TensorValue;
        scope.Reporter.IsMuted = muted;
        if (keeps || Whole(target.Instance!) is not IOperation whole) return;
        // All of it may be given another meaning; constants in some rows or segments cannot be meant.
        bool constant = known && value is NumberValue { Value: not 0 } && !Equals(part, before);
        Hold(whole, constant ? Arithmetic.Sum(call, part, value, 1) : FlowValue.Unknown);
    }

    // What a called method wrote to its parameters, and to the tensors that they are.
    private void WriteBack(ControlFlowGraph graph, IMethodSymbol method, List<CallArgument> arguments, FlowState? exit)
    {
        HashSet<ISymbol> assigned = new(Captures.Assigned(graph), SymbolEqualityComparer.Default);
        bool changes = Captures.Operations(graph)
            .OfType<IInvocationOperation>()
            .Any(static call => call.TargetMethod.Name.EndsWith("_", StringComparison.Ordinal));
        for (int n = 0; n < arguments.Count && n < method.Parameters.Length; n++)
        {
            IParameterSymbol parameter = method.Parameters[n];
            FlowValue after = exit?[parameter] ?? FlowValue.Unknown;
            if (IsWritten(parameter)) Assign(arguments[n].Operation, Declarations.Of(parameter) ?? after, null);
            else if (!TorchTypes.IsTensor(parameter.Type) || arguments[n].Value is UnknownValue || Declarations.Of(parameter) is not null) continue;
            else if (assigned.Contains(parameter))
            {
                // It was given another tensor, and it is not known what had been done to the first.
                if (changes && Whole(arguments[n].Operation) is IOperation whole) Hold(whole, FlowValue.Unknown);
            }
            else if (exit is not null) Change(arguments[n].Operation, arguments[n].Value, after);
        }
    }
}
