using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>
/// A map that is written with operators of torch, as one operation of autograd, which evaluates it anew to differentiate it. Its derivative is such
/// a map as well, so there are derivatives of every order. An error of the operators' own nodes would end the process in <c>autograd.grad</c>;
/// one in this operation is an exception. Arguments: the recorded call, then the inputs.
/// </summary>
internal sealed class OperatorFunction : autograd.MultiTensorFunction<OperatorFunction>
{
    public override string Name => "Reps.Operators";

    /// <summary>Evaluates a map, and records how.</summary>
    /// <param name="name">What is evaluated, for messages.</param>
    /// <param name="map">The map; null for results that do not depend on those inputs that require gradients.</param>
    /// <param name="inputs">The inputs.</param>
    /// <returns>The results; null where the map has null.</returns>
    public static List<Tensor> Record(string name, Func<IReadOnlyList<Tensor>, List<Tensor?>> map, IReadOnlyList<Tensor> inputs)
    {
        using DisposeScope scope = NewDisposeScope();
        List<Tensor> results = Evaluate(map, inputs);
        List<Tensor> present = [.. results.Where(result => result is not null)];
        if (present.Count == 0) return results;
        Call call = new(name, map, inputs, present);
        List<Tensor> recorded = apply([call, .. inputs]);
        scope.MoveToOuter(recorded);
        RecordedCall.Replace(results, recorded);
        return results;
    }

    /// <summary>The derivatives of Σ ⟨cotangent, output⟩ by inputs, with a graph of their own.</summary>
    /// <param name="outputs">The outputs; null for those that depend on nothing.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="cotangents">One for each output.</param>
    /// <returns>An entry for each input; null where it requires no gradient, or nothing depends on it.</returns>
    public static List<Tensor?> Gradients(IReadOnlyList<Tensor?> outputs, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> cotangents)
    {
        List<Tensor?> results = [.. new Tensor?[inputs.Count]];
        int[] flowing = [.. Enumerable.Range(0, outputs.Count).Where(n => outputs[n] is { requires_grad: true })];
        int[] asked = [.. Enumerable.Range(0, inputs.Count).Where(n => inputs[n].requires_grad)];
        if (flowing.Length == 0 || asked.Length == 0) return results;
        IList<Tensor> gradients = autograd.grad(
            [.. flowing.Select(n => outputs[n]!)],
            [.. asked.Select(n => inputs[n])],
            [.. flowing.Select(n => cotangents[n])],
            retain_graph: true,
            create_graph: true,
            allow_unused: true
        );
        for (int n = 0; n < asked.Length; n++) results[asked[n]] = gradients[n].IsInvalid ? null : gradients[n];
        return results;
    }

    public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars) => RecordedCall.Save(ctx, vars);

    public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs) =>
        BackwardCallback.Run<Call>(ctx, grad_outputs, Gradients);

    private static List<Tensor> Gradients(Call call, List<Tensor> inputs, List<Tensor> given)
    {
        int[] flowing = [.. Enumerable.Range(0, given.Count).Where(n => !given[n].IsInvalid)];
        List<Tensor> all = [.. inputs, .. flowing.Select(n => given[n])];
        return is_grad_enabled() ? Record(call.Name, Map, all) : Evaluate(Map, all);

        List<Tensor?> Map(IReadOnlyList<Tensor> tensors)
        {
            List<Tensor> arguments = [.. tensors.Take(inputs.Count)];
            List<Tensor?> outputs = [.. call.Map(arguments).Where(output => output is not null)];
            return Gradients([.. flowing.Select(n => outputs[n])], arguments, [.. tensors.Skip(inputs.Count)]);
        }
    }

    // On leaves of their own, so that partial derivatives stop at the inputs, also where one was computed from another.
    private static List<Tensor> Evaluate(Func<IReadOnlyList<Tensor>, List<Tensor?>> map, IReadOnlyList<Tensor> inputs)
    {
        using IDisposable recording = enable_grad();
        using DisposeScope scope = NewDisposeScope();
        List<Tensor?> results = map([.. inputs.Select(input => input.detach().requires_grad_(input.requires_grad))]);
        return [.. results.Select(result => result is null ? null! : scope.MoveToOuter(result.detach()))];
    }

    private sealed class Call(
        string name,
        Func<IReadOnlyList<Tensor>, List<Tensor?>> map,
        IReadOnlyList<Tensor> inputs,
        List<Tensor> results
    ) : RecordedCall(name, inputs, results)
    {
        public Func<IReadOnlyList<Tensor>, List<Tensor?>> Map { get; } = map;
    }
}
