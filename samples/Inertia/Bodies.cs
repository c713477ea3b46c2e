using Reps.Layers;
using static TorchSharp.torch;

namespace Inertia;

/// <summary>Bodies of a few point masses, and their inertia tensors. A mirrored or turned body has the tensor mirrored or turned.</summary>
public sealed class Bodies
{
    /// <summary>The number of masses of a body.</summary>
    public const int Points = 5;

    private readonly Tensor _masses;
    private readonly Tensor _positions;

    // Masses [bodies, points], positions [bodies, points, 3].
    private Bodies(Tensor masses, Tensor positions)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (_masses, _positions) = (masses, positions);
        // In the order of the signature 5xV^0 + 5xV: components are outer, points inner.
        Inputs = scope.MoveToOuter(cat([masses, positions.transpose(1, 2).flatten(1)], 1));
        Tensor squares = einsum("bp,bpi,bpi->b", masses, positions, positions);
        Tensor products = einsum("bp,bpi,bpj->bij", masses, positions, positions);
        Tensors = scope.MoveToOuter((squares.reshape(-1, 1, 1) * eye(3, dtype: masses.dtype) - products).flatten(1));
    }

    /// <summary>Masses and positions: the features 5xV^0 + 5xV, [bodies, 20].</summary>
    public Tensor Inputs { get; }

    /// <summary>The inertia tensors Σ m (|x|² 1 − x xᵀ): features V^2, [bodies, 9].</summary>
    public Tensor Tensors { get; }

    /// <summary>The number of bodies.</summary>
    public int Count => (int)Inputs.shape[0];

    /// <summary>Draws bodies by torch's generator: masses are softplus of normal numbers, positions normal.</summary>
    /// <param name="count">How many bodies.</param>
    public static Bodies Draw(int count)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return Kept(scope, new Bodies(randn(count, Points).exp().log1p(), randn(count, Points, 3)));
    }

    /// <summary>Some of the bodies.</summary>
    /// <param name="indices">Which, [count].</param>
    public Bodies Select(Tensor indices)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return Kept(scope, new Bodies(_masses.index_select(0, indices), _positions.index_select(0, indices)));
    }

    /// <summary>The bodies turned or mirrored, each by the same transform.</summary>
    /// <param name="transform">An orthogonal matrix, [3, 3].</param>
    public Bodies Moved(Tensor transform)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return Kept(scope, new Bodies(_masses.clone(), _positions.matmul(transform.transpose(0, 1))));
    }

    /// <summary>A rotation, or a rotation with a mirror, by torch's generator.</summary>
    /// <returns>[3, 3].</returns>
    public static Tensor RandomTransform()
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(O3.RandomMatrix() * (2 * rand(1).round() - 1));
    }

    private static Bodies Kept(TorchSharp.DisposeScope scope, Bodies bodies)
    {
        scope.MoveToOuter(bodies.Inputs, bodies.Tensors, bodies._masses);
        scope.MoveToOuter(bodies._positions);
        return bodies;
    }
}
