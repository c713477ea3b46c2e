using System;
using System.Collections.Generic;
using System.Linq;
using Potential.Data;
using Potential.Model;

namespace Potential.Training;

/// <summary>What options may be.</summary>
public static class OptionRules
{
    /// <summary>Requires all options to be possible.</summary>
    /// <exception cref="DataException">One is not; the message says which, and what it can be.</exception>
    public static void Require(TrainingOptions options)
    {
        Require("training.epochs", options.Epochs, options.Epochs >= 1, "1 or more");
        Require("training.batch", options.Batch, options.Batch >= 1, "1 or more");
        Require("training.validation", options.Validation, options.Validation > 0 && (options.Validation < 1 || options.Validation % 1 == 0),
            "a fraction between 0 and 1, or a whole number of structures");
        RequireWord("training.optimizer", options.Optimizer, "adam", "adamw");
        Require("training.weightDecay", options.WeightDecay, options.WeightDecay >= 0, "0 or more");
        Require("training.learningRate", options.LearningRate, options.LearningRate is > 0 and < 100, "between 0 and 100");
        RequireWord("training.schedule", options.Schedule, "plateau", "cosine", "exponential", "constant");
        Require("training.patience", options.Patience, options.Patience >= 0, "0 or more");
        Require("training.decay", options.Decay, options.Decay is > 0 and <= 1, "above 0 and at most 1");
        Require("training.minimumLearningRate", options.MinimumLearningRate,
            options.MinimumLearningRate >= 0 && options.MinimumLearningRate <= options.LearningRate, "between 0 and the learning rate");
        Require("training.ema", options.Ema, options.Ema is >= 0 and < 1, "0 or more and below 1");
        Require("training.energyWeight", options.EnergyWeight, options.EnergyWeight >= 0, "0 or more");
        Require("training.forceWeight", options.ForceWeight, options.ForceWeight >= 0, "0 or more");
        Require("training.forceWeight", options.ForceWeight, options.EnergyWeight + options.ForceWeight > 0, "above 0 where the weight of the energy is 0");
        Require("training.clipNorm", options.ClipNorm, options.ClipNorm >= 0, "0 or more");
        Require("training.earlyStopping", options.EarlyStopping, options.EarlyStopping >= 0, "0 or more");
        Require("training.threads", options.Threads, options.Threads is >= 0 and <= 4096, "between 0 and 4096");
    }

    /// <summary>Requires all options to be possible.</summary>
    /// <exception cref="DataException">One is not; the message says which, and what it can be.</exception>
    public static void Require(PotentialOptions options)
    {
        Require("model.cutoff", options.Cutoff, options.Cutoff is > 0 and <= 100, "above 0 and at most 100 Å");
        Require("model.radialFunctions", options.RadialFunctions, options.RadialFunctions is >= 1 and <= 1000, "between 1 and 1000");
        foreach (int width in options.RadialHidden) Require("model.radialHidden", width, width is >= 1 and <= 65536, "widths between 1 and 65536");
        Require("model.readoutHidden", options.ReadoutHidden, options.ReadoutHidden is >= 1 and <= 65536, "between 1 and 65536");
        RequireWord("model.precision", options.Precision, "float32", "float64");
        if (options.Elements.Distinct().Count() != options.Elements.Count)
            throw new DataException($"model.elements has one element twice: {string.Join(", ", options.Elements)}.");
        foreach (string symbol in options.Elements)
            if (!Reps.ChemicalElements.TryGetAtomicNumber(symbol, out _))
                throw new DataException($"model.elements: '{symbol}' is no chemical element; did you mean '{Reps.ChemicalElements.Nearest(symbol)}'?");
    }

    private static void Require(string name, double value, bool valid, string possible)
    {
        // A comparison with what is not a number is false already; infinity can be more than a limit.
        if (!valid || !double.IsFinite(value)) throw new DataException(FormattableString.Invariant($"{name} is {value}; it must be {possible}."));
    }

    private static void RequireWord(string name, string value, params IEnumerable<string> possible)
    {
        if (!possible.Contains(value)) throw new DataException($"{name} is '{value}'; it must be one of {string.Join(", ", possible)}.");
    }
}
