using System;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// A function of one number that modules apply to scalars. Those of <see cref="ScalarActivation"/> convert to it; <see cref="Create"/> makes one
/// of any differentiable function of tensors.
/// </summary>
public sealed class ActivationFunction
{
    private readonly Func<Tensor, Tensor> _function;
    private readonly ScalarActivation? _known;
    private readonly Lazy<double> _constant;
    private readonly Lazy<ActivationParity> _parity;

    private ActivationFunction(string name, Func<Tensor, Tensor> function, ScalarActivation? known)
    {
        (Name, _function, _known) = (name, function, known);
        _constant = new(() => SecondMoment.Constant(Value));
        _parity = new(() => ScalarActivation.ParityOf(Value, _constant.Value));
    }

    /// <summary>The name, for messages.</summary>
    public string Name { get; }

    /// <summary>Whether the function is even, odd or neither, found as e3nn finds it.</summary>
    public ActivationParity Parity => _known?.Parity ?? _parity.Value;

    /// <summary>Takes an activation of the library, as operators of torch.</summary>
    /// <param name="activation">The activation.</param>
    public static implicit operator ActivationFunction(ScalarActivation activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        return new ActivationFunction(activation.Name, ActivationOperators.Of(activation), activation);
    }

    /// <summary>Takes any function of tensors that acts on each number alone.</summary>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="function">The function: a tensor of the same shape, by differentiable operators.</param>
    /// <returns>The function, whose parity and second moment are measured when they are first needed.</returns>
    public static ActivationFunction Create(string name, Func<Tensor, Tensor> function)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(function);
        return new ActivationFunction(name, function, null);
    }

    /// <summary>The factor that gives the function second moment one for normally distributed arguments.</summary>
    /// <param name="source">e3nn's sampled constant, where the function is one of the library's; or the integral.</param>
    /// <returns>The constant.</returns>
    /// <exception cref="ArgumentException">The second moment is zero or not finite.</exception>
    public double Constant(MomentSource source) => _known?.Constant(source) ?? _constant.Value;

    /// <summary>Applies the function, not normalised.</summary>
    /// <param name="input">Any shape.</param>
    /// <returns>The same shape.</returns>
    public Tensor Apply(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return _function(input);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>A function and its factor; both null where nothing is done.</summary>
    internal static (ActivationFunction? Function, double Factor) Normalized(ActivationFunction? function, MomentSource moments) =>
        (function, function?.Constant(moments) ?? 1);

    /// <summary>Applies a function times its factor; without a function the numbers stay.</summary>
    internal static Tensor Apply((ActivationFunction? Function, double Factor) normalized, Tensor input)
    {
        if (normalized.Function is null) return input;
        Tensor result = normalized.Function.Apply(input);
        return normalized.Factor == 1 ? result : result.Times(normalized.Factor);
    }

    private double Value(double z)
    {
        using (no_grad())
        using (NewDisposeScope())
            return _function(tensor([z], ScalarType.Float64)).item<double>();
    }
}
