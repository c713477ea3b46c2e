using System;

namespace Reps;

public readonly partial struct Rotation
{
    /// <summary>The unit quaternion, of its two signs the one whose first component that is not zero is positive.</summary>
    /// <returns>(w, x, y, z).</returns>
    public (double W, double X, double Y, double Z) ToQuaternion()
    {
        double first = W != 0 ? W : X != 0 ? X : Y != 0 ? Y : Z;
        return first < 0 ? (-W, -X, -Y, -Z) : (W, X, Y, Z);
    }

    /// <summary>The matrix.</summary>
    /// <returns>Nine numbers, row-major.</returns>
    public double[] ToMatrix()
    {
        (double w, double x, double y, double z) = (W, X, Y, Z);
        return
        [
            1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y),
            2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x),
            2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y),
        ];
    }

    /// <summary>e3nn's Euler angles. Where β is 0 or π only a combination of α and γ is defined; α is then 0.</summary>
    /// <returns>(α, β, γ) with 0 ≤ β ≤ π and the others from −π to π.</returns>
    public (double Alpha, double Beta, double Gamma) ToEuler()
    {
        // R ŷ = (sinβ sinα, cosβ, sinβ cosα) and ŷᵀR = (sinβ sinγ', …): from the quaternion half angles are exact near both poles.
        (double w, double x, double y, double z) = (W, X, Y, Z);
        double cosHalf = Math.Sqrt(w * w + y * y);
        double sinHalf = Math.Sqrt(x * x + z * z);
        double beta = 2 * Math.Atan2(sinHalf, cosHalf);
        // w = cos(β/2) cos((α+γ)/2), y = cos(β/2) sin((α+γ)/2), x = sin(β/2) cos((α−γ)/2), z = −sin(β/2) sin((α−γ)/2).
        double sum = cosHalf > 1e-12 ? 2 * Math.Atan2(y, w) : double.NaN;
        double difference = sinHalf > 1e-12 ? 2 * Math.Atan2(-z, x) : double.NaN;
        if (double.IsNaN(difference)) return (0, beta, Wrap(sum));
        if (double.IsNaN(sum)) return (0, beta, Wrap(-difference));
        return (Wrap((sum + difference) / 2), beta, Wrap((sum - difference) / 2));
    }

    /// <summary>The axis and the angle; the axis of the identity is y.</summary>
    /// <returns>A unit vector and an angle from 0 to π. Also at π the axis is exact up to its sign.</returns>
    public (double[] Axis, double Angle) ToAxisAngle()
    {
        (double w, double x, double y, double z) = ToQuaternion();
        double length = Math.Sqrt(x * x + y * y + z * z);
        if (length == 0) return ([0, 1, 0], 0);
        return ([x / length, y / length, z / length], 2 * Math.Atan2(length, w));
    }

    private static double Wrap(double angle)
    {
        double wrapped = Math.IEEERemainder(angle, 2 * Math.PI);
        return wrapped == 0 ? 0 : wrapped;
    }
}
