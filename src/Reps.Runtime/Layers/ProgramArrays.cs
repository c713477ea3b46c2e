using System;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Reps.Algebra;

namespace Reps;

/// <summary>A layer's program as arrays: for signatures that are known only at run time.</summary>
internal sealed class ProgramArrays(LayerProgram program)
{
    private readonly Lazy<float[]> _singles = new(() => [.. program.Coefficients.Select(c => c.ToSingle())]);
    private readonly Lazy<double[]> _doubles = new(() => [.. program.Coefficients.Select(c => c.ToDouble())]);

    /// <summary>The integers.</summary>
    public int[] Integers { get; } = [.. program.Integers];

    /// <summary>The coefficients, each rounded once.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="NotSupportedException">The number type is another one.</exception>
    public ReadOnlySpan<T> Coefficients<T>()
        where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) == typeof(float)) return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<float, T>(ref MemoryMarshal.GetArrayDataReference(_singles.Value)), _singles.Value.Length);
        if (typeof(T) == typeof(double)) return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<double, T>(ref MemoryMarshal.GetArrayDataReference(_doubles.Value)), _doubles.Value.Length);
        throw new NotSupportedException($"Layers compute with float or double, not with {typeof(T).Name}.");
    }
}
