using System;
using Reps.Layers.Radial;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Functions of a distance as a module: on the CPU by kernels with exact first and second derivatives, elsewhere by operators.</summary>
public abstract class RadialBasisModule : nn.Module<Tensor, Tensor>
{
    private readonly BasisTensorKernel _kernel;

    private protected RadialBasisModule(string name, IRadialBasis basis, Func<Tensor, Tensor> operators)
        : base(name)
    {
        (Basis, _kernel) = (basis, new BasisTensorKernel(basis, operators));
    }

    /// <summary>The functions.</summary>
    public IRadialBasis Basis { get; }

    /// <summary>Evaluates the functions.</summary>
    /// <param name="distances">[...].</param>
    /// <returns>[..., number of functions].</returns>
    public override Tensor forward(Tensor distances) => Evaluate(_kernel, distances, Basis.Count);

    private protected static T Given<T>(T basis)
        where T : class, IRadialBasis
    {
        ArgumentNullException.ThrowIfNull(basis);
        return basis;
    }

    internal static Tensor Evaluate(BasisTensorKernel kernel, Tensor distances, params ReadOnlySpan<long> functions)
    {
        ArgumentNullException.ThrowIfNull(distances);
        Arguments.Real(kernel.Name, distances, nameof(distances));
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        bool isList = distances.dim() == 1;
        Tensor values = kernel.Apply(isList ? distances : distances.flatten());
        // A list of distances has its shape already, unless its values have no dimension of their own.
        return scope.MoveToOuter(isList && functions.Length == 1 ? values : values.reshape([.. Sizes.Of(distances), .. functions]));
    }
}
