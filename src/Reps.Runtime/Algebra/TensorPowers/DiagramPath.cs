namespace Reps.Algebra;

/// <summary>
/// A map between two terms, a diagram or an orbit, with a matrix of weights that mixes their channels; or, without an input, a bias.
/// </summary>
/// <param name="Input">The term of the input; −1 for a bias, which maps the number one.</param>
/// <param name="Output">The term of the output.</param>
/// <param name="Diagrams">The diagram of each space; their Kronecker product is the map. Empty where it is an orbit.</param>
/// <param name="WeightOffset">Where its weights begin, [input channels, output channels]; of a bias, its [output channels] among the biases.</param>
/// <param name="Orbit">The orbit, where automorphisms of graphs act; else null.</param>
public sealed record DiagramPath(int Input, int Output, EquatableArray<Diagram> Diagrams, int WeightOffset, ListOrbit? Orbit = null);
