using System.Collections.Generic;

namespace Potential.Model;

/// <summary>What a model is, apart from the values of its parameters. Kept as JSON beside them.</summary>
public sealed record PotentialOptions
{
    /// <summary>The symbols of the elements that the model knows; from the training data where the file of options has none.</summary>
    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>How far an atom sees, in Å.</summary>
    public double Cutoff { get; init; } = 5;

    /// <summary>The multiplicity of each irrep in the hidden features.</summary>
    public int Channels { get; init; } = 32;

    /// <summary>How often messages are passed.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>The highest degree of the hidden features and of the harmonics.</summary>
    public int LMax { get; init; } = 2;

    /// <summary>The degree of the polynomials of an atom's messages: 1 for pairs of atoms, 3 for what MACE does.</summary>
    public int Correlation { get; init; } = 2;

    /// <summary>The number of functions of the distance.</summary>
    public int RadialFunctions { get; init; } = 8;

    /// <summary>The widths of the hidden layers of the networks of the distance.</summary>
    public IReadOnlyList<int> RadialHidden { get; init; } = [64, 64];

    /// <summary>The width of the hidden layer that reads out energies.</summary>
    public int ReadoutHidden { get; init; } = 16;

    /// <summary>The first values of the parameters, the order of the data and the split follow from it.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The numbers that the network computes with: float32 or float64.</summary>
    public string Precision { get; init; } = "float32";
}
