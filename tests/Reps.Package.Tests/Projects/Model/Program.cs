using Reps;

RepArray<Direction, double> y = Embed.Forward([0.0, 3.0, 4.0]);
Console.WriteLine($"harmonics {string.Join(' ', y.Values.ToArray().Select(value => value.ToString("F6")))}");

double[] ones = new double[Mix.WeightCount];
Array.Fill(ones, 1.0);
double[] features = new double[Hidden.Dim];
Array.Fill(features, 1.0);
RepArray<Hidden, double> mixed = Mix.Forward(new RepArray<Hidden, double>(1, features), ones);
Console.WriteLine($"mixed {string.Join(' ', mixed.Values[Hidden.L0e].ToArray().Select(value => value.ToString("F6")))}");

Console.WriteLine($"Hidden {Hidden.Signature}, {Hidden.Dim} components");
Console.WriteLine($"Convolve {Convolve.Paths.Length} paths, {Convolve.WeightCount} weights");

EquivarianceCheck.SphericalHarmonics<Embed, Direction>().Require(1e-12);
EquivarianceCheck.TensorProduct<Convolve, Hidden, Direction, Hidden>().Require(1e-12);
EquivarianceCheck.Linear<Mix, Hidden, Hidden>().Require(1e-12);
Console.WriteLine("equivariant");

[Rep("O(3): 4x0e + 4x1o")]
public readonly partial struct Hidden;

[Rep("0e + 1o")]
public readonly partial struct Direction;

[SphericalHarmonics<Direction>]
public sealed partial class Embed;

[TensorProduct<Hidden, Direction, Hidden>(Mode.Uvu)]
public sealed partial class Convolve;

[Linear<Hidden, Hidden>]
public sealed partial class Mix;
