using System;
using TorchSharp.Interop;

namespace TorchSharp;

internal static class Activation
{
    /// <summary>Applies an operator of one tensor; in place, the result is a second object for the tensor itself.</summary>
    public static torch.Tensor Call(torch.Tensor x, bool inplace, string name, params ReadOnlySpan<Argument> options)
    {
        if (inplace) name += "_";
        return options.Length switch
        {
            0 => Operator.Call(name, x),
            1 => Operator.Call(name, x, options[0]),
            _ => Operator.Call(name, x, options[0], options[1]),
        };
    }
}
