namespace Reps.Algebra;

/// <summary>A diagram between two terms, with a matrix of weights that mixes their channels; or, without an input, a bias.</summary>
/// <param name="Input">The term of the input; −1 for a bias, which maps the number one.</param>
/// <param name="Output">The term of the output.</param>
/// <param name="Diagrams">The diagram of each space; their Kronecker product is the map.</param>
/// <param name="WeightOffset">Where its weights begin, [input channels, output channels]; of a bias, its [output channels] among the biases.</param>
public sealed record DiagramPath(int Input, int Output, EquatableArray<Diagram> Diagrams, int WeightOffset);
