using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Reps.Analyzers.Flow;

/// <summary>What an expression is as a function of one number of a feature.</summary>
/// <param name="Class">Its class; null where it does not depend on the number.</param>
/// <param name="Constant">The value, where that is written down.</param>
/// <param name="Shifts">Whether it is linear but for a constant that is added.</param>
internal sealed record ElementFunction(ActivationClass? Class, double? Constant = null, bool Shifts = false)
{
    private static readonly Dictionary<string, ActivationClass> s_functions = new(StringComparer.Ordinal)
    {
        ["Tanh"] = ActivationClass.Odd, ["Sin"] = ActivationClass.Odd, ["Tan"] = ActivationClass.Odd, ["Asin"] = ActivationClass.Odd,
        ["Atan"] = ActivationClass.Odd, ["Sinh"] = ActivationClass.Odd, ["Asinh"] = ActivationClass.Odd, ["Atanh"] = ActivationClass.Odd,
        ["Cbrt"] = ActivationClass.Odd, ["Truncate"] = ActivationClass.Odd, ["Sign"] = ActivationClass.Odd,
        ["Abs"] = ActivationClass.Even, ["Cos"] = ActivationClass.Even, ["Cosh"] = ActivationClass.Even,
        ["Exp"] = ActivationClass.General, ["Log"] = ActivationClass.General, ["Log2"] = ActivationClass.General, ["Log10"] = ActivationClass.General,
        ["Sqrt"] = ActivationClass.General, ["Floor"] = ActivationClass.General, ["Ceiling"] = ActivationClass.General,
    };

    private static readonly ElementFunction s_identity = new(ActivationClass.Linear);

    /// <summary>The function that an expression is; null where that cannot be told.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="isNumber">Whether an expression is the number itself.</param>
    public static ElementFunction? Of(IOperation operation, Func<IOperation, bool> isNumber)
    {
        if (operation.ConstantValue is { HasValue: true, Value: IConvertible value and not (string or bool or char) })
            return new(null, value.ToDouble(System.Globalization.CultureInfo.InvariantCulture));
        if (isNumber(operation)) return s_identity;
        return operation switch
        {
            IParenthesizedOperation parenthesized => Of(parenthesized.Operand, isNumber),
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand, isNumber),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } unary => Of(unary.Operand, isNumber),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } unary => Negative(Of(unary.Operand, isNumber)),
            IBinaryOperation binary => Arithmetic(binary.OperatorKind, Of(binary.LeftOperand, isNumber), Of(binary.RightOperand, isNumber)),
            IInvocationOperation { TargetMethod.IsStatic: true } call when IsOfMath(call.TargetMethod) => Call(call, isNumber),
            IConditionalOperation { WhenFalse: IOperation other } choice => Choice(choice.Condition, choice.WhenTrue, other, isNumber),
            _ => null,
        };
    }

    /// <summary>The function that a choice by the sign of the number, or by a threshold, is.</summary>
    public static ElementFunction? Choice(IOperation condition, IOperation yes, IOperation no, Func<IOperation, bool> isNumber)
    {
        if (condition is not IBinaryOperation { OperatorKind: >= BinaryOperatorKind.LessThan and <= BinaryOperatorKind.GreaterThan } comparison)
            return null;
        if (Of(comparison.LeftOperand, isNumber) is not ElementFunction left) return null;
        if (Of(comparison.RightOperand, isNumber) is not ElementFunction right) return null;
        double? threshold = (left.Class, right.Class) switch
        {
            (ActivationClass.Linear, null) when !left.Shifts => right.Constant,
            (null, ActivationClass.Linear) when !right.Shifts => left.Constant,
            _ => null,
        };
        if (threshold is null || Of(yes, isNumber) is not ElementFunction a || Of(no, isNumber) is not ElementFunction b) return null;
        if (a.Shifts || b.Shifts || SyntaxFactory.AreEquivalent(yes.Syntax, no.Syntax)) return null;
        return (a.Class, b.Class) switch
        {
            (ActivationClass.Linear, null) when b.Constant is double other => Rectifier(threshold.Value, other),
            (null, ActivationClass.Linear) when a.Constant is double other => Rectifier(threshold.Value, other),
            // The factors are not compared: with opposite ones it is the absolute value.
            (ActivationClass.Linear, ActivationClass.Linear) => new(ActivationClass.Even),
            _ => null,
        };
    }

    /// <summary>The function that <c>number op= expression</c> is.</summary>
    public static ElementFunction? Compound(BinaryOperatorKind kind, IOperation value, Func<IOperation, bool> isNumber) =>
        Arithmetic(kind, s_identity, Of(value, isNumber));

    private static ElementFunction Rectifier(double threshold, double other) =>
        new(threshold == 0 && other == 0 ? ActivationClass.PositivelyHomogeneous : ActivationClass.General);

    private static ElementFunction? Negative(ElementFunction? function) =>
        function is null ? null : function with { Constant = -function.Constant };

    private static ElementFunction? Arithmetic(BinaryOperatorKind kind, ElementFunction? left, ElementFunction? right)
    {
        // A factor may be any invariant; what is added may not.
        bool scales = kind is BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide;
        if (scales && left is { Class: not null } && right is { Class: null, Constant: not (null or 0) }) return left;
        if (kind == BinaryOperatorKind.Multiply && right is { Class: not null } && left is { Class: null, Constant: not (null or 0) }) return right;
        if (left is null || right is null) return null;
        if (left.Class is null && right.Class is null) return null;
        return kind switch
        {
            BinaryOperatorKind.Add or BinaryOperatorKind.Subtract => Sum(left, right),
            BinaryOperatorKind.Multiply => Product(left, right),
            BinaryOperatorKind.Divide when right.Class == ActivationClass.General
                && left is { Class: null or ActivationClass.Linear, Shifts: false } => right,
            BinaryOperatorKind.Divide when left.Class is null && right.Class == ActivationClass.Linear && !right.Shifts => new(ActivationClass.Odd),
            _ => null,
        };
    }

    private static ElementFunction? Sum(ElementFunction left, ElementFunction right)
    {
        if (left.Class is null) (left, right) = (right, left);
        if (right is { Class: null, Constant: double constant })
            return constant == 0 || left.Class == ActivationClass.Even ? left
                : left.Class == ActivationClass.Linear ? left with { Shifts = true }
                : new(ActivationClass.General);
        if (left.Shifts || right.Shifts) return null;
        return (left.Class, right.Class) switch
        {
            (ActivationClass.Linear, ActivationClass.Odd or ActivationClass.PositivelyHomogeneous) => right,
            (ActivationClass.Odd or ActivationClass.PositivelyHomogeneous, ActivationClass.Linear) => left,
            _ => null,
        };
    }

    private static ElementFunction? Product(ElementFunction left, ElementFunction right) =>
        left.Shifts || right.Shifts
            ? null
            : (left.Class, right.Class) switch
            {
                (ActivationClass.Linear, ActivationClass.Linear) => new(ActivationClass.Even),
                (ActivationClass.Linear, ActivationClass.Even) or (ActivationClass.Even, ActivationClass.Linear) => new(ActivationClass.Odd),
                (ActivationClass.Linear, ActivationClass.General) or (ActivationClass.General, ActivationClass.Linear) => new(ActivationClass.General),
                _ => null,
            };

    /// <summary>Whether a method is a function of numbers of the framework.</summary>
    public static bool IsOfMath(IMethodSymbol method) =>
        method.ContainingType.Name is "Math" or "MathF" or "Single" or "Double"
            || (method.ContainingType.TypeKind == TypeKind.Interface
                && method.ContainingNamespace is { Name: "Numerics", ContainingNamespace.Name: "System" });

    private static ElementFunction? Call(IInvocationOperation call, Func<IOperation, bool> isNumber)
    {
        List<ElementFunction?> arguments = [];
        foreach (IArgumentOperation argument in call.Arguments) arguments.Add(Of(argument.Value, isNumber));
        if (arguments.Count == 0 || arguments.Contains(null)) return null;
        ElementFunction inner = arguments[0]!;
        string name = call.TargetMethod.Name;
        if (arguments.Count == 1) return s_functions.TryGetValue(name, out ActivationClass kind) ? Composed(kind, inner) : null;
        if (name is "Max" or "Min" && arguments.Count == 2)
        {
            if (inner.Class is null) (inner, arguments[1]) = (arguments[1]!, inner);
            return inner is { Class: ActivationClass.Linear, Shifts: false } && arguments[1] is { Class: null, Constant: double bound }
                ? new(bound == 0 ? ActivationClass.PositivelyHomogeneous : ActivationClass.General)
                : null;
        }
        if (inner is not { Class: ActivationClass.Linear, Shifts: false }) return null;
        if (name == "Clamp" && arguments.Count == 3 && arguments[1]!.Constant is double low && arguments[2]!.Constant is double high)
            return new(low == -high ? ActivationClass.Odd : ActivationClass.General);
        return name == "Pow" && arguments.Count == 2 && arguments[1]!.Constant is double power and not (0 or 1 or 2)
            ? new(power != Math.Floor(power) ? ActivationClass.General : power % 2 == 0 ? ActivationClass.Even : ActivationClass.Odd)
            : null;
    }

    private static ElementFunction? Composed(ActivationClass outer, ElementFunction inner) =>
        inner.Class is null or ActivationClass.General ? null
        : inner.Class == ActivationClass.Even ? inner
        : new(inner is { Class: ActivationClass.Linear or ActivationClass.Odd, Shifts: false } ? outer : ActivationClass.General);
}
