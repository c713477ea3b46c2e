using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Pieces of code as text.</summary>
internal static class Code
{
    private static readonly HashSet<string> s_views =
    [
        "reshape", "view", "unflatten", "flatten", "transpose", "narrow", "select", "unsqueeze", "squeeze", "permute", "mT", "T",
        "Slice", "dim",
    ];

    /// <summary>An expression as the receiver of a member.</summary>
    public static string Receiver(ExpressionSyntax expression) => IsPrimary(expression) ? expression.ToString() : $"({expression})";

    /// <summary>Whether an expression binds as tightly as can be, so that it needs no parentheses.</summary>
    public static bool IsPrimary(ExpressionSyntax expression) =>
        expression
            is IdentifierNameSyntax
                or MemberAccessExpressionSyntax
                or InvocationExpressionSyntax
                or ElementAccessExpressionSyntax
                or ParenthesizedExpressionSyntax
                or ThisExpressionSyntax
                or ObjectCreationExpressionSyntax
                or LiteralExpressionSyntax;

    /// <summary>How a type is written at a place: by its own name where that is known, else with as much as it needs.</summary>
    /// <param name="model">The model of the tree.</param>
    /// <param name="position">The place.</param>
    /// <param name="name">The full name, with dots, and the number of type arguments after a tick.</param>
    public static string Name(SemanticModel model, int position, string name)
    {
        int dot = name.LastIndexOf('.');
        string last = name.Substring(dot + 1);
        string plain = last.Substring(0, (last + "`").IndexOf('`'));
        if (model.LookupNamespacesAndTypes(position, name: plain).Any(known => known.MetadataName == last && Full(known) == name))
            return plain;
        string first = name.Substring(0, name.IndexOf('.'));
        bool isPlain = model.LookupNamespacesAndTypes(position, name: first)
            .All(static known => known is INamespaceSymbol { ContainingNamespace.IsGlobalNamespace: true });
        return (isPlain ? "" : "global::") + name.Substring(0, dot + 1) + plain;
    }

    /// <summary>A number.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text in quotation marks; signatures need no escapes.</summary>
    public static string Quoted(Irreps irreps) => "\"" + Inference.Text(irreps) + "\"";

    /// <summary>A representation as an object.</summary>
    public static string Irreps(FlowSite site, Irreps irreps) => $"{site.Name("Reps.Signature")}.Parse({Quoted(irreps)}).Irreps";

    /// <summary>Part of the last axis.</summary>
    public static string Narrow(string receiver, long start, long length) => $"{receiver}.narrow(-1, {Number(start)}, {Number(length)})";

    /// <summary>Parts side by side along the last axis.</summary>
    public static string Concatenate(FlowSite site, IEnumerable<string> parts) => $"{Torch(site, "cat")}([{string.Join(", ", parts)}], -1)";

    /// <summary>A function of torch, by its own name where that is in scope.</summary>
    public static string Torch(FlowSite site, string function) =>
        site.Model.LookupSymbols(site.Expression.SpanStart, name: function).Any(static known => TorchTypes.IsOfTorch(known.ContainingType))
            ? function
            : site.Name("TorchSharp.torch") + "." + function;

    /// <summary>The variable, or element of one, that has as many axes as a tensor; null where none is known to.</summary>
    public static ExpressionSyntax? Holder(FlowSite site, ExpressionSyntax tensor) =>
        tensor switch
        {
            IdentifierNameSyntax => tensor,
            ParenthesizedExpressionSyntax inner => Holder(site, inner.Expression),
            PrefixUnaryExpressionSyntax minus when minus.IsKind(SyntaxKind.UnaryMinusExpression) => Holder(site, minus.Operand),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } when KeepsRank(member) => Holder(site, member.Expression),
            MemberAccessExpressionSyntax member when KeepsRank(member) => Holder(site, member.Expression),
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => tensor,
            MemberAccessExpressionSyntax member when Holder(site, member.Expression) == member.Expression => tensor,
            ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } index } element
                when Integer(site, index[0].Expression) is not null
                    && site.Model.GetTypeInfo(element.Expression, site.CancellationToken).Type is IArrayTypeSymbol
                    && Holder(site, element.Expression) == element.Expression => tensor,
            _ => null,
        };

    private static bool KeepsRank(MemberAccessExpressionSyntax member) => RankValue.IsKeptBy(member.Name.Identifier.ValueText);

    /// <summary>
    /// A tensor in place of one that was computed from it. Where it is returned or kept, it gets a handle or numbers of its own: whoever has it may
    /// dispose or change it.
    /// </summary>
    /// <param name="old">The expression in whose place it is put.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="own">What gives it a handle or numbers of its own: <c>alias</c>, <c>clone</c>.</param>
    public static string InPlaceOf(ExpressionSyntax old, ExpressionSyntax tensor, string own)
    {
        SyntaxNode? parent = old.Parent;
        while (parent is ParenthesizedExpressionSyntax) parent = parent.Parent;
        bool isOperand = parent is ArgumentSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax
            or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax;
        bool isElsewhere = tensor is IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax;
        return isOperand || !isElsewhere ? tensor.ToString() : $"{tensor}.{own}()";
    }

    /// <summary>A module of another number type.</summary>
    public static string To(FlowSite site, string module, ExpressionSyntax dtype) =>
        site.Model.Compilation.GetTypeByMetadataName("TorchSharp.torch+nn+Module") is INamedTypeSymbol type
        && site.Model.LookupSymbols(site.Expression.SpanStart, type, "to", includeReducedExtensionMethods: true).IsEmpty
            ? $"{site.Name("TorchSharp.ModuleExtensionMethods")}.to({module}, {dtype})"
            : $"{module}.to({dtype})";

    /// <summary>The one axis that an operation names.</summary>
    public static int? Axis(TensorCall call, TensorValue tensor) => call.Axes(tensor) is { Count: 1 } axes ? axes[0] : null;

    /// <summary>The constant that an expression has, as an integer.</summary>
    public static long? Integer(FlowSite site, ExpressionSyntax? expression) =>
        expression is null ? null
        : expression is CollectionExpressionSyntax { Elements: { Count: 1 } elements } && elements[0] is ExpressionElementSyntax element
            ? Integer(site, element.Expression)
        : site.Model.GetConstantValue(expression, site.CancellationToken) switch
        {
            { HasValue: true, Value: int value } => value,
            { HasValue: true, Value: long value } => value,
            _ => null,
        };

    /// <summary>Whether an expression is a constant that means the same elsewhere in the type.</summary>
    public static bool IsMovable(FlowSite site, ExpressionSyntax expression) =>
        site.Model.GetConstantValue(expression, site.CancellationToken).HasValue
        && !expression.DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Any(name => site.Model.GetSymbolInfo(name, site.CancellationToken).Symbol is ILocalSymbol);

    /// <summary>
    /// Whether an expression may be written twice: it has no effects, and costs no more than views of a tensor do. The value is then the same.
    /// </summary>
    public static bool IsRepeatable(ExpressionSyntax expression) =>
        expression switch
        {
            IdentifierNameSyntax or ThisExpressionSyntax or LiteralExpressionSyntax => true,
            ParenthesizedExpressionSyntax inner => IsRepeatable(inner.Expression),
            PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.UnaryMinusExpression) && IsRepeatable(unary.Operand),
            BinaryExpressionSyntax binary => IsRepeatable(binary.Left) && IsRepeatable(binary.Right),
            MemberAccessExpressionSyntax member => IsRepeatable(member.Expression),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => s_views.Contains(member.Name.Identifier.ValueText)
                && IsRepeatable(member.Expression)
                && call.ArgumentList.Arguments.All(static argument => IsRepeatable(argument.Expression)),
            ElementAccessExpressionSyntax element => IsRepeatable(element.Expression)
                && element.ArgumentList.Arguments.All(static argument => IsRepeatable(argument.Expression)),
            CollectionExpressionSyntax list => list.Elements.All(static e => e is ExpressionElementSyntax element && IsRepeatable(element.Expression)),
            _ => false,
        };

    private static string Full(ISymbol symbol) =>
        symbol.ContainingSymbol is null or INamespaceSymbol { IsGlobalNamespace: true }
            ? symbol.MetadataName
            : Full(symbol.ContainingSymbol) + "." + symbol.MetadataName;
}
