using System.Collections.Generic;

namespace Potential.Model;

/// <summary>
/// What a model is, apart from the values of its parameters. Kept as JSON beside them. Degrees, channels and layers are not here: they are in the
/// types of its features, from which the compiler derives its layers.
/// </summary>
public sealed record PotentialOptions
{
    /// <summary>The symbols of the elements that the model knows; from the training data where the file of options has none.</summary>
    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>How far an atom sees, in Å.</summary>
    public double Cutoff { get; init; } = 5;

    /// <summary>The number of functions of the distance.</summary>
    public int RadialFunctions { get; init; } = 8;

    /// <summary>The widths of the hidden layers of the networks of the distance.</summary>
    public IReadOnlyList<int> RadialHidden { get; init; } = [64, 64];

    /// <summary>The width of the hidden layer that reads out energies.</summary>
    public int ReadoutHidden { get; init; } = 16;

    /// <summary>The numbers that the network computes with: float32 or float64.</summary>
    public string Precision { get; init; } = "float32";
}
