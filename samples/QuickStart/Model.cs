using System;
using Reps;

namespace QuickStart;

/// <summary>
/// Two equivariant message-passing layers over the neighbour graph of a molecule. The symmetry is in the types: a layer accepts the
/// representations it was derived for, and nothing else compiles.
/// </summary>
internal sealed class Model
{
    private const double Cutoff = 4;
    private const int RadialCount = 8;

    private readonly BesselBasis _radial = new(RadialCount, Cutoff);
    private readonly PolynomialCutoff _envelope = new(Cutoff);
    private readonly Random _random;
    private readonly double[] _species;
    private readonly double[] _firstRadial;
    private readonly double[] _secondRadial;
    private readonly double[] _firstMix;
    private readonly double[] _secondMix;
    private readonly double[] _readOut;

    /// <summary>Draws all weights from a seed.</summary>
    public Model(int seed)
    {
        _random = new Random(seed);
        _species = Normal(119 * Species.Dim);
        _firstRadial = Normal(RadialCount * FirstMessage.WeightCount);
        _secondRadial = Normal(RadialCount * SecondMessage.WeightCount);
        _firstMix = Normal(Mix.WeightCount);
        _secondMix = Normal(Mix.WeightCount);
        _readOut = Normal(ReadOut.WeightCount);
    }

    /// <summary>The prediction for a whole molecule: the sum over its atoms.</summary>
    public RepArray<Prediction, double> Predict(XyzFrame molecule)
    {
        NeighborList edges = NeighborList.Build(molecule, Cutoff);
        RepArray<Direction, double> directions = EmbedDirection.Forward(edges.Vectors);
        double[] radial = Radial(edges);
        RepArray<Species, double> species = Embed(molecule);

        // Messages along the edges, summed at the targets in one pass.
        EdgeGraph graph = EdgeGraph.From(edges);
        double scale = 1 / Math.Sqrt(Math.Max(1.0, (double)edges.Count / Math.Max(1, edges.AtomCount)));
        double[] weights = RadialWeights(radial, _firstRadial, FirstMessage.WeightCount);
        RepArray<Hidden, double> hidden = Activate(Mix.Forward(scale * FirstMessage.Forward(graph, species, directions, weights), _firstMix));

        weights = RadialWeights(radial, _secondRadial, SecondMessage.WeightCount);
        hidden += Activate(Mix.Forward(scale * SecondMessage.Forward(graph, hidden, directions, weights), _secondMix));

        RepArray<Prediction, double> atoms = ReadOut.Forward(hidden, _readOut);
        RepArray<Prediction, double> total = RepArray<Prediction, double>.Zeros(1);
        for (int n = 0; n < atoms.Values.Length; n++) total.Values[n % Prediction.Dim] += atoms.Values[n];
        return total;
    }

    private RepArray<Species, double> Embed(XyzFrame molecule)
    {
        RepArray<Species, double> species = RepArray<Species, double>.Zeros(molecule.Count);
        for (int atom = 0; atom < molecule.Count; atom++)
            _species.AsSpan(molecule.AtomicNumbers[atom] * Species.Dim, Species.Dim).CopyTo(species.Values[(atom * Species.Dim)..]);
        return species;
    }

    // Distances in a Bessel basis that vanishes smoothly at the cutoff: shape [edges, basis].
    private double[] Radial(NeighborList edges)
    {
        double[] values = new double[edges.Count * RadialCount];
        double[] envelope = new double[edges.Count];
        _radial.Evaluate<double>(edges.Distances, values);
        _envelope.Evaluate<double>(edges.Distances, envelope);
        for (int n = 0; n < values.Length; n++) values[n] *= envelope[n / RadialCount];
        return values;
    }

    // Every edge has weights of its own, linear in its radial features: shape [edges, weights].
    private static double[] RadialWeights(double[] radial, double[] matrix, int weights)
    {
        double[] result = new double[radial.Length / RadialCount * weights];
        for (int edge = 0; edge < radial.Length / RadialCount; edge++)
        for (int n = 0; n < RadialCount; n++)
        for (int w = 0; w < weights; w++)
            result[edge * weights + w] += radial[edge * RadialCount + n] * matrix[n * weights + w] / Math.Sqrt(RadialCount);
        return result;
    }

    // A non-linearity may act on invariants only: the slice of the scalars.
    private static RepArray<Hidden, double> Activate(RepArray<Hidden, double> hidden)
    {
        for (int atom = 0; atom < hidden.Rows; atom++)
            foreach (ref double value in hidden.Values.Slice(atom * Hidden.Dim, Hidden.Dim)[Hidden.L0e])
                value /= 1 + Math.Exp(-value);
        return hidden;
    }

    private double[] Normal(int count)
    {
        double[] values = new double[count];
        for (int n = 0; n < count; n++)
            values[n] = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
        return values;
    }
}
