using System;
using System.Linq;
using Reps;

namespace QuickStart;

/// <summary>Moves a molecule in every way that must not matter, and measures how much it matters.</summary>
internal static class Symmetry
{
    /// <summary>The relative error of the prediction under each symmetry.</summary>
    public static (string Name, double Error)[] Measure(Model model, XyzFrame molecule, Random random)
    {
        RepArray<Prediction, double> reference = model.Predict(molecule);
        OrthogonalTransform rotation = new(Rotation.Random(random), false);
        OrthogonalTransform inversion = new(Rotation.Identity, true);
        double[] shift = [3, -7, 11];
        int[] order = [.. Enumerable.Range(0, molecule.Count)];
        random.Shuffle(order);
        return
        [
            ("rotation", Error(model.Predict(Transform(molecule, rotation)), reference.Transform(rotation))),
            ("inversion", Error(model.Predict(Transform(molecule, inversion)), reference.Transform(inversion))),
            ("translation", Error(model.Predict(Move(molecule, n => molecule.Positions[n] + shift[n % 3])), reference)),
            ("permutation", Error(model.Predict(Permute(molecule, order)), reference)),
        ];
    }

    private static double Error(RepArray<Prediction, double> actual, RepArray<Prediction, double> expected)
    {
        double scale = 0;
        double error = 0;
        for (int n = 0; n < expected.Values.Length; n++)
        {
            scale = Math.Max(scale, Math.Abs(expected.Values[n]));
            error = Math.Max(error, Math.Abs(actual.Values[n] - expected.Values[n]));
        }
        return scale > 0 ? error / scale : error;
    }

    private static XyzFrame Transform(XyzFrame molecule, OrthogonalTransform transform)
    {
        double[] m = transform.ToMatrix();
        double[] p = molecule.Positions;
        return Move(molecule, n => m[n % 3 * 3] * p[n - n % 3] + m[n % 3 * 3 + 1] * p[n - n % 3 + 1] + m[n % 3 * 3 + 2] * p[n - n % 3 + 2]);
    }

    private static XyzFrame Move(XyzFrame molecule, Func<int, double> coordinate) =>
        new()
        {
            Species = molecule.Species,
            AtomicNumbers = molecule.AtomicNumbers,
            Positions = [.. Enumerable.Range(0, molecule.Positions.Length).Select(coordinate)],
            Info = molecule.Info,
            Comment = molecule.Comment,
        };

    private static XyzFrame Permute(XyzFrame molecule, int[] order) =>
        new()
        {
            Species = [.. order.Select(n => molecule.Species[n])],
            AtomicNumbers = [.. order.Select(n => molecule.AtomicNumbers[n])],
            Positions = [.. order.SelectMany(n => molecule.Positions[(3 * n)..(3 * n + 3)])],
            Info = molecule.Info,
            Comment = molecule.Comment,
        };
}
