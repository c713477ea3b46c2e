namespace Inertia;

/// <summary>Where a training is.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Loss">The mean square error of the last epoch.</param>
public sealed record TrainingState(int Epoch, double Loss);
