using System;
using System.Collections.Generic;

namespace Reps.Layers.Nonlinear;

/// <summary>One function for each entry of a representation, with what comes out.</summary>
internal sealed class ScalarFunctions
{
    public ScalarFunctions(Irreps input, IReadOnlyList<ActivationFunction?> functions, MomentSource moments, string what)
    {
        ArgumentNullException.ThrowIfNull(functions, what);
        if (functions.Count != input.Count)
            throw new ArgumentException(
                $"There are {functions.Count} functions, but '{input}' has {input.Count} entries: give one for each, null for those that stay as they are.", what);
        List<MulIrrep> output = [];
        (ActivationFunction?, double)[] normalized = new (ActivationFunction?, double)[functions.Count];
        for (int n = 0; n < normalized.Length; n++)
        {
            output.Add(Result(input, n, functions[n], what));
            normalized[n] = ActivationFunction.Normalized(functions[n], moments);
        }
        (Input, Output, Functions) = (input, new Irreps(input.Group, output), normalized);
    }

    public Irreps Input { get; }

    /// <summary>The input with the parities that the functions leave.</summary>
    public Irreps Output { get; }

    /// <summary>The function of each entry and the factor of its result.</summary>
    public IReadOnlyList<(ActivationFunction? Function, double Factor)> Functions { get; }

    private static MulIrrep Result(Irreps input, int entry, ActivationFunction? function, string what)
    {
        (int mul, Irrep irrep) = input[entry];
        if (function is null) return new MulIrrep(mul, irrep);
        if (irrep.TwoJ != 0)
            throw new ArgumentException(
                $"{function} cannot act on {irrep}, entry {entry} of '{input}': a function of single components is not equivariant. Give null there, or gate the entry with scalars.", what);
        if (irrep.Parity > 0) return new MulIrrep(mul, irrep);
        return function.Parity switch
        {
            ActivationParity.Odd => new MulIrrep(mul, irrep),
            ActivationParity.Even => new MulIrrep(mul, Irrep.O3(0, 1)),
            _ => throw new ArgumentException(
                $"{function} is neither even nor odd, so it cannot act on odd scalars, entry {entry} of '{input}': take an odd function such as tanh, or an even one such as abs.", what),
        };
    }
}
