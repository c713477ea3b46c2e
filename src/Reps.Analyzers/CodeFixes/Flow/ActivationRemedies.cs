using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Functions of single components become functions of lengths, gates, or functions on the sphere.</summary>
internal static class ActivationRemedies
{
    private static readonly Dictionary<string, string> s_known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["silu"] = "Silu", ["tanh"] = "Tanh", ["sigmoid"] = "Sigmoid", ["relu"] = "Relu", ["abs"] = "Abs", ["softplus"] = "Softplus",
        ["gelu"] = "Gelu", ["elu"] = "Elu", ["leaky_relu"] = "LeakyRelu", ["LeakyReLU"] = "LeakyRelu", ["sin"] = "Sin", ["cos"] = "Cos",
        ["mish"] = "Mish", ["selu"] = "Selu", ["square"] = "Square", ["exp"] = "Exp",
    };

    // Grids grow with the square of the degree.
    private const int MaxDegrees = 12;

    /// <summary>Each irrep scaled by the function of its length.</summary>
    public static string? NormActivation(FlowSite site, EditSheet sheet)
    {
        if (!site.HasLayers || site.IsInPlace || Flat.Of(site.Tensor) is not Flat flat) return null;
        if (Function(site) is not string function) return null;
        string type = site.Name("Reps.Layers.NormActivation");
        string value = $"{type}.Create({Code.Quoted(flat.Irreps)}, {function})";
        if (Module(site, sheet, type, "normActivation", value) is not string module) return null;
        if (flat.Through(module, site.Argument(0)!) is not string call) return null;
        sheet.Put(site.Expression, call);
        return "Scale each irrep by the function of its length (NormActivation)";
    }

    /// <summary>The function of the scalars; everything else times gates, which a linear layer makes of the scalars.</summary>
    public static string? Gate(FlowSite site, EditSheet sheet)
    {
        if (!site.HasLayers || site.IsInPlace || Flat.Of(site.Tensor) is not { IsLast: true, Irreps: Irreps irreps } flat) return null;
        int scalars = irreps.TakeWhile(static entry => entry.Irrep.TwoJ == 0).Count();
        List<MulIrrep> gated = [.. irreps.Skip(scalars)];
        // Without invariants there is nothing to make gates of, and a gate merges equal neighbours.
        if (!irreps.Any(static entry => entry.Irrep.IsScalar) || gated.Count == 0) return null;
        if (gated.Any(static entry => entry.Irrep.TwoJ == 0)) return null;
        if (irreps.Simplify() != irreps || Function(site) is not string function) return null;
        MulIrrep gates = new(gated.Sum(static entry => entry.Mul), irreps.First(static entry => entry.Irrep.IsScalar).Irrep);
        Irreps input = new Irreps(irreps.Group, irreps.Take(scalars).Append(gates).Concat(gated)).Regroup();
        (string gateType, string linearType) = (site.Name("Reps.Layers.Gate"), site.Name("Reps.Layers.LinearModule"));
        string gateValue = $"{gateType}.For({Code.Irreps(site, irreps)}, even: {function})";
        string linearValue = $"{linearType}.Create({Code.Quoted(irreps)}, {Code.Quoted(input)})";
        if (NewMembers.Field(site, sheet, linearType, "gates", linearValue, isShared: false) is not string linear) return null;
        if (Module(site, sheet, gateType, "gate", gateValue) is not string gate) return null;
        sheet.Put(site.Expression, $"{gate}.call({flat.Through(linear, site.Argument(0)!)})");
        return "Gate the irreps by scalars (Linear and Gate)";
    }

    /// <summary>The function of the values of a signal on the sphere.</summary>
    public static string? S2Activation(FlowSite site, EditSheet sheet)
    {
        if (!site.HasLayers || site.IsInPlace || Flat.Of(site.Tensor) is not { IsLast: true, Irreps: Irreps irreps } flat) return null;
        if (!IsSignal(irreps)) return null;
        if (Function(site) is not string function) return null;
        string type = site.Name("Reps.Layers.S2Activation");
        string resolution = Code.Number(20 * irreps.Count);
        string value = $"new {type}({Code.Irreps(site, irreps)}, {function}, resolution: {resolution})";
        if (Module(site, sheet, type, "s2Activation", value) is not string module) return null;
        sheet.Put(site.Expression, flat.Through(module, site.Argument(0)!)!);
        return "Apply the function to the signal on the sphere (S2Activation)";
    }

    /// <summary>An odd function.</summary>
    public static string? Tanh(FlowSite site, EditSheet sheet)
    {
        if (site.Call is not TensorCall call || call.Arguments.Count > 1 && call.At(1) is TensorValue) return null;
        const string Title = "Use tanh, which is odd";
        ModuleField? field = ModuleField.Of(site);
        if (call.Module?.End is Location end && end.SourceTree == site.Root.SyntaxTree && field?.IsOnlyUse != false)
        {
            if (site.Root.FindToken(end.SourceSpan.Start).Parent?.Parent is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax made } creation)
                return null;
            sheet.Replace(creation, made.Expression + ".Tanh()");
            if (field?.Creation == creation) sheet.Replace(field.Type, site.Name("TorchSharp.Modules.Tanh"));
            return Title;
        }
        if (call.Module is not null && field is null) return null;
        sheet.Put(site.Expression, Code.Receiver(site.Argument(0)!) + (site.IsInPlace ? ".tanh_()" : ".tanh()"));
        return Title;
    }

    // The module replaces the one that is called, where there is one.
    private static string? Module(FlowSite site, EditSheet sheet, string type, string stem, string value) =>
        ModuleField.Of(site) is ModuleField field
            ? field.Replace(site, sheet, type, stem, value, isShared: true)
            : NewMembers.Field(site, sheet, type, stem, value, isShared: true);

    private static bool IsSignal(Irreps irreps)
    {
        if (irreps.Where((entry, l) => entry.Mul != 1 || entry.Irrep.TwoJ != 2 * l).Any() || !irreps[0].Irrep.IsScalar) return false;
        if (irreps.Count > MaxDegrees) return false;
        return irreps.Skip(2).Select((entry, n) => entry.Irrep.Parity == irreps[n % 2].Irrep.Parity).All(static same => same);
    }

    // The function as the library has it, or else as it was written, of a variable in place of the tensor.
    private static string? Function(FlowSite site)
    {
        if (site.Call is not TensorCall call || site.Argument(0) is not ExpressionSyntax input) return null;
        if (call.Arguments.Skip(1).Any(static argument => argument.Value is TensorValue)) return null;
        if (call.Module is not null && ModuleField.Of(site)?.Creation.ArgumentList.Arguments.Count != 0) return null;
        bool plain = call.Module is not null || call.Arguments.Skip(1).All(static argument => argument.IsDefault);
        if (plain && s_known.TryGetValue(call.Name, out string? known)) return site.Name("Reps.ScalarActivation") + "." + known;
        if (call.Module is not null || site.Invocation is not InvocationExpressionSyntax invocation) return null;
        if (call.Arguments.Skip(1).Any(a => !a.IsDefault && !(a.Operation.Syntax is ExpressionSyntax written && Code.IsMovable(site, written))))
            return null;
        int start = input.SpanStart - invocation.SpanStart;
        string body = invocation.ToString();
        string lambda = $"static t => {body.Substring(0, start)}t{body.Substring(start + input.Span.Length)}";
        return $"{site.Name("Reps.Layers.ActivationFunction")}.Create(\"{call.Name}\", {lambda})";
    }
}
