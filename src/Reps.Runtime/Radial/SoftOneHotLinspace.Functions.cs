using System;
using System.Numerics;

namespace Reps;

/// <content>The functions and their derivatives, of which <c>order</c> says how many are taken.</content>
public sealed partial class SoftOneHotLinspace
{
    private T Bump<T>(T d, int order)
        where T : IFloatingPointIeee754<T>
    {
        T scale = T.CreateChecked(Math.Pow(_step, -order));
        if (Family == SoftOneHotFamily.Gaussian) return scale * Gaussian(d, order);
        // What is no number is not inside, and stays none.
        if (!(T.Abs(d) < T.One)) return T.IsNaN(d) ? d : T.Zero;
        return scale * (Family == SoftOneHotFamily.Cosine ? Cosine(d, order) : SmoothFinite(d, order));
    }

    private static T Gaussian<T>(T d, int order)
        where T : IFloatingPointIeee754<T>
    {
        T value = T.Exp(-d * d) / T.CreateChecked(1.12);
        T two = T.CreateChecked(2);
        if (order == 0 || T.IsZero(value)) return value;
        return order == 1 ? -two * d * value : two * (two * d * d - T.One) * value;
    }

    private static T Cosine<T>(T d, int order)
        where T : IFloatingPointIeee754<T>
    {
        T half = T.CreateChecked(0.5);
        T rate = T.Pi * half;
        if (order == 1) return -rate * T.SinPi(d * half);
        return order == 0 ? T.CosPi(d * half) : -rate * rate * T.CosPi(d * half);
    }

    private static T SmoothFinite<T>(T d, int order)
        where T : IFloatingPointIeee754<T>
    {
        // e²·s(d+1)·s(1−d), in one exponential, with u = 1 − d².
        T two = T.CreateChecked(2);
        T u = (T.One - d) * (T.One + d);
        T value = T.CreateChecked(1.14136) * T.Exp(two - two / u);
        if (order == 0 || T.IsZero(value)) return value;
        T slope = -two * two * d / u / u;
        if (order == 1) return value * slope;
        // The derivative of the slope is −4/u² − 16d²/u³.
        return value * (slope * slope - two * two * (T.One + two * two * d * d / u) / u / u);
    }

    private T Fourier<T>(int n, T x, int order)
        where T : IFloatingPointIeee754<T>
    {
        T length = T.CreateChecked(End - Start);
        T t = (x - T.CreateChecked(Start)) / length;
        if (Cutoff && !(t > T.Zero && t < T.One)) return T.IsNaN(t) ? t : T.Zero;
        T frequency = T.CreateChecked(Cutoff ? n + 1 : n);
        T angle = frequency * t;
        T rate = T.Pi * frequency / length;
        T norm = T.One / T.Sqrt(T.CreateChecked(0.25 + Count / 2.0));
        // The derivative of the cosine is minus the sine, and that of the sine the cosine.
        T trigonometric = Cutoff == (order != 1) ? T.SinPi(angle) : T.CosPi(angle);
        T sign = order == 2 || (order == 1 && !Cutoff) ? -T.One : T.One;
        for (int k = 0; k < order; k++) norm *= rate;
        return sign * norm * trigonometric;
    }
}
