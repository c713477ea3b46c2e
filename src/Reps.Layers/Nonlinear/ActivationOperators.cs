using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>The library's activations as operators of torch, with derivatives of every order.</summary>
internal static class ActivationOperators
{
    private static readonly Scalar s_slope = 0.01;

    private static readonly Dictionary<ScalarActivation, Func<Tensor, Tensor>> s_operators = new()
    {
        [ScalarActivation.Silu] = static x => x.silu(),
        [ScalarActivation.Tanh] = static x => x.tanh(),
        [ScalarActivation.Sigmoid] = static x => x.sigmoid(),
        [ScalarActivation.Relu] = static x => x.relu(),
        [ScalarActivation.Abs] = static x => x.abs(),
        [ScalarActivation.Softplus] = static x => nn.functional.softplus(x),
        [ScalarActivation.ShiftedSoftplus] = static x => Within(x, static x => nn.functional.softplus(x).Minus(Math.Log(2))),
        [ScalarActivation.Gelu] = static x => x.gelu(),
        [ScalarActivation.Elu] = static x => x.elu(Arithmetic.One, Arithmetic.One, Arithmetic.One),
        [ScalarActivation.LeakyRelu] = static x => x.leaky_relu(s_slope),
        [ScalarActivation.Sin] = static x => x.sin(),
        [ScalarActivation.Cos] = static x => x.cos(),
        // Torch's own operator has no second derivative in every version.
        [ScalarActivation.Mish] = static x => Within(x, static x => x * nn.functional.softplus(x).tanh()),
        [ScalarActivation.Selu] = static x => x.selu(),
        [ScalarActivation.Square] = static x => x * x,
        [ScalarActivation.Exp] = static x => x.exp(),
        [ScalarActivation.Identity] = static x => x.alias(),
    };

    /// <summary>The operators of an activation.</summary>
    public static Func<Tensor, Tensor> Of(ScalarActivation activation) => s_operators[activation];

    // Operators of several steps leave their result alone.
    private static Tensor Within(Tensor x, Func<Tensor, Tensor> steps)
    {
        using DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(steps(x));
    }
}
