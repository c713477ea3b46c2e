using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reps.Analyzers.Flow;

internal sealed partial class Evaluator
{
    // TorchSharp refuses some negative axes, so that programs count from the first one: x.unflatten(x.dim() - 1, 3, 4).
    private FlowValue Rank(IOperation? operation, FlowValue tensor) =>
        tensor switch
        {
            TensorValue { IsOpen: false } known => new NumberValue(known.Axes.Count),
            TensorValue when operation is not null && Holder(operation) is RankHolder holder => new RankValue(holder, 0),
            _ => FlowValue.Unknown,
        };

    /// <summary>Arguments in which the axes are numbers.</summary>
    private List<CallArgument> WithAxes(string name, List<CallArgument> arguments)
    {
        if (!arguments.Exists(static argument => Ranks(argument.Value))) return arguments;
        RankHolder[] holders = [.. Joined(arguments[0].Operation).Select(Holder).OfType<RankHolder>()];
        // These name an axis of their result.
        int added = name is "unsqueeze" or "stack" ? 1 : 0;
        return [.. arguments.Select(argument => argument with { Value = Numbered(argument.Value) })];

        FlowValue Numbered(FlowValue value) =>
            value switch
            {
                RankValue rank => holders.Contains(rank.Holder) ? rank.Axis(added) : FlowValue.Unknown,
                SequenceValue sequence when Ranks(sequence) => new SequenceValue(new(sequence.Items.Select(Numbered))),
                _ => value,
            };
    }

    private static bool Ranks(FlowValue value) => value is RankValue || (value is SequenceValue sequence && sequence.Items.Any(Ranks));

    // Tensors that are joined have as many axes, each of them.
    private static IEnumerable<IOperation> Joined(IOperation operation) =>
        operation switch
        {
            IConversionOperation conversion => Joined(conversion.Operand),
            ICollectionExpressionOperation list => list.Elements,
            IArrayCreationOperation { Initializer: IArrayInitializerOperation initializer } => initializer.ElementValues,
            _ => [operation],
        };

    private RankHolder? Holder(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => new(local.Local, ""),
            IParameterReferenceOperation parameter => new(parameter.Parameter, ""),
            IConversionOperation conversion => Holder(conversion.Operand),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => Holder(minus.Operand),
            IFlowCaptureReferenceOperation reference => _targets.TryGetValue(reference.Id, out IOperation? target) ? Holder(target) : null,
            IInvocationOperation { Instance: IOperation instance } call when IsOfTorch(call.TargetMethod) && RankValue.IsKeptBy(call.TargetMethod.Name) =>
                Holder(instance),
            IPropertyReferenceOperation { Instance: IOperation instance } property when IsOfTorch(property.Property) && RankValue.IsKeptBy(property.Property.Name) =>
                Holder(instance),
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } member => Member(member),
            IArrayElementReferenceOperation { Indices.Length: 1 } element when element.Indices[0].ConstantValue is { HasValue: true, Value: int index } =>
                Inside(element.ArrayReference, $"[{index.ToString(CultureInfo.InvariantCulture)}]"),
            _ => null,
        };

    private RankHolder? Member(IMemberReferenceOperation member) =>
        member.Instance is null or IInstanceReferenceOperation ? new(member.Member, "") : Inside(member.Instance, "." + member.Member.Name);

    private RankHolder? Inside(IOperation whole, string part) => Holder(whole) is RankHolder holder ? holder with { Path = holder.Path + part } : null;

    private static bool IsOfTorch(ISymbol member) => TorchTypes.IsOfTorch(member.ContainingType);
}
