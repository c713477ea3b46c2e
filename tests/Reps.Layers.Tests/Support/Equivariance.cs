using System;
using Reps.Layers;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Whether a map of tensors commutes with rotations and inversions.</summary>
internal static class Equivariance
{
    public static void Check(Irreps input, Irreps output, Func<Tensor, Tensor> map, int rows = 5)
    {
        Tensor x = TestDevice.Normal(17, rows, input.Dim);
        foreach ((ScalarType type, double tolerance) in new[] { (ScalarType.Float64, 1e-12), (ScalarType.Float32, 1e-5) })
            foreach (bool inverts in input.Group.HasParity() ? new[] { false, true } : [false])
            {
                OrthogonalTransform g = new(Rotation.Random(new Random(5)), inverts);
                Tensor transformed = IrrepsLayout.Transform(input, g, x).to(type);
                Tensor expected = IrrepsLayout.Transform(output, g, map(x.to(type)).to(ScalarType.Float64));
                Assertions.Close(expected, map(transformed), tolerance, $"{input} -> {output}, {type}");
            }
    }
}
