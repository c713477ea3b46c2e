using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reps.Analyzers.Flow;

/// <summary>Operators of the language: of numbers they are computed, of tensors they are tensor operations.</summary>
internal static class Operators
{
    public static FlowValue Binary(BinaryOperatorKind kind, IOperation operation, FlowValue left, FlowValue right, FlowReporter reporter)
    {
        if (left is NumberValue a && right is NumberValue b) return new NumberValue(Compute(kind, a.Value, b.Value));
        if (left is RankValue rank && right is NumberValue { Integer: long axes })
            return kind switch
            {
                BinaryOperatorKind.Add => rank with { Back = rank.Back - axes },
                BinaryOperatorKind.Subtract => rank with { Back = rank.Back + axes },
                _ => FlowValue.Unknown,
            };
        if (left is ReportedValue || right is ReportedValue) return FlowValue.Reported;
        if (!IsTensor(left) && !IsTensor(right)) return FlowValue.Unknown;
        (string? name, string text) = kind switch
        {
            BinaryOperatorKind.Add => ("add", "+"),
            BinaryOperatorKind.Subtract => ("sub", "-"),
            BinaryOperatorKind.Multiply => ("mul", "*"),
            BinaryOperatorKind.Divide => ("div", "/"),
            BinaryOperatorKind.LessThan => ("lt", "<"),
            BinaryOperatorKind.GreaterThan => ("gt", ">"),
            BinaryOperatorKind.LessThanOrEqual => ("le", "<="),
            BinaryOperatorKind.GreaterThanOrEqual => ("ge", ">="),
            BinaryOperatorKind.Equals => ("eq", "=="),
            BinaryOperatorKind.NotEquals => ("ne", "!="),
            BinaryOperatorKind.And => ("logical_and", "&"),
            BinaryOperatorKind.Or => ("logical_or", "|"),
            BinaryOperatorKind.ExclusiveOr => ("logical_xor", "^"),
            BinaryOperatorKind.Remainder => ("remainder", "%"),
            _ => ((string?)null, ""),
        };
        if (name is null) return FlowValue.Unknown;
        (IOperation l, IOperation r) = operation switch
        {
            IBinaryOperation binary => (binary.LeftOperand, binary.RightOperand),
            ICompoundAssignmentOperation compound => (compound.Target, compound.Value),
            _ => (operation, operation),
        };
        return Transfers.Apply(
            new TensorCall(name, Places.Operator(operation), [new("input", left, l), new("other", right, r)], reporter) { Text = text }
        );
    }

    private static bool IsTensor(FlowValue value) => value is TensorValue or ZeroValue or RandomValue or NumbersValue;

    private static double? Compute(BinaryOperatorKind kind, double? left, double? right)
    {
        if (left is not double a || right is not double b) return null;
        return kind switch
        {
            BinaryOperatorKind.Add => a + b,
            BinaryOperatorKind.Subtract => a - b,
            BinaryOperatorKind.Multiply => a * b,
            // Integers and other numbers divide differently; only where it comes out even is that the same.
            BinaryOperatorKind.Divide when b != 0 && Math.Floor(a / b) == a / b => a / b,
            _ => null,
        };
    }
}
