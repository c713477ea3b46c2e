using Reps.Layers;
using static TorchSharp.torch;

namespace Inertia;

/// <summary>
/// A network whose every layer commutes with rotations and mirrors. Functions of scalars are free, those of components of vectors and matrices are
/// not: scalars gate them, and products of two vectors make the matrices.
/// </summary>
public sealed class EquivariantNetwork : InertiaNetwork
{
    private const int Scalars = 32;
    private const int Products = 16;
    private const int Matrices = 16;

    private readonly DiagramLinearModule _vectors = DiagramLinearModule.Create(
        $"O(3): {Bodies.Points}xV^0 + {Bodies.Points}xV", $"O(3): {Scalars}xV^0 + {2 * Products}xV", biases: true);
    private readonly DiagramLinearModule _gates = DiagramLinearModule.Create($"O(3): {Scalars}xV^0", $"O(3): {2 * Products}xV^0", biases: true);
    private readonly DiagramLinearModule _matrices = DiagramLinearModule.Create(
        $"O(3): {Scalars}xV^0 + {Products}xV^2", $"O(3): {Matrices}xV^0 + {Matrices}xV^2", biases: true);
    private readonly DiagramLinearModule _tensor = DiagramLinearModule.Create($"O(3): {Matrices}xV^2", "O(3): V^2", biases: true);

    /// <summary>Makes a network with random weights.</summary>
    public EquivariantNetwork()
        : base("equivariant") => RegisterComponents();

    /// <inheritdoc/>
    public override Tensor forward(Tensor bodies)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        long count = bodies.shape[0];
        Tensor mixed = _vectors.forward(bodies);
        Tensor scalars = nn.functional.silu(mixed.narrow(1, 0, Scalars));
        Tensor gates = _gates.forward(scalars);
        Tensor vectors = mixed.narrow(1, Scalars, 3 * 2 * Products).reshape(count, 3, 2 * Products) * gates.unsqueeze(1);
        Tensor products = vectors.narrow(2, 0, Products).unsqueeze(2) * vectors.narrow(2, Products, Products).unsqueeze(1);
        Tensor next = _matrices.forward(cat([scalars, products.flatten(1)], 1));
        Tensor open = nn.functional.sigmoid(next.narrow(1, 0, Matrices)).unsqueeze(1);
        Tensor matrices = next.narrow(1, Matrices, 9 * Matrices).reshape(count, 9, Matrices) * open;
        return scope.MoveToOuter(_tensor.forward(matrices.flatten(1)));
    }
}
