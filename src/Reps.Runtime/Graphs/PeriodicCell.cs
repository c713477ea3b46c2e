using System;

namespace Reps;

/// <summary>
/// Three independent vectors that span space: the cell vectors along which a structure repeats, completed by unit vectors
/// perpendicular to them and to each other along the open directions. Coordinates along an open direction are lengths.
/// </summary>
internal sealed class PeriodicCell
{
    // The volume of the periodic vectors relative to that of a box with their lengths. Below, the inverse has no digits to rely on.
    private const double MinRelativeVolume = 1e-8;

    private PeriodicCell(double[] rows, bool[] periodic)
    {
        Rows = rows;
        Periodic = periodic;
        (Inverse, double determinant) = Invert(rows);
        RelativeVolume = Math.Abs(determinant) / (Length(rows, 0) * Length(rows, 1) * Length(rows, 2));
        // Column k of the inverse is perpendicular to the planes of constant coordinate k; they are 1 / |column| apart.
        Heights = [Height(0), Height(1), Height(2)];
    }

    /// <summary>[3, 3] row-major: the vectors.</summary>
    public double[] Rows { get; }

    /// <summary>Along which of them the structure repeats.</summary>
    public bool[] Periodic { get; }

    /// <summary>[3, 3] row-major: position times this gives coordinates along the vectors.</summary>
    public double[] Inverse { get; }

    /// <summary>The distance of opposite faces, per vector.</summary>
    public double[] Heights { get; }

    private double RelativeVolume { get; }

    /// <summary>Checks and completes the periodic ones among the cell vectors.</summary>
    /// <exception cref="ArgumentException">The cell has not 9 finite numbers, or its periodic vectors are (nearly) dependent.</exception>
    public static PeriodicCell Create(ReadOnlySpan<double> cell, (bool A, bool B, bool C) periodic)
    {
        bool[] repeats = [periodic.A, periodic.B, periodic.C];
        if (cell.Length != 9 && (cell.Length != 0 || Array.IndexOf(repeats, true) >= 0))
        {
            throw new ArgumentException(
                $"The cell must hold 9 numbers, three vectors in turn, but there are {cell.Length}; only an open system may have none.",
                nameof(cell));
        }
        double[] rows = new double[9];
        for (int i = 0; i < cell.Length; i++)
        {
            if (!double.IsFinite(cell[i]))
                throw new ArgumentException($"Cell vector {i / 3} is not finite: {cell[i]} along {"xyz"[i % 3]}.", nameof(cell));
            rows[i] = repeats[i / 3] ? cell[i] : 0;
        }
        for (int k = 0; k < 3; k++)
        {
            if (repeats[k] && Length(rows, k) == 0)
                throw new ArgumentException($"Cell vector {k} is zero, but the structure is to repeat along it.", nameof(cell));
        }
        Complete(rows, repeats);
        PeriodicCell result = new(rows, repeats);
        // The negated comparison also catches the NaN of vectors whose products leave the range of double.
        if (!(result.RelativeVolume >= MinRelativeVolume))
        {
            throw new ArgumentException(
                "The cell vectors along which the structure repeats are linearly dependent, or nearly: the cell is singular.",
                nameof(cell));
        }
        return result;
    }

    private static void Complete(double[] rows, bool[] repeats)
    {
        int periodic = 0;
        int last = 0;
        for (int k = 0; k < 3; k++)
        {
            periodic += repeats[k] ? 1 : 0;
            last = repeats[k] ? k : last;
        }
        int first = Array.IndexOf(repeats, true);
        int open = Array.IndexOf(repeats, false);
        int lastOpen = Array.LastIndexOf(repeats, false);
        if (periodic == 0)
        {
            rows[0] = rows[4] = rows[8] = 1;
        }
        else if (periodic == 1)
        {
            // The axis on which the vector leans least gives the best-conditioned perpendicular.
            double[] axes = [1, 0, 0, 0, 1, 0, 0, 0, 1];
            int axis = 0;
            for (int k = 1; k < 3; k++)
                axis = Math.Abs(rows[(3 * first) + k]) < Math.Abs(rows[(3 * first) + axis]) ? k : axis;
            SetCross(rows, open, Row(rows, first), Row(axes, axis));
            SetCross(rows, lastOpen, Row(rows, first), Row(rows, open));
        }
        else if (periodic == 2)
        {
            SetCross(rows, open, Row(rows, first), Row(rows, last));
        }
    }

    private static void SetCross(double[] rows, int index, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        (double x, double y, double z) = Cross(a, b);
        double length = Math.Sqrt((x * x) + (y * y) + (z * z));
        (rows[3 * index], rows[(3 * index) + 1], rows[(3 * index) + 2]) = (x / length, y / length, z / length);
    }

    private static (double X, double Y, double Z) Cross(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        ((a[1] * b[2]) - (a[2] * b[1]), (a[2] * b[0]) - (a[0] * b[2]), (a[0] * b[1]) - (a[1] * b[0]));

    private static ReadOnlySpan<double> Row(double[] rows, int index) => rows.AsSpan(3 * index, 3);

    private static double Length(double[] rows, int k) =>
        Math.Sqrt((rows[3 * k] * rows[3 * k]) + (rows[(3 * k) + 1] * rows[(3 * k) + 1]) + (rows[(3 * k) + 2] * rows[(3 * k) + 2]));

    private double Height(int k) =>
        1 / Math.Sqrt((Inverse[k] * Inverse[k]) + (Inverse[3 + k] * Inverse[3 + k]) + (Inverse[6 + k] * Inverse[6 + k]));

    // The columns of the inverse are the cross products of the rows, divided by the determinant.
    private static (double[] Inverse, double Determinant) Invert(double[] rows)
    {
        double[] inverse = new double[9];
        double determinant = 0;
        for (int k = 0; k < 3; k++)
        {
            (double x, double y, double z) = Cross(Row(rows, (k + 1) % 3), Row(rows, (k + 2) % 3));
            if (k == 0)
                determinant = (rows[0] * x) + (rows[1] * y) + (rows[2] * z);
            (inverse[k], inverse[3 + k], inverse[6 + k]) = (x / determinant, y / determinant, z / determinant);
        }
        return (inverse, determinant);
    }
}
