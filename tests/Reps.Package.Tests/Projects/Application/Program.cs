using Library;
using Reps;

// Layers of this assembly between representations of the other one.
RepArray<Hidden, double> x = RepArray<Hidden, double>.Normal(3, new Random(1));
RepArray<Direction, double> y = Embed.Forward([1.0, 0, 0, 0, 2.0, 0, 0, 0, 3.0]);
double[] weights = [.. Enumerable.Range(1, ReadOut.WeightCount).Select(n => (double)n)];
Rotation rotation = Rotation.FromAxisAngle([1, 2, 3], 0.7);

RepArray<Energy, double> energy = ReadOut.Forward(Model.Send(x, y), weights);
RepArray<Energy, double> rotated = ReadOut.Forward(Model.Send(x.Rotate(rotation), y.Rotate(rotation)), weights);
double largest = 0;
double error = 0;
for (int n = 0; n < energy.Values.Length; n++)
{
    largest = Math.Max(largest, Math.Abs(energy.Values[n]));
    error = Math.Max(error, Math.Abs(energy.Values[n] - rotated.Values[n]));
}
Console.WriteLine($"{ReadOut.WeightCount} weights, {energy.Values.Length} energies");
Console.WriteLine(largest > 0.1 && error < 1e-12 * largest ? "invariant" : $"not invariant: {error} of {largest}");

[Rep("0e")]
public readonly partial struct Energy;

[SphericalHarmonics<Direction>]
public sealed partial class Embed;

[Linear<Hidden, Energy>]
public sealed partial class ReadOut;
