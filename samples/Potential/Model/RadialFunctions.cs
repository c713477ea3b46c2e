using System;
using System.Linq;
using static TorchSharp.torch;

namespace Potential.Model;

/// <summary>Bessel functions of a length that end smoothly, with two derivatives, at the cutoff.</summary>
public sealed class RadialFunctions(int count, double cutoff)
{
    private const double Exponent = 6;

    /// <summary>[edges, count] for lengths [edges, 1].</summary>
    public Tensor Evaluate(Tensor lengths)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor waves = tensor(Enumerable.Range(1, count).Select(n => n * Math.PI / cutoff).ToArray()).to(lengths.dtype, lengths.device);
        Tensor bessel = (lengths * waves).sin() * (Math.Sqrt(2 / cutoff) / lengths);
        Tensor x = lengths / cutoff;
        // 1 − (p+1)(p+2)/2 xᵖ + p(p+2) xᵖ⁺¹ − p(p+1)/2 xᵖ⁺²
        Tensor power = x.pow(Exponent);
        Tensor end = 1 - power * ((Exponent + 1) * (Exponent + 2) / 2 - x * (Exponent * (Exponent + 2) - x * (Exponent * (Exponent + 1) / 2)));
        return scope.MoveToOuter(bessel * end);
    }
}
