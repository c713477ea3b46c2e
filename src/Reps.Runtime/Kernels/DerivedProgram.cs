using System;
using Reps.Algebra;

namespace Reps.Kernels;

/// <summary>The program of a generated diagram layer that is too large to be data of its assembly: derived on first use, by the same algebra.</summary>
/// <typeparam name="TLayer">The layer.</typeparam>
/// <typeparam name="TInput">The tensor powers of its input.</typeparam>
/// <typeparam name="TOutput">The tensor powers of its output.</typeparam>
public static class DerivedProgram<TLayer, TInput, TOutput>
    where TLayer : IDiagramLinear<TInput, TOutput>
    where TInput : struct, ITensorPowers<TInput>
    where TOutput : struct, ITensorPowers<TOutput>
{
    private static readonly int[] s_integers = [.. DiagramProgram.Lower(TLayer.CreatePlan()).Integers];

    /// <summary>The integers.</summary>
    public static ReadOnlySpan<int> Integers => s_integers;
}
