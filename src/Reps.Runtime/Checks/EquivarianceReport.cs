using System;
using System.Globalization;

namespace Reps;

/// <summary>How far a map is from commuting with its group, and where it is worst.</summary>
/// <param name="WorstError">The largest |f(g·x) − g·f(x)|, divided by the root mean square of f(x) over all rows.</param>
/// <param name="Transform">The group element with the largest error.</param>
/// <param name="Row">The row of the batch.</param>
/// <param name="Segment">The segment of the output.</param>
/// <param name="Irrep">The irrep of that segment.</param>
/// <param name="Component">The component inside the irrep.</param>
/// <param name="Channel">The channel inside the segment.</param>
/// <param name="Trials">How many group elements were tried.</param>
public sealed record EquivarianceReport(
    double WorstError,
    OrthogonalTransform Transform,
    int Row,
    int Segment,
    Irrep Irrep,
    int Component,
    int Channel,
    int Trials
)
{
    /// <summary>Whether the map is equivariant up to an error.</summary>
    /// <param name="tolerance">The largest error allowed; 1e-12 suits double and 1e-5 float.</param>
    /// <returns>Whether no trial exceeded it; a result that is not a number never passes.</returns>
    public bool IsWithin(double tolerance) => WorstError <= tolerance;

    /// <summary>Fails when the map is not equivariant up to an error: one line in a test.</summary>
    /// <param name="tolerance">The largest error allowed.</param>
    /// <exception cref="InvalidOperationException">A trial exceeded it; the message says where.</exception>
    public void Require(double tolerance)
    {
        if (!IsWithin(tolerance))
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"Not equivariant: {this}; at most {tolerance:E1} was allowed.")
            );
    }

    /// <summary>The error and its place, in words.</summary>
    /// <returns>For example <c>relative error 3.1E-16 in segment 1 (1o), component 2, channel 7, row 0, …</c>.</returns>
    public override string ToString()
    {
        (double w, double x, double y, double z) = Transform.Rotation.ToQuaternion();
        string inversion = Transform.Inverts ? " with inversion" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"relative error {WorstError:E1} in segment {Segment} ({Irrep}), component {Component}, channel {Channel}, row {Row}, under the rotation w {w:F4}, x {x:F4}, y {y:F4}, z {z:F4}{inversion}, worst of {Trials} trials"
        );
    }
}
