namespace Reps.Kernels.Simd;

/// <summary>
/// Arithmetic on a vector of numbers, so that one loop is written for every width and number type. The members are instructions: each is
/// inlined to one, or to a few. A method with more than about sixty of these calls exceeds what the just-in-time compiler inlines.
/// </summary>
/// <typeparam name="V">The vector type, or the number itself.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
public interface ILanes<V, T>
{
    /// <summary>How many numbers the vector holds.</summary>
    static abstract int Count { get; }

    /// <summary>All zero.</summary>
    static abstract V Zero { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract V Broadcast(T value);

    /// <summary>Consecutive numbers, beginning <paramref name="offset"/> numbers after the reference; no alignment is needed.</summary>
    static abstract V Load(ref readonly T source, nint offset);

    /// <summary>Writes consecutive numbers, beginning <paramref name="offset"/> numbers after the reference.</summary>
    static abstract void Store(V value, ref T target, nint offset);

    /// <summary>left + right.</summary>
    static abstract V Add(V left, V right);

    /// <summary>left − right.</summary>
    static abstract V Subtract(V left, V right);

    /// <summary>left · right.</summary>
    static abstract V Multiply(V left, V right);

    /// <summary>left / right.</summary>
    static abstract V Divide(V left, V right);

    /// <summary>left · right + addend, rounded once.</summary>
    static abstract V FusedMultiplyAdd(V left, V right, V addend);

    /// <summary>The square root.</summary>
    static abstract V Sqrt(V value);

    /// <summary>The exponential function.</summary>
    static abstract V Exp(V value);

    /// <summary>In every lane: left &lt; right ? less : otherwise.</summary>
    static abstract V SelectLess(V left, V right, V less, V otherwise);

    /// <summary>The sum over the lanes.</summary>
    static abstract T Sum(V value);
}
