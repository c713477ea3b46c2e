using System;
using System.Collections.Generic;

namespace TorchSharp.Modules;

/// <summary>An optimizer with groups of parameters and a state of each parameter.</summary>
public abstract partial class OptimizerHelper : torch.optim.Optimizer
{
    protected OptimizerOptions _defaults = new();
    protected Utils.OrderedDict<nint, OptimizerState> _state = [];

    public override void add_param_group(ParamGroup param_group) => _parameter_groups.Add(param_group);

    /// <summary>Moves the states; parameters are moved by their module, before the optimizer is made.</summary>
    public void to(torch.Device device)
    {
        foreach (Parameter parameter in parameters()) _state[parameter.Handle].to(device);
    }

    /// <summary>Takes a step with each group. Nothing of it is recorded, and temporary tensors are gone afterwards.</summary>
    protected torch.Tensor _step<T>(Action<T> body, Func<torch.Tensor>? loss_closure = null)
        where T : ParamGroup
    {
        torch.Tensor? loss = null;
        if (loss_closure is not null)
            using (torch.enable_grad()) loss = loss_closure();
        using (torch.no_grad())
        using (torch.NewDisposeScope())
            foreach (ParamGroup group in _parameter_groups) body((T)group);
        return loss!;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        foreach (OptimizerState state in _state.Values) (state as IDisposable)?.Dispose();
        _state.Clear();
    }

    /// <summary>Adds a group whose options are complete, and begins the states of its parameters.</summary>
    private protected void Add(ParamGroup group, Func<Parameter, OptimizerState> state)
    {
        // A list, because a query of a module may give others later on.
        List<Parameter> parameters = [.. group.Parameters];
        HashSet<nint> handles = [.. _state.Keys];
        foreach (Parameter parameter in parameters)
            if (!handles.Add(parameter.Handle)) throw new ArgumentException("A parameter is in the optimizer twice.", nameof(group));
        group.Parameters = parameters;
        group.InitialLearningRate = group.LearningRate;
        _parameter_groups.Add(group);
        foreach (Parameter parameter in parameters)
        {
            OptimizerState begun = state(parameter);
            begun.Initialize(group.Options);
            _state[parameter.Handle] = begun;
        }
    }

    /// <summary>The parameters of a group that have gradients, with their gradients and states.</summary>
    private protected IEnumerable<(Parameter Parameter, torch.Tensor Gradient, TState State)> Each<TState>(ParamGroup group)
        where TState : OptimizerState
    {
        foreach (Parameter parameter in group.Parameters)
        {
            using torch.Tensor? gradient = TensorCalls.Gradient(parameter);
            if (gradient is not null) yield return (parameter, gradient, (TState)_state[parameter.Handle]);
        }
    }

    private protected static void Require(bool valid, string name, double value)
    {
        if (!valid) throw new ArgumentException($"{name} cannot be {value}.", name);
    }
}
