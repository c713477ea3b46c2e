namespace Potential.Evaluation;

/// <summary>What a model says about a structure.</summary>
/// <param name="Energy">In eV.</param>
/// <param name="Forces">In eV/Å, [atoms, 3].</param>
/// <param name="Elements">The places of the atoms' elements in the model's list.</param>
public sealed record Prediction(double Energy, double[] Forces, int[] Elements);
