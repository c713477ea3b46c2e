using Potential.Data;
using static TorchSharp.torch;

namespace Potential.Training;

/// <summary>What a training makes small: mean squared errors, in units of the data's scale, of energies for each atom and of forces.</summary>
/// <param name="energyWeight">The weight of the energies' error.</param>
/// <param name="forceWeight">The weight of the forces' error.</param>
/// <param name="scale">The scale of the data, in eV and eV/Å.</param>
public sealed class Loss(double energyWeight, double forceWeight, double scale)
{
    /// <summary>The loss of predictions, a single number in double that is differentiable.</summary>
    public Tensor Of(Tensor energies, Tensor forces, AtomBatch batch)
    {
        using var scope = NewDisposeScope();
        Tensor counts = tensor(System.Array.ConvertAll(batch.AtomCounts, count => (double)count), dtype: ScalarType.Float64, device: energies.device);
        // Totals are subtracted in double, where they have the digits.
        Tensor energy = ((energies - batch.Energies!) / counts / scale).square().mean();
        Tensor force = ((forces - batch.Forces!) / scale).square().mean().to(ScalarType.Float64);
        return ((energyWeight * energy) + (forceWeight * force)).MoveToOuterDisposeScope();
    }
}
