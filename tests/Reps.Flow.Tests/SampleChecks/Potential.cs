using System;
using Potential.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Potential.Model;

public static class Check
{
    private static readonly PotentialOptions s_options = new() { Elements = ["H", "O"], Cutoff = 4, Precision = "float64", RadialHidden = [8] };

    public static double Error()
    {
        using DisposeScope scope = NewDisposeScope();
        random.manual_seed(4);
        EquivariantPotential model = new(s_options, new DataStatistics([0, 0], 1, 3));
        // Two structures: of two atoms and of four, around the origin, so that coordinates have both signs.
        Tensor positions = (rand(6, 3, dtype: ScalarType.Float64) - 0.5) * 2;
        Tensor order = tensor(new long[] { 1, 0, 4, 5, 3, 2 });
        int[] elements = [1, 0, 0, 1, 0, 0];
        Tensor turn = -Reps.Layers.O3.RandomMatrix(dtype: ScalarType.Float64);
        (Tensor energies, Tensor forces) = Run(model, positions, elements);
        (Tensor moved, Tensor turned) = Run(model, positions.matmul(turn) + tensor(new double[] { 3, -7, 5 }), elements);
        (Tensor renamed, Tensor permuted) = Run(model, positions.index_select(0, order), [0, 1, 0, 0, 1, 0]);
        double worst = Math.Max(Difference(moved, energies), Difference(turned, forces.matmul(turn)));
        return Math.Max(worst, Math.Max(Difference(renamed, energies), Difference(permuted, forces.index_select(0, order))));
    }

    private static (Tensor, Tensor) Run(EquivariantPotential model, Tensor positions, int[] elements)
    {
        random.manual_seed(9);
        double[] numbers = positions.contiguous().data<double>().ToArray();
        using AtomBatch batch = AtomBatch.Create(
            [Structure(numbers[..6], elements[..2]), Structure(numbers[6..], elements[2..])], s_options.Elements, s_options.Cutoff, ScalarType.Float64, CPU);
        return model.Evaluate(batch, training: false);
    }

    private static Structure Structure(double[] positions, int[] elements) =>
        new(
            new()
            {
                Species = Array.ConvertAll(elements, static e => e == 0 ? "H" : "O"),
                AtomicNumbers = Array.ConvertAll(elements, static e => e == 0 ? 1 : 8),
                Positions = positions,
                Info = new System.Collections.Generic.Dictionary<string, string>(),
                Comment = "",
            }
        );

    private static double Difference(Tensor a, Tensor b) => (a - b).norm().item<double>() / (b.norm().item<double>() + 1e-6);
}
