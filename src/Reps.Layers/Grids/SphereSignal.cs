using System;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers.Grids;

/// <summary>A representation that is a signal on the sphere, which inversion takes to p_val·f(p_arg·x).</summary>
internal sealed record SphereSignal(Group Group, int Lmax, int ParityOfValue, int ParityOfArgument)
{
    public Irreps Irreps => new(Group, Enumerable.Range(0, Lmax + 1).Select(l => (MulIrrep)Of(Group, l, Parity(l))));

    /// <summary>Finds the parities.</summary>
    public static SphereSignal Of(Irreps irreps, string name)
    {
        Irreps simple = irreps.Simplify();
        if (simple.Count == 0 || simple.Group == Group.SU2 || simple.Where((entry, l) => entry.Mul != 1 || entry.Irrep.L != l).Any())
            throw new ArgumentException(
                $"'{irreps}' is no signal on the sphere: it must have one irrep for each degree from 0, in this order, as '{Irreps.SphericalHarmonics(2)}'.",
                name
            );
        int value = simple[0].Irrep.Parity;
        int argument = simple.Count > 1 ? simple[1].Irrep.Parity * value : 1;
        SphereSignal signal = new(simple.Group, simple.Count - 1, value, argument);
        if (signal.Irreps != simple)
            throw new ArgumentException(
                $"'{irreps}' is no signal on the sphere: the parities of even degrees must be equal, and so must those of odd degrees.",
                name
            );
        return signal;
    }

    /// <summary>What a function makes of the values.</summary>
    public SphereSignal After(ActivationFunction function, int lmax, string name)
    {
        if (ParityOfValue > 0) return this with { Lmax = lmax };
        return this with { Lmax = lmax, ParityOfValue = ParityOf(function, name) };
    }

    // To 1e-10 of the largest value, as e3nn has it here: the function is also applied to values of any size.
    private static int ParityOf(ActivationFunction function, string name)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        using IDisposable _ = no_grad();
        Tensor at = linspace(0, 10, 256, dtype: ScalarType.Float64);
        (Tensor plus, Tensor minus) = (function.Apply(at), function.Apply(-at));
        double tolerance = plus.abs().max().item<double>() * 1e-10;
        if ((plus - minus).abs().max().item<double>() < tolerance) return 1;
        if (plus.Plus(minus).abs().max().item<double>() < tolerance) return -1;
        throw new ArgumentException(
            $"The values of the signal change sign under inversion, but {function} is neither even nor odd: take an odd function such as tanh, or an even one such as abs.",
            name
        );
    }

    private int Parity(int l) => l % 2 == 0 ? ParityOfValue : ParityOfValue * ParityOfArgument;

    private static Irrep Of(Group group, int l, int parity) => group == Group.O3 ? Irrep.O3(l, parity) : Irrep.SO3(l);
}
