using System;
using Reps.Layers.Rotations;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <content>Points on the sphere.</content>
public static partial class O3
{
    /// <summary>The points of angles, (sin β sin α, cos β, sin β cos α): e3nn's <c>angles_to_xyz</c>.</summary>
    /// <param name="alpha">The azimuth, [...].</param>
    /// <param name="beta">The angle from y, [...]; the shapes are broadcast.</param>
    /// <returns>[..., 3].</returns>
    public static Tensor AnglesToXyz(Tensor alpha, Tensor beta)
    {
        CheckTogether(0, (alpha, nameof(alpha)), (beta, nameof(beta)));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor sine = beta.sin();
        Tensor[] xyz = [.. broadcast_tensors(sine * alpha.sin(), beta.cos(), sine * alpha.cos())];
        return scope.MoveToOuter(stack(xyz, -1));
    }

    /// <summary>The angles of points: e3nn's <c>xyz_to_angles</c>. At the poles α is 0; at the origin α is 0 and β is π/2, as in e3nn.</summary>
    /// <param name="xyz">[..., 3], of any length.</param>
    /// <returns>α from −π to π and β from 0 to π, each [...].</returns>
    /// <exception cref="ArgumentException">The last dimension has not three numbers.</exception>
    public static (Tensor Alpha, Tensor Beta) XyzToAngles(Tensor xyz)
    {
        CheckLast(xyz, 3, nameof(xyz));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor x, Tensor y, Tensor z) = (xyz.select(-1, 0), xyz.select(-1, 1), xyz.select(-1, 2));
        Tensor alpha = SafeAngles.Atan2(x, z);
        // From both legs of the triangle: the arc cosine of y has half the digits near the poles, and no slope there.
        Tensor radius = SafeAngles.Length(stack([x, z], -1));
        Tensor known = radius.IsAbove(0).logical_or(y.IsNonzero());
        Tensor beta = where(known, SafeAngles.Atan2(radius, y), y.Filled(Math.PI / 2));
        return scope.MoveToOuter(alpha, beta);
    }
}
