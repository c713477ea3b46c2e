namespace Potential.Training;

/// <summary>How a model is trained. Kept as JSON in its checkpoints.</summary>
public sealed record TrainingOptions
{
    /// <summary>How often the training data are gone through.</summary>
    public int Epochs { get; init; } = 200;

    /// <summary>The number of structures in a step.</summary>
    public int Batch { get; init; } = 5;

    /// <summary>The structures held back: a fraction below 1, or a number.</summary>
    public double Validation { get; init; } = 0.05;

    /// <summary>adam, or adamw, whose weight decay is apart from the gradient.</summary>
    public string Optimizer { get; init; } = "adam";

    /// <summary>Whether steps are divided by the largest mean square of the gradient so far, not by the present one.</summary>
    public bool AmsGrad { get; init; } = true;

    /// <summary>How strongly parameters are drawn to zero.</summary>
    public double WeightDecay { get; init; }

    /// <summary>The learning rate at first.</summary>
    public double LearningRate { get; init; } = 0.01;

    /// <summary>plateau, cosine, exponential or constant.</summary>
    public string Schedule { get; init; } = "cosine";

    /// <summary>plateau: the epochs without progress after which the rate falls.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>plateau: what the rate is multiplied by. exponential: the same, at each epoch.</summary>
    public double Decay { get; init; } = 0.8;

    /// <summary>The rate does not fall below this.</summary>
    public double MinimumLearningRate { get; init; } = 1e-6;

    /// <summary>The weight of what was, in the moving average of the parameters; 0 for none. The average is what is judged and kept.</summary>
    public double Ema { get; init; } = 0.99;

    /// <summary>The weight of the mean squared error of the energy of an atom, in units of the data's scale.</summary>
    public double EnergyWeight { get; init; } = 10;

    /// <summary>The weight of the mean squared error of the forces, in units of the data's scale.</summary>
    public double ForceWeight { get; init; } = 1;

    /// <summary>The norm that the gradient of all parameters is shortened to; 0 for no limit.</summary>
    public double ClipNorm { get; init; } = 10;

    /// <summary>The epochs without progress after which the training ends; 0 for none.</summary>
    public int EarlyStopping { get; init; }

    /// <summary>The seed of the split, the order of the data, and the first values of the parameters.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The threads to compute with; 0 for as many as there are processors. Results depend on it in the last digits.</summary>
    public int Threads { get; init; }
}
