using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>A layer of the library that was made from signatures: <c>LinearModule.Create("8x1o", "4x1o")</c>.</summary>
/// <param name="Inputs">What it takes, by the names of the signatures.</param>
/// <param name="Output">What it gives; null where that cannot be told from the signatures alone.</param>
internal sealed record LayerValue(EquatableArray<NamedValue> Inputs, TensorValue? Output) : FlowValue;
