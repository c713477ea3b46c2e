using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

internal sealed partial class Evaluator
{
    private const int MaxDepth = 4;

    private FlowValue Invocation(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (method.MethodKind == MethodKind.LocalFunction && scope.Graph?.LocalFunctions.Contains(method) == true)
            Forget(scope.Graph.GetLocalFunctionControlFlowGraph(method, scope.CancellationToken));
        bool muted = scope.Reporter.IsMuted;
        scope.Reporter.IsMuted |= IsMeasurement(method);
        FlowValue receiver = invocation.Instance is null ? FlowValue.Unknown : Evaluate(invocation.Instance);
        List<CallArgument> arguments = Arguments(invocation.Arguments);
        scope.Reporter.IsMuted = muted;
        if (ElementFunction.IsOfMath(method) && arguments.All(static argument => argument.Value is NumberValue)) return new NumberValue(null);
        if (Loop(method, receiver) is FlowValue items) return items;
        if (Layers.IsFactory(method)) return Layers.Make(method, arguments);
        if (IsModuleCall(method)) return Module(invocation, receiver, arguments);
        if (TorchTypes.IsOfTorch(method.ContainingType)) return Torch(invocation, receiver, arguments);
        if (method.ContainingType is INamedTypeSymbol type && Declarations.IsFeature(type))
            return OfFeature(invocation, type, receiver, arguments);
        // Whoever gets an array may write to it.
        if (!Queries(method) && (receiver is SequenceValue || arguments.Any(static argument => argument.Value is SequenceValue or SizesValue)))
            state.ForgetSequences();
        return Span(invocation, receiver, arguments) ?? Own(invocation, method, arguments);
    }


    private static bool Queries(IMethodSymbol method) =>
        method.Name is "MoveNext" or "Dispose" || method.ContainingNamespace is { Name: "Linq", ContainingNamespace.Name: "System" };

    // A loop over a list whose elements are known takes what holds of all of them.
    private static FlowValue? Loop(IMethodSymbol method, FlowValue receiver) =>
        method.Name == "GetEnumerator" && Items(receiver) is SequenceValue items ? items : null;

    private static SequenceValue? Items(FlowValue value) =>
        value switch
        {
            SequenceValue sequence => sequence,
            ModuleValue { Name: "ModuleList", Arguments: { Count: 1 } arguments } => arguments[0].Value as SequenceValue,
            _ => null,
        };

    // What is asserted, printed or differentiated is measured: no model gets it back. What a body branches by is more than that.
    private bool IsMeasurement(IMethodSymbol method)
    {
        if (TorchTypes.IsOfTorch(method.ContainingType)) return method.Name is "backward" or "grad";
        // What is put into a list is taken out again.
        bool puts = method.Name is "Add" or "Append" or "Insert" or "Enqueue" or "Push";
        if (puts && method.Parameters.Any(static parameter => TorchTypes.IsTensor(parameter.Type))) return false;
        if (!IsSilent(method) || method.Parameters.Any(static parameter => Declarations.Of(parameter) is not null)) return false;
        return !_decides || method.ReturnsVoid || scope.Compilation.Graph(method.OriginalDefinition, scope.CancellationToken) is null;
    }

    private static bool IsSilent(IMethodSymbol method) =>
        (method.ReturnsVoid || method.ReturnType.SpecialType == SpecialType.System_Boolean) && !method.Parameters.Any(IsWritten);

    private static bool IsWritten(IParameterSymbol parameter) => parameter.RefKind is RefKind.Out or RefKind.Ref;

    private FlowValue Torch(IInvocationOperation invocation, FlowValue receiver, List<CallArgument> arguments)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (method.ContainingType.Name == "TensorIndex") return Indices.OfCall(method.Name, arguments);
        if (method is { Name: "dim", IsStatic: false }) return Rank(invocation.Instance, receiver);
        if (method is { Name: "Parameter", ContainingType.Name: "nn" } && arguments.Count > 0) return Tensors.AsWeights(arguments[0].Value);
        if (method.ContainingType.Name is "nn" && TorchTypes.IsModule(method.ReturnType))
            return new ModuleValue(
                method.Name,
                new(arguments.Where(static a => !a.IsDefault).Select(static a => new NamedValue(a.Name, a.Value))),
                Places.End(invocation)
            );
        if (method.ContainingType.Name == "init") return FlowValue.Unknown;
        if (!method.IsStatic) arguments.Insert(0, new("input", receiver, invocation.Instance!));
        string name = method.Name.TrimEnd('_');
        if (arguments.Count > 1) arguments = WithAxes(name, arguments);
        bool muted = scope.Reporter.IsMuted;
        bool inPlace = arguments.Count > 0 && (name.Length < method.Name.Length || IsAskedInPlace(arguments));
        scope.Reporter.IsMuted &= !(scope.OnlyInPlace && inPlace && Whole(arguments[0].Operation) is IParameterReferenceOperation);
        FlowValue value = Transfers.Apply(
            new TensorCall(name, Places.Name(invocation), arguments, scope.Reporter) { Container = method.ContainingType.Name }
        );
        scope.Reporter.IsMuted = muted;
        if (inPlace) Change(arguments[0].Operation, arguments[0].Value, value);
        return value;
    }

    private FlowValue OfFeature(IInvocationOperation invocation, INamedTypeSymbol type, FlowValue receiver, List<CallArgument> arguments)
    {
        if (
            invocation.TargetMethod.Name == "Term"
                && Declarations.OfPowers(type.TypeArguments[0]) is TensorPowers powers
                && receiver is TensorValue
        )
            return (arguments[0].Value as NumberValue)?.Integer is long term && term >= 0 && term < powers.Terms.Count
                && PowerAxes.Of(powers, (int)term) is List<Axis> parts
                ? TensorValue.Of(parts, true)
                : FlowValue.Unknown;
        if (
            invocation.TargetMethod.Name == "Segment"
                && Declarations.IrrepsOf(type.TypeArguments[0]) is Irreps irreps
                && receiver is TensorValue tensor
        )
        {
            if ((arguments[0].Value as NumberValue)?.Integer is not long segment || segment < 0 || segment >= irreps.Count)
                return FlowValue.Unknown;
            MulIrrep entry = irreps[(int)segment];
            IEnumerable<Axis> axes = [new IrrepsAxis(new(irreps.Group, [new MulIrrep(1, entry.Irrep)])), new FreeAxis(entry.Mul)];
            return tensor.With(tensor.Axes.Take(tensor.Axes.Count - 1).Concat(axes));
        }
        return FlowValue.Unknown;
    }

    private static bool IsModuleCall(IMethodSymbol method) =>
        method.Name is "call" or "forward" && !method.IsStatic && TorchTypes.IsModule(method.ContainingType);

    private FlowValue Module(IInvocationOperation invocation, FlowValue receiver, List<CallArgument> arguments)
    {
        foreach (
            CallArgument argument in arguments.Where(
                a => a.Value is TensorValue { Weight: not 0 } && Declarations.OfType(invocation.Type) is not null
            )
        )
        {
            TensorValue moving = (TensorValue)argument.Value;
            FlowSubject subject = new FlowSubject.Declaration(argument.Operation, moving, null, null);
            Translations.Report(scope.Reporter, argument.Operation.Syntax.GetLocation(), moving, subject, "the layer");
        }
        if (receiver is ModuleValue module)
            return ModuleTransfers.Apply(module, new TensorCall(module.Name, Places.Name(invocation), arguments, scope.Reporter) { Module = module });
        if (receiver is LayerValue layer) return Layers.Call(layer, invocation.TargetMethod, arguments, scope.Reporter);
        if (invocation.Instance?.Type is not INamedTypeSymbol type || TorchTypes.IsOfTorch(type)) return FlowValue.Unknown;
        for (INamedTypeSymbol? t = type; t is not null && !TorchTypes.IsOfTorch(t); t = t.BaseType)
            foreach (IMethodSymbol forward in t.GetMembers("forward").OfType<IMethodSymbol>())
                if (forward.Parameters.Length == arguments.Count && !forward.IsAbstract)
                    return Own(invocation, forward, arguments);
        return FlowValue.Unknown;
    }

    // A method of the program: what it declares is checked and believed; what it leaves open is found by looking inside.
    private FlowValue Own(IInvocationOperation invocation, IMethodSymbol method, List<CallArgument> arguments)
    {
        state.ForgetFields();
        foreach ((CallArgument argument, IParameterSymbol parameter) in Paired(invocation, method, arguments))
        {
            scope.Observe(parameter.OriginalDefinition, argument.Value);
            if (Declarations.IsAnnotated(parameter) && Declarations.Of(parameter) is TensorValue wanted)
                DeclarationCheck.Variable(scope.Reporter, argument.Operation, argument.Value, wanted, parameter);
        }
        if (Declarations.OfResult(method) is TensorValue declared)
            return Layers.Declare(method) ? Layers.Result(method, declared, arguments) : declared;
        if (Layers.Sum(method, arguments) is FlowValue sum) return sum;
        bool concerns = arguments.Any(static a => a.Value is TensorValue { IsFixed: false } or SpanValue)
            || method.Parameters.Any(static p => Declarations.Of(p) is not null)
            // Of an object's own fields and properties it may make one.
            || (!method.IsStatic && TorchTypes.IsTensor(method.ReturnType));
        if (!concerns || scope.Depth >= MaxDepth || FlowCompilation.IsAssumed(method)) return FlowValue.Unknown;
        if (method.IsVirtual && !method.ContainingType.IsSealed) return FlowValue.Unknown;
        if (IsSilent(method) && !method.ReturnsVoid && !_decides) return FlowValue.Unknown;
        return Inside(invocation, method, arguments);
    }

    // Arguments may be named, in another order; those of a module are the parameters of its forward, which have names of their own.
    private static IEnumerable<(CallArgument Argument, IParameterSymbol Parameter)> Paired(
        IInvocationOperation invocation,
        IMethodSymbol method,
        List<CallArgument> arguments
    )
    {
        bool named = SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.OriginalDefinition, method.OriginalDefinition);
        for (int n = 0; n < arguments.Count && n < method.Parameters.Length; n++)
            yield return (arguments[n], named ? method.Parameters.FirstOrDefault(p => p.Name == arguments[n].Name) ?? method.Parameters[n] : method.Parameters[n]);
    }

    private FlowValue Inside(IInvocationOperation invocation, IMethodSymbol method, List<CallArgument> arguments)
    {
        bool local = scope.Graph?.LocalFunctions.Contains(method.OriginalDefinition) == true;
        ControlFlowGraph? body = local
            ? scope.Graph!.GetLocalFunctionControlFlowGraph(method.OriginalDefinition, scope.CancellationToken)
            : scope.Compilation.Graph(method.OriginalDefinition, scope.CancellationToken);
        if (body is not ControlFlowGraph graph) return FlowValue.Unknown;
        // A function inside a method sees its variables.
        FlowState entry = local ? state.Copy() : new();
        IMethodSymbol original = method.OriginalDefinition;
        bool examined = original.Parameters.Any(static p => Declarations.Of(p) is not null);
        foreach ((CallArgument argument, IParameterSymbol parameter) in Paired(invocation, original, arguments))
            if (!argument.IsDefault && Declarations.Of(parameter) is null)
                entry[parameter] = argument.Value;
        FlowReporter inner = new();
        bool silent = IsSilent(method) && method.ReturnsVoid;
        FlowScope called = scope with { Reporter = inner, Method = original, Graph = graph, Depth = scope.Depth + 1, OnlyInPlace = silent };
        FlowOutcome outcome = FlowBody.Run(called, entry);
        WriteBack(graph, original, arguments, outcome.Exit);
        // What a method with annotations does wrong is reported in it.
        if (inner.Findings.Count == 0 || examined) return outcome.Value ?? FlowValue.Unknown;
        FlowFinding finding = inner.Findings[0];
        object[] what = [.. finding.Arguments];
        what[0] = $"{method.Name}: {what[0]}";
        bool muted = scope.Reporter.IsMuted;
        scope.Reporter.IsMuted &= !(silent && scope.OnlyInPlace);
        scope.Reporter.Report(finding.Rule, Places.Name(invocation), null, what);
        scope.Reporter.IsMuted = muted;
        return FlowValue.Reported;
    }
}
