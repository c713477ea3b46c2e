using Potential.Model;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Potential.Training;

/// <summary>Optimizers by their names in the options.</summary>
internal static class Optimizers
{
    /// <summary>The optimizer of a model's parameters.</summary>
    public static OptimizerHelper Create(TrainingOptions options, PotentialModule model) => options.Optimizer switch
    {
        "adamw" => optim.AdamW(model.parameters(), options.LearningRate, weight_decay: options.WeightDecay, amsgrad: options.AmsGrad),
        _ => optim.Adam(model.parameters(), options.LearningRate, weight_decay: options.WeightDecay, amsgrad: options.AmsGrad),
    };
}
