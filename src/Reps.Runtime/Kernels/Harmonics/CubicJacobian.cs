using System.Numerics;
using System.Runtime.CompilerServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Harmonics;

/// <summary>
/// The derivatives of <see cref="HarmonicLadder.Jacobian"/> for the degrees 0 to 3 together, the most frequent case: written out without the
/// terms that are zero, and from registers to the rows. Methods take eight columns by one axis each, because the just-in-time compiler
/// inlines only so much into one.
/// </summary>
/// <typeparam name="S">The arithmetic.</typeparam>
/// <typeparam name="V">Its vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class CubicJacobian<S, V, T>
    where S : struct, ILanes<V, T>
    where V : struct
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Columns = 16;

    // The constants of each pair in the ladder, and how far behind them the same with the other sign are.
    private const int Down = 0;
    private const int Up = 1;
    private const int Along = 2;
    private const int Negative = 57;
    private const int Of10 = 12;
    private const int Of11 = 15;
    private const int Of20 = 24;
    private const int Of21 = 27;
    private const int Of22 = 30;
    private const int Of30 = 39;
    private const int Of31 = 42;
    private const int Of32 = 45;
    private const int Of33 = 48;

    // The places of cosines and sines.
    private const int C00 = 2;
    private const int C10 = 8;
    private const int C11 = 10;
    private const int S11 = 11;
    private const int C20 = 16;
    private const int C21 = 18;
    private const int S21 = 19;
    private const int C22 = 20;
    private const int S22 = 21;
    private const int C30 = 26;
    private const int C31 = 28;
    private const int S31 = 29;
    private const int C32 = 30;
    private const int S32 = 31;
    private const int C33 = 32;
    private const int S33 = 33;

    /// <summary>Whether the columns are the components of the degrees 0 to 3, once each and in their order.</summary>
    public static bool Serves(in HarmonicCall<T> call)
    {
        if (call.Dim != Columns || call.Segments.Length != 4) return false;
        int degree = 0;
        foreach (RepSegment segment in call.Segments)
        {
            if (segment.TwoJ != 2 * degree || segment.Multiplicity != 1) return false;
            degree++;
        }
        return true;
    }

    /// <summary>The derivatives of a block of points, to rows of three times sixteen numbers.</summary>
    /// <param name="normalized">Whether the derivatives are those of the harmonics of the direction.</param>
    /// <param name="ladder">The constants, followed by the same with the other sign.</param>
    /// <param name="point">x, y, z and the inverse length.</param>
    /// <param name="values">The values.</param>
    /// <param name="rows">The first row.</param>
    /// <param name="count">The number of points, at most the width of a vector.</param>
    public static void Write(bool normalized, ref T ladder, ref T point, ref T values, ref T rows, int count)
    {
        // d(v/|v|) = (1 − v̂ v̂ᵀ) dv / |v|, and v·∇Y = l·Y.
        V slope = S.Broadcast(T.CreateTruncating(normalized ? -1 : 0));
        V x = S.Multiply(slope, S.Load(ref point, 0));
        V y = S.Multiply(slope, S.Load(ref point, S.Count));
        V z = S.Multiply(slope, S.Load(ref point, 2 * S.Count));
        V inverse = S.Load(ref point, 3 * S.Count);
        FirstByX(x, inverse, ref ladder, ref values, ref rows, count);
        LastByX(x, inverse, ref ladder, ref values, ref Unsafe.Add(ref rows, 8), count);
        FirstByY(y, inverse, ref ladder, ref values, ref Unsafe.Add(ref rows, 16), count);
        LastByY(y, inverse, ref ladder, ref values, ref Unsafe.Add(ref rows, 24), count);
        FirstByZ(z, inverse, ref ladder, ref values, ref Unsafe.Add(ref rows, 32), count);
        LastByZ(z, inverse, ref ladder, ref values, ref Unsafe.Add(ref rows, 40), count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FirstByX(V radial, V inverse, ref T ladder, ref T values, ref T rows, int count)
    {
        V twice = S.Add(radial, radial);
        V a = S.Zero;
        V b = Two(radial, ref values, S11, ref ladder, Of11 + Up, C00);
        V c = One(radial, ref values, C10);
        V d = One(radial, ref values, C11);
        V e = Two(twice, ref values, S22, ref ladder, Of22 + Up, C11);
        V f = Two(twice, ref values, S21, ref ladder, Of21 + Up, C10);
        V g = Two(twice, ref values, C20, ref ladder, Of20 + Down + Negative, S11);
        V h = One(twice, ref values, C21);
        Put(inverse, a, b, c, d, e, f, g, h, ref rows, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void LastByX(V radial, V inverse, ref T ladder, ref T values, ref T rows, int count)
    {
        V twice = S.Add(radial, radial);
        V thrice = S.Add(twice, radial);
        V a = Two(twice, ref values, C22, ref ladder, Of22 + Up + Negative, S11);
        V b = Two(thrice, ref values, S33, ref ladder, Of33 + Up, C22);
        V c = Two(thrice, ref values, S32, ref ladder, Of32 + Up, C21);
        V d = Two(thrice, ref values, S31, ref ladder, Of31 + Up, C20);
        d = S.FusedMultiplyAdd(S.Broadcast(Unsafe.Add(ref ladder, Of31 + Down)), S.Load(ref values, C22 * (nint)S.Count), d);
        V e = Two(thrice, ref values, C30, ref ladder, Of30 + Down + Negative, S21);
        V f = Two(thrice, ref values, C31, ref ladder, Of31 + Down + Negative, S22);
        V g = Two(thrice, ref values, C32, ref ladder, Of32 + Up + Negative, S21);
        V h = Two(thrice, ref values, C33, ref ladder, Of33 + Up + Negative, S22);
        Put(inverse, a, b, c, d, e, f, g, h, ref rows, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FirstByY(V radial, V inverse, ref T ladder, ref T values, ref T rows, int count)
    {
        V twice = S.Add(radial, radial);
        V a = S.Zero;
        V b = One(radial, ref values, S11);
        V c = Two(radial, ref values, C10, ref ladder, Of10 + Along, C00);
        V d = One(radial, ref values, C11);
        V e = One(twice, ref values, S22);
        V f = Two(twice, ref values, S21, ref ladder, Of21 + Along, S11);
        V g = Two(twice, ref values, C20, ref ladder, Of20 + Along, C10);
        V h = Two(twice, ref values, C21, ref ladder, Of21 + Along, C11);
        Put(inverse, a, b, c, d, e, f, g, h, ref rows, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void LastByY(V radial, V inverse, ref T ladder, ref T values, ref T rows, int count)
    {
        V twice = S.Add(radial, radial);
        V thrice = S.Add(twice, radial);
        V a = One(twice, ref values, C22);
        V b = One(thrice, ref values, S33);
        V c = Two(thrice, ref values, S32, ref ladder, Of32 + Along, S22);
        V d = Two(thrice, ref values, S31, ref ladder, Of31 + Along, S21);
        V e = Two(thrice, ref values, C30, ref ladder, Of30 + Along, C20);
        V f = Two(thrice, ref values, C31, ref ladder, Of31 + Along, C21);
        V g = Two(thrice, ref values, C32, ref ladder, Of32 + Along, C22);
        V h = One(thrice, ref values, C33);
        Put(inverse, a, b, c, d, e, f, g, h, ref rows, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FirstByZ(V radial, V inverse, ref T ladder, ref T values, ref T rows, int count)
    {
        V twice = S.Add(radial, radial);
        V a = S.Zero;
        V b = One(radial, ref values, S11);
        V c = One(radial, ref values, C10);
        V d = Two(radial, ref values, C11, ref ladder, Of11 + Up, C00);
        V e = Two(twice, ref values, S22, ref ladder, Of22 + Up, S11);
        V f = One(twice, ref values, S21);
        V g = Two(twice, ref values, C20, ref ladder, Of20 + Down + Negative, C11);
        V h = Two(twice, ref values, C21, ref ladder, Of21 + Up, C10);
        Put(inverse, a, b, c, d, e, f, g, h, ref rows, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void LastByZ(V radial, V inverse, ref T ladder, ref T values, ref T rows, int count)
    {
        V twice = S.Add(radial, radial);
        V thrice = S.Add(twice, radial);
        V a = Two(twice, ref values, C22, ref ladder, Of22 + Up, C11);
        V b = Two(thrice, ref values, S33, ref ladder, Of33 + Up, S22);
        V c = Two(thrice, ref values, S32, ref ladder, Of32 + Up, S21);
        V d = Two(thrice, ref values, S31, ref ladder, Of31 + Down + Negative, S22);
        V e = Two(thrice, ref values, C30, ref ladder, Of30 + Down + Negative, C21);
        V f = Two(thrice, ref values, C31, ref ladder, Of31 + Up, C20);
        f = S.FusedMultiplyAdd(S.Broadcast(Unsafe.Add(ref ladder, Of31 + Down + Negative)), S.Load(ref values, C22 * (nint)S.Count), f);
        V g = Two(thrice, ref values, C32, ref ladder, Of32 + Up, C21);
        V h = Two(thrice, ref values, C33, ref ladder, Of33 + Up, C22);
        Put(inverse, a, b, c, d, e, f, g, h, ref rows, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V One(V radial, ref T values, int self) => S.Multiply(radial, S.Load(ref values, self * (nint)S.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Two(V radial, ref T values, int self, ref T ladder, int constant, int neighbour) =>
        S.FusedMultiplyAdd(
            S.Broadcast(Unsafe.Add(ref ladder, constant)),
            S.Load(ref values, neighbour * (nint)S.Count),
            S.Multiply(radial, S.Load(ref values, self * (nint)S.Count))
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(V inverse, V a, V b, V c, V d, V e, V f, V g, V h, ref T rows, int count)
    {
        a = S.Multiply(a, inverse);
        b = S.Multiply(b, inverse);
        c = S.Multiply(c, inverse);
        d = S.Multiply(d, inverse);
        e = S.Multiply(e, inverse);
        f = S.Multiply(f, inverse);
        g = S.Multiply(g, inverse);
        h = S.Multiply(h, inverse);
        LaneTranspose.Store<S, V, T>(a, b, c, d, e, f, g, h, ref rows, 3 * Columns, count);
    }
}
