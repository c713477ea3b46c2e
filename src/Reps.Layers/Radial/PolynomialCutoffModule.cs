using System;
using Reps.Layers.Radial;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>A smooth step from one at zero to zero at the cutoff as a module: <see cref="PolynomialCutoff"/>.</summary>
public sealed class PolynomialCutoffModule : nn.Module<Tensor, Tensor>
{
    private readonly BasisTensorKernel _kernel;

    /// <summary>Makes a module.</summary>
    /// <param name="cutoff">The function.</param>
    public PolynomialCutoffModule(PolynomialCutoff cutoff)
        : base(nameof(PolynomialCutoffModule))
    {
        ArgumentNullException.ThrowIfNull(cutoff);
        (Cutoff, _kernel) = (cutoff, new BasisTensorKernel(new CutoffBasis(cutoff), r => RadialOperators.Cutoff(r, cutoff)));
    }

    /// <summary>Makes a module.</summary>
    /// <inheritdoc cref="PolynomialCutoff(double, int)"/>
    public PolynomialCutoffModule(double cutoff, int exponent = 6)
        : this(new PolynomialCutoff(cutoff, exponent)) { }

    /// <summary>The function.</summary>
    public PolynomialCutoff Cutoff { get; }

    /// <summary>Evaluates the function.</summary>
    /// <param name="distances">[...], none negative.</param>
    /// <returns>[...].</returns>
    public override Tensor forward(Tensor distances) => RadialBasisModule.Evaluate(_kernel, distances);
}
