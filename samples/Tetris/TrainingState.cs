namespace Tetris;

/// <summary>Where a training is.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Loss">The mean cross-entropy of the last step.</param>
/// <param name="Right">Pieces that the last examination's network named correctly; zero before the first.</param>
/// <param name="Examined">How many it saw.</param>
public sealed record TrainingState(int Step, double Loss, int Right, int Examined)
{
    /// <summary>The share of correct names.</summary>
    public double Accuracy => Examined == 0 ? 0 : (double)Right / Examined;
}
