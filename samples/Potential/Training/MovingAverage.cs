using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Potential.Training;

/// <summary>The exponential moving average of parameters: steadier than the parameters, and the better model.</summary>
public sealed class MovingAverage : IDisposable
{
    private readonly (string Name, Parameter Parameter, Tensor Average)[] _entries;
    private readonly double _decay;

    /// <summary>Begins with the parameters as they are.</summary>
    /// <param name="module">Whose parameters.</param>
    /// <param name="decay">The weight of what was; 0 follows the parameters.</param>
    public MovingAverage(nn.Module module, double decay)
    {
        _decay = decay;
        _entries =
        [
            .. module.named_parameters().Select(entry => (entry.name, entry.parameter, entry.parameter.detach().clone().DetachFromDisposeScope())),
        ];
    }

    /// <summary>The averages, by the parameters' names.</summary>
    public IEnumerable<(string Name, Tensor Average)> Entries => _entries.Select(entry => (entry.Name, entry.Average));

    /// <summary>Takes the parameters in after a step.</summary>
    /// <param name="steps">How many steps there were. The first weigh more, so that the beginning is forgotten soon.</param>
    public void Update(long steps)
    {
        double decay = Math.Min(_decay, (1.0 + steps) / (10.0 + steps));
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        foreach ((_, Parameter parameter, Tensor average) in _entries) average.mul_(decay).add_(parameter, 1 - decay);
    }

    /// <summary>Puts the averages in the place of the parameters, until the result is disposed.</summary>
    public IDisposable Apply() => new Exchange(_entries);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((_, _, Tensor average) in _entries) average.Dispose();
    }

    private sealed class Exchange : IDisposable
    {
        private readonly (Parameter Parameter, Tensor Own)[] _own;

        public Exchange((string Name, Parameter Parameter, Tensor Average)[] entries)
        {
            using var mode = no_grad();
            _own = [.. entries.Select(entry => (entry.Parameter, entry.Parameter.detach().clone().DetachFromDisposeScope()))];
            foreach ((_, Parameter parameter, Tensor average) in entries) parameter.copy_(average);
        }

        public void Dispose()
        {
            using var mode = no_grad();
            foreach ((Parameter parameter, Tensor own) in _own)
            {
                parameter.copy_(own);
                own.Dispose();
            }
        }
    }
}
