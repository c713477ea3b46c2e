namespace Potential.Training;

/// <summary>How far an epoch is.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Step">From 1, within the epoch.</param>
/// <param name="Steps">The steps of an epoch.</param>
/// <param name="Loss">The mean loss of the epoch so far.</param>
/// <param name="StepRate">Steps a second since the program started.</param>
/// <param name="AtomRate">Atoms a second since the program started.</param>
public sealed record StepProgress(int Epoch, int Step, int Steps, double Loss, double StepRate, double AtomRate);
