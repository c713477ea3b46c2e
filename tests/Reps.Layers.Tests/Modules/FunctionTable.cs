using System;
using System.Collections.Generic;
using Reps.Layers;
using Reps.Tests.Diagrams;
using static TorchSharp.torch;

namespace Reps.Tests.Modules;

/// <summary>The library's functions of tensors that are no modules, as cases of the same form.</summary>
public static class FunctionTable
{
    private static readonly Irreps s_irreps = Irreps.Parse("2x0e + 3x1o");
    private static readonly Irreps s_scalars = Irreps.Parse("4x0e");
    private static readonly CartesianTensor s_symmetric = CartesianTensor.Create("ij=ji");
    private static readonly SphericalTensor s_signal = new(2, 1, -1);
    private static readonly OrthogonalTransform s_transform = new(Rotation.Random(new Random(1)), true);

    public static IReadOnlyList<ModuleCase> All { get; } = [.. Layouts(), .. Rotations(), .. Signals(), .. Features()];

    private static IEnumerable<ModuleCase> Layouts()
    {
        yield return Of("ToE3nn", [11], static x => IrrepsLayout.ToE3nn(s_irreps, x)) with
        {
            AnyNumbers = true,
        };
        yield return Of("FromE3nn", [11], static x => IrrepsLayout.FromE3nn(s_irreps, x)) with
        {
            AnyNumbers = true,
        };
        yield return Of("ToE3nn of scalars", [4], static x => IrrepsLayout.ToE3nn(s_scalars, x)) with
        {
            AnyNumbers = true,
        };
        yield return Of("FromE3nn of scalars", [4], static x => IrrepsLayout.FromE3nn(s_scalars, x)) with
        {
            AnyNumbers = true,
        };
        yield return Of("IrrepsLayout.Segment", [4], static x => IrrepsLayout.Segment(s_scalars, 0, x)) with
        {
            AnyNumbers = true,
        };
        yield return Of("IrrepsLayout.Transform", [11], static x => IrrepsLayout.Transform(s_irreps, s_transform, x));
        yield return Of("IrrepsLayout.Transform of scalars", [4], static x => IrrepsLayout.Transform(s_scalars, s_transform, x));
        yield return Of("IrrepsLayout.Spread", [4], static x => IrrepsLayout.Spread(s_scalars, x)) with
        {
            AnyNumbers = true,
        };
        yield return Of("SmoothCutoff", [], static x => GraphFunctions.SmoothCutoff(x)) with
        {
            OneNumberType = false,
        };
        foreach (ScalarActivation activation in ScalarActivation.All)
            yield return Of($"ActivationFunction.Apply {activation.Name}", [], x => ((ActivationFunction)activation).Apply(x)) with
            {
                OneNumberType = false,
                AnyNumbers = true,
            };
    }

    private static IEnumerable<ModuleCase> Rotations()
    {
        Argument alpha = new("alpha", []),
            beta = new("beta", []),
            gamma = new("gamma", []),
            quaternion = new("quaternion", [4]);
        yield return Of("AnglesToMatrix", [alpha, beta, gamma], static x => [O3.AnglesToMatrix(x[0], x[1], x[2])]);
        yield return Of("AnglesToQuaternion", [alpha, beta, gamma], static x => [O3.AnglesToQuaternion(x[0], x[1], x[2])]);
        yield return Of("AnglesToAxisAngle", [alpha, beta, gamma], static x => Pair(O3.AnglesToAxisAngle(x[0], x[1], x[2])));
        yield return Of("AnglesToXyz", [alpha, beta], static x => [O3.AnglesToXyz(x[0], x[1])]);
        yield return Of("InverseAngles", [alpha, beta, gamma], static x => Triple(O3.InverseAngles(x[0], x[1], x[2])));
        yield return Of(
            "ComposeAngles",
            [new("alpha1", []), new("beta1", []), new("gamma1", []), new("alpha2", []), new("beta2", []), new("gamma2", [])],
            static x => Triple(O3.ComposeAngles(x[0], x[1], x[2], x[3], x[4], x[5]))
        );
        yield return Of("QuaternionToMatrix", [quaternion], static x => [O3.QuaternionToMatrix(x[0])]);
        yield return Of("QuaternionToAngles", [quaternion], static x => Triple(O3.QuaternionToAngles(x[0])));
        yield return Of("QuaternionToAxisAngle", [quaternion], static x => Pair(O3.QuaternionToAxisAngle(x[0])));
        yield return Of("InverseQuaternion", [quaternion], static x => [O3.InverseQuaternion(x[0])]);
        yield return Of("ComposeQuaternion", [new("first", [4]), new("second", [4])], static x => [O3.ComposeQuaternion(x[0], x[1])]);
        yield return Of("AxisAngleToQuaternion", [new("axis", [3]), new("angle", [])], static x => [O3.AxisAngleToQuaternion(x[0], x[1])]);
        yield return Of("AxisAngleToAngles", [new("axis", [3]), new("angle", [])], static x => Triple(O3.AxisAngleToAngles(x[0], x[1])));
        yield return Of("ComposeAxisAngle", [new("axis", [3]), new("angle", []), new("axis", [3]), new("angle", [])], static x =>
            Pair(O3.ComposeAxisAngle(x[0], x[1], x[2], x[3]))
        );
        yield return Of("XyzToAngles", [new("xyz", [3])], static x => Pair(O3.XyzToAngles(x[0])));
        yield return Of("MatrixX", [], static x => O3.MatrixX(x)) with
        {
            OneNumberType = false,
        };
        yield return Of("MatrixY", [], static x => O3.MatrixY(x)) with
        {
            OneNumberType = false,
        };
        yield return Of("MatrixZ", [], static x => O3.MatrixZ(x)) with
        {
            OneNumberType = false,
        };
        // Of a matrix that comes from a quaternion: others are refused.
        yield return OfMatrix("MatrixToAngles", static m => Triple(O3.MatrixToAngles(m)));
        yield return OfMatrix("MatrixToQuaternion", static m => [O3.MatrixToQuaternion(m)]);
        yield return OfMatrix("MatrixToAxisAngle", static m => Pair(O3.MatrixToAxisAngle(m)));
        foreach (int l in (int[])[0, 1, 2])
            yield return OfMatrix($"WignerD {l} of a matrix", m => [O3.WignerD(l, m)]);
        yield return OfMatrix("DFromMatrix", static m => [O3.DFromMatrix(s_irreps, m)]);
        foreach (int l in (int[])[0, 1, 2])
            yield return Of($"WignerD {l}", [alpha, beta, gamma], x => [O3.WignerD(l, x[0], x[1], x[2])]);
        yield return Of("DFromAngles", [alpha, beta, gamma], static x => [O3.DFromAngles(s_irreps, x[0], x[1], x[2])]);
        yield return Of("DFromQuaternion", [quaternion], static x => [O3.DFromQuaternion(s_irreps, x[0])]);
        yield return Of("DFromAxisAngle", [new("axis", [3]), new("angle", [])], static x => [O3.DFromAxisAngle(s_irreps, x[0], x[1])]);
        yield return Of("DirectSum of one", [2, 2], static x => O3.DirectSum(x)) with
        {
            OneNumberType = false,
            AnySizes = true,
            AnyNumbers = true,
        };
        yield return Of("DirectSum", [new("first", [2, 2]), new("second", [3, 1])], static x => [O3.DirectSum(x[0], x[1])]) with
        {
            AnySizes = true,
        };
        yield return Of("SphericalHarmonics", [3], static x => O3.SphericalHarmonics([0, 1, 2], x, normalize: true));
    }

    private static IEnumerable<ModuleCase> Signals()
    {
        yield return Of("Legendre", [new("z", []), new("y", [])], static x => [O3.Legendre([0, 1, 2], x[0], x[1])]);
        yield return Of("SphericalHarmonicsAlpha", [], static x => O3.SphericalHarmonicsAlpha(2, x)) with
        {
            OneNumberType = false,
        };
        yield return Of("SphericalHarmonicsAlphaBeta", [new("alpha", []), new("beta", [])], static x =>
            [O3.SphericalHarmonicsAlphaBeta([2, 1], x[0], x[1])]
        );
        yield return Of("Rfft", [5], static x => O3.Rfft(x, 2)) with
        {
            OneNumberType = false,
            AnySizes = true,
        };
        yield return Of("Irfft", [5], static x => O3.Irfft(x, 7)) with
        {
            OneNumberType = false,
        };
        yield return Of("Norms", [9], static x => s_signal.Norms(x));
        yield return Of("SumOfDiracs", [new("positions", [4, 3]), new("values", [4])], static x => [s_signal.SumOfDiracs(x[0], x[1])]);
        yield return Of("SumOfDiracs of none", [new("positions", [0, 3]), new("values", [0])], static x =>
            [s_signal.SumOfDiracs(x[0], x[1])]
        ) with
        {
            AnySizes = true,
        };
        yield return Of("FromSamplesOnS2", [new("positions", [4, 3]), new("values", [4])], static x =>
            [s_signal.FromSamplesOnS2(x[0], x[1], 6)]
        );
        yield return Of("SignalXyz", [new("signals", [9]), new("positions", [3])], static x => [s_signal.SignalXyz(x[0], x[1])]) with
        {
            RowByRow = false,
        };
        yield return Of("SignalOnGrid", [new("signals", [9])], static x =>
        {
            (Tensor grid, Tensor values) = s_signal.SignalOnGrid(x[0], 6);
            return [values, grid];
        }) with
        {
            RowByRow = false,
        };
        yield return Of("FromCartesian", [3, 3], static x => s_symmetric.FromCartesian(x)) with
        {
            OneNumberType = false,
        };
        yield return Of("ToCartesian", [6], static x => s_symmetric.ToCartesian(x));
        yield return Of("FromVectors", [new("vectors[0]", [3]), new("vectors[1]", [3])], static x => [s_symmetric.FromVectors(x[0], x[1])]);
    }

    private static IEnumerable<ModuleCase> Features()
    {
        yield return Of("Feature.Segment", [Scalars.Dim], static x => new Feature<Scalars>(x).Segment(0));
        yield return Of("Feature.Slice of everything", [Scalars.Dim], static x => new Feature<Scalars>(x).Slice<Scalars>().Tensor);
        yield return Of("Feature.Transform", [Scalars.Dim], static x => new Feature<Scalars>(x).Transform(s_transform).Tensor);
        yield return Of("Feature.To", [Scalars.Dim], static x => new Feature<Scalars>(x).To(x.dtype).Tensor);
        yield return Of("Feature.To a device", [Scalars.Dim], static x => new Feature<Scalars>(x).To(x.dtype, x.device).Tensor);
        yield return Of("Feature.ToE3nn", [Scalars.Dim], static x => new Feature<Scalars>(x).ToE3nn());
        yield return Of("Feature.FromE3nn", [Scalars.Dim], static x => Feature<Scalars>.FromE3nn(x).Tensor);
        yield return Of("Feature sum", [Scalars.Dim], static x => (new Feature<Scalars>(x) + new Feature<Scalars>(x)).Tensor);
        yield return Of("Feature multiple", [Scalars.Dim], static x => (2 * new Feature<Scalars>(x)).Tensor);
        yield return Of("Feature.Scale", [Scalars.Dim], static x => new Feature<Scalars>(x).Scale(new Feature<Scalars>(x)).Tensor);
        yield return Of("PowersFeature.Term", [Pairs.Dim(3)], static x => new PowersFeature<Pairs>(x, 3).Term(0));
        yield return Of("PowersFeature.To", [Pairs.Dim(3)], static x => new PowersFeature<Pairs>(x, 3).To(x.dtype).Tensor);
        yield return Of("PowersFeature.Map by nothing", [Pairs.Dim(3)], static x =>
            new PowersFeature<Pairs>(x, 3).Map(static y => y).Tensor
        );
        yield return Of("PowersFeature.Transform", [new("features", [Pairs.Dim(3)])], static x =>
        {
            PowersFeature<Pairs> feature = new(x[0], 3);
            using Tensor matrix = eye(3, dtype: x[0].dtype, device: x[0].device);
            return [feature.Transform(matrix).Tensor];
        });
        yield return Of("PowersFeature.FromTerms", [new("terms[0]", [3, 3, 2]), new("terms[1]", [3, 3])], static x =>
            [PowersFeature<Pairs>.FromTerms(x[0], x[1]).Tensor]
        ) with
        {
            Leading = false,
        };
    }

    private static ModuleCase Of(string name, Argument[] arguments, Func<Tensor[], Tensor[]> call) =>
        new()
        {
            Name = name,
            Make = static () => nn.Identity(),
            Arguments = arguments,
            Bind = (_, x, _) => () => call(x),
        };

    private static ModuleCase Of(string name, long[] sizes, Func<Tensor, Tensor> call) =>
        Of(name, [new("input", sizes)], x => [call(x[0])]);

    private static ModuleCase OfMatrix(string name, Func<Tensor, Tensor[]> call) =>
        new()
        {
            Name = name,
            Make = static () => nn.Identity(),
            Arguments = [new("quaternion", [4])],
            Bind = (_, x, _) =>
            {
                Tensor matrix = O3.QuaternionToMatrix(x[0]);
                return () => call(matrix);
            },
        };

    private static Tensor[] Pair((Tensor First, Tensor Second) pair) => [pair.First, pair.Second];

    private static Tensor[] Triple((Tensor First, Tensor Second, Tensor Third) triple) => [triple.First, triple.Second, triple.Third];
}
