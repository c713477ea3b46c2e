using Reps.Layers.Radial;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>The smooth step exp(−1/x) for x &gt; 0, and 0 elsewhere, as a module: e3nn's <c>soft_unit_step</c>, <see cref="SoftUnitStep"/>.</summary>
public sealed class SoftUnitStepModule : nn.Module<Tensor, Tensor>
{
    private static readonly BasisTensorKernel s_kernel = new(new StepBasis(), RadialOperators.SoftUnitStep);

    /// <summary>Makes a module.</summary>
    public SoftUnitStepModule()
        : base(nameof(SoftUnitStepModule)) { }

    /// <summary>Evaluates the step.</summary>
    /// <param name="input">[...].</param>
    /// <returns>[...].</returns>
    public override Tensor forward(Tensor input) => RadialBasisModule.Evaluate(s_kernel, input);
}
