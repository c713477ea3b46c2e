using System.Numerics;
using System.Runtime.CompilerServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Harmonics;

/// <summary>
/// Derivatives for a block of points. The derivatives of the harmonics of degree l are combinations of those of degree l − 1, at the
/// neighbouring orders: see <see cref="HarmonicTables.FillLadder"/>. Nothing is divided, so there is no special direction.
/// </summary>
internal static class HarmonicLadder
{
    /// <summary>The gradient of Σ weights·values by x, y, z; the values must reach the degree below the largest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient<S, V, T>(int degree, ref T ladder, ref T values, ref T weights, ref T gradient)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V alongX = S.Zero;
        V againstX = S.Zero;
        V alongY = S.Zero;
        V alongZ = S.Zero;
        nint pair = 2 * S.Count;
        for (int l = 1; l <= degree; l++)
        {
            int row = HarmonicTables.Position(l, 0);
            ref T constants = ref Unsafe.Add(ref ladder, row * HarmonicTables.LadderStride);
            ref T weight = ref Unsafe.Add(ref weights, row * pair);
            ref T value = ref Unsafe.Add(ref values, HarmonicTables.Position(l - 1, 0) * pair);
            V cosineBefore = S.Zero;
            V sineBefore = S.Zero;
            V cosine = S.Load(ref value, 0);
            V sine = S.Load(ref value, S.Count);
            for (int m = 0; m <= l; m++)
            {
                V cosineAfter = S.Load(ref value, pair);
                V sineAfter = S.Load(ref value, pair + S.Count);
                V ofCosine = S.Load(ref weight, 0);
                V ofSine = S.Load(ref weight, S.Count);
                V down = S.Broadcast(constants);
                V up = S.Broadcast(Unsafe.Add(ref constants, 1));
                V both = S.FusedMultiplyAdd(ofSine, sine, S.Multiply(ofCosine, cosine));
                alongY = S.FusedMultiplyAdd(S.Broadcast(Unsafe.Add(ref constants, 2)), both, alongY);
                V downCosine = S.Multiply(down, cosineAfter);
                V downSine = S.Multiply(down, sineAfter);
                V upCosine = S.Multiply(up, cosineBefore);
                V upSine = S.Multiply(up, sineBefore);
                alongZ = S.FusedMultiplyAdd(ofCosine, S.Subtract(upCosine, downCosine), alongZ);
                alongZ = S.FusedMultiplyAdd(ofSine, S.Subtract(upSine, downSine), alongZ);
                alongX = S.FusedMultiplyAdd(ofSine, S.Add(upCosine, downCosine), alongX);
                againstX = S.FusedMultiplyAdd(ofCosine, S.Add(upSine, downSine), againstX);
                (cosineBefore, sineBefore, cosine, sine) = (cosine, sine, cosineAfter, sineAfter);
                value = ref Unsafe.Add(ref value, pair);
                weight = ref Unsafe.Add(ref weight, pair);
                constants = ref Unsafe.Add(ref constants, HarmonicTables.LadderStride);
            }
        }
        S.Store(S.Subtract(alongX, againstX), ref gradient, 0);
        S.Store(alongY, ref gradient, S.Count);
        S.Store(alongZ, ref gradient, 2 * S.Count);
    }

    /// <summary>The derivatives of each component by x, y, z, at the places of the components in three blocks.</summary>
    /// <param name="degree">The largest degree.</param>
    /// <param name="normalized">Whether the derivatives are those of the harmonics of the direction.</param>
    /// <param name="ladder">The constants.</param>
    /// <param name="point">x, y, z and the inverse length.</param>
    /// <param name="values">The values, to the largest degree.</param>
    /// <param name="jacobian">The derivatives by x, by y and by z.</param>
    /// <param name="block">The distance of the three.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Jacobian<S, V, T>(int degree, bool normalized, ref T ladder, ref T point, ref T values, ref T jacobian, nint block)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V inverse = S.Load(ref point, 3 * S.Count);
        nint pair = 2 * S.Count;
        for (int l = 1; l <= degree; l++)
        {
            // d(v/|v|) = (1 − v̂ v̂ᵀ) dv / |v|, and v·∇Y = l·Y.
            V radial = S.Multiply(S.Broadcast(T.CreateTruncating(normalized ? -l : 0)), inverse);
            V x = S.Multiply(radial, S.Load(ref point, 0));
            V y = S.Multiply(radial, S.Load(ref point, S.Count));
            V z = S.Multiply(radial, S.Load(ref point, 2 * S.Count));
            int row = HarmonicTables.Position(l, 0);
            ref T constants = ref Unsafe.Add(ref ladder, row * HarmonicTables.LadderStride);
            ref T self = ref Unsafe.Add(ref values, row * pair);
            ref T target = ref Unsafe.Add(ref jacobian, row * pair);
            ref T value = ref Unsafe.Add(ref values, HarmonicTables.Position(l - 1, 0) * pair);
            V cosineBefore = S.Zero;
            V sineBefore = S.Zero;
            V cosine = S.Load(ref value, 0);
            V sine = S.Load(ref value, S.Count);
            for (int m = 0; m <= l; m++)
            {
                V cosineAfter = S.Load(ref value, pair);
                V sineAfter = S.Load(ref value, pair + S.Count);
                V down = S.Multiply(inverse, S.Broadcast(constants));
                V up = S.Multiply(inverse, S.Broadcast(Unsafe.Add(ref constants, 1)));
                V along = S.Multiply(inverse, S.Broadcast(Unsafe.Add(ref constants, 2)));
                V ofCosine = S.Load(ref self, 0);
                V ofSine = S.Load(ref self, S.Count);
                V upCosine = S.Multiply(up, cosineBefore);
                V upSine = S.Multiply(up, sineBefore);
                V downCosine = S.Multiply(down, cosineAfter);
                V downSine = S.Multiply(down, sineAfter);
                S.Store(S.Subtract(S.Multiply(x, ofCosine), S.Add(upSine, downSine)), ref target, 0);
                S.Store(S.FusedMultiplyAdd(x, ofSine, S.Add(upCosine, downCosine)), ref target, S.Count);
                S.Store(S.FusedMultiplyAdd(y, ofCosine, S.Multiply(along, cosine)), ref target, block);
                S.Store(S.FusedMultiplyAdd(y, ofSine, S.Multiply(along, sine)), ref target, block + S.Count);
                S.Store(S.FusedMultiplyAdd(z, ofCosine, S.Subtract(upCosine, downCosine)), ref target, 2 * block);
                S.Store(S.FusedMultiplyAdd(z, ofSine, S.Subtract(upSine, downSine)), ref target, 2 * block + S.Count);
                (cosineBefore, sineBefore, cosine, sine) = (cosine, sine, cosineAfter, sineAfter);
                value = ref Unsafe.Add(ref value, pair);
                self = ref Unsafe.Add(ref self, pair);
                target = ref Unsafe.Add(ref target, pair);
                constants = ref Unsafe.Add(ref constants, HarmonicTables.LadderStride);
            }
        }
    }

    /// <summary>The derivative of each component along a direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Directional<S, V, T>(int degree, ref T ladder, ref T values, ref T direction, ref T derivatives)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V x = S.Load(ref direction, 0);
        V y = S.Load(ref direction, S.Count);
        V z = S.Load(ref direction, 2 * S.Count);
        nint pair = 2 * S.Count;
        for (int l = 1; l <= degree; l++)
        {
            int row = HarmonicTables.Position(l, 0);
            ref T constants = ref Unsafe.Add(ref ladder, row * HarmonicTables.LadderStride);
            ref T target = ref Unsafe.Add(ref derivatives, row * pair);
            ref T value = ref Unsafe.Add(ref values, HarmonicTables.Position(l - 1, 0) * pair);
            V cosineBefore = S.Zero;
            V sineBefore = S.Zero;
            V cosine = S.Load(ref value, 0);
            V sine = S.Load(ref value, S.Count);
            for (int m = 0; m <= l; m++)
            {
                V cosineAfter = S.Load(ref value, pair);
                V sineAfter = S.Load(ref value, pair + S.Count);
                V down = S.Broadcast(constants);
                V up = S.Broadcast(Unsafe.Add(ref constants, 1));
                V along = S.Multiply(y, S.Broadcast(Unsafe.Add(ref constants, 2)));
                V upCosine = S.Multiply(up, cosineBefore);
                V upSine = S.Multiply(up, sineBefore);
                V downCosine = S.Multiply(down, cosineAfter);
                V downSine = S.Multiply(down, sineAfter);
                V ofCosine = S.FusedMultiplyAdd(z, S.Subtract(upCosine, downCosine), S.Multiply(along, cosine));
                V ofSine = S.FusedMultiplyAdd(z, S.Subtract(upSine, downSine), S.Multiply(along, sine));
                S.Store(S.Subtract(ofCosine, S.Multiply(x, S.Add(upSine, downSine))), ref target, 0);
                S.Store(S.FusedMultiplyAdd(x, S.Add(upCosine, downCosine), ofSine), ref target, S.Count);
                (cosineBefore, sineBefore, cosine, sine) = (cosine, sine, cosineAfter, sineAfter);
                value = ref Unsafe.Add(ref value, pair);
                target = ref Unsafe.Add(ref target, pair);
                constants = ref Unsafe.Add(ref constants, HarmonicTables.LadderStride);
            }
        }
    }

    /// <summary>
    /// Weights one degree lower, such that Σ lowered·values is the derivative of Σ weights·values along a direction: the transpose of
    /// <see cref="Directional"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Lower<S, V, T>(int degree, ref T ladder, ref T weights, ref T direction, ref T lowered)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V x = S.Load(ref direction, 0);
        V y = S.Load(ref direction, S.Count);
        V z = S.Load(ref direction, 2 * S.Count);
        nint pair = 2 * S.Count;
        const int Stride = HarmonicTables.LadderStride;
        for (int l = 1; l <= degree; l++)
        {
            int row = HarmonicTables.Position(l, 0);
            ref T constants = ref Unsafe.Add(ref ladder, row * Stride);
            ref T weight = ref Unsafe.Add(ref weights, row * pair);
            ref T first = ref Unsafe.Add(ref lowered, HarmonicTables.Position(l - 1, 0) * pair);
            ref T target = ref first;
            V cosineBefore = S.Zero;
            V sineBefore = S.Zero;
            V cosine = S.Load(ref weight, 0);
            V sine = S.Load(ref weight, S.Count);
            for (int m = 0; m < l; m++)
            {
                V cosineAfter = S.Load(ref weight, pair);
                V sineAfter = S.Load(ref weight, pair + S.Count);
                // Component m − 1 reaches m by its step down, component m + 1 by its step up.
                V down = S.Broadcast(Unsafe.Add(ref constants, -Stride));
                V up = S.Broadcast(Unsafe.Add(ref constants, Stride + 1));
                V along = S.Multiply(y, S.Broadcast(Unsafe.Add(ref constants, 2)));
                V upCosine = S.Multiply(up, cosineAfter);
                V upSine = S.Multiply(up, sineAfter);
                V downCosine = S.Multiply(down, cosineBefore);
                V downSine = S.Multiply(down, sineBefore);
                V toCosine = S.FusedMultiplyAdd(z, S.Subtract(upCosine, downCosine), S.Multiply(along, cosine));
                V toSine = S.FusedMultiplyAdd(z, S.Subtract(upSine, downSine), S.Multiply(along, sine));
                S.Store(S.FusedMultiplyAdd(x, S.Add(upSine, downSine), toCosine), ref target, 0);
                S.Store(S.Subtract(toSine, S.Multiply(x, S.Add(upCosine, downCosine))), ref target, S.Count);
                (cosineBefore, sineBefore, cosine, sine) = (cosine, sine, cosineAfter, sineAfter);
                weight = ref Unsafe.Add(ref weight, pair);
                target = ref Unsafe.Add(ref target, pair);
                constants = ref Unsafe.Add(ref constants, Stride);
            }
            // There is no sine of order zero.
            S.Store(S.Zero, ref first, S.Count);
        }
    }
}
