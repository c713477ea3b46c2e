using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Potential.Checkpoints;
using Potential.Data;
using Potential.Evaluation;
using Potential.Model;
using Reps;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Potential.Training;

/// <summary>The tensors that a training changes: a model, the moving average of its parameters, and the optimizer.</summary>
public sealed class TrainingSession : IDisposable
{
    private readonly RunOptions _options;
    private readonly OptimizerHelper _optimizer;
    private readonly MovingAverage _average;
    private readonly Loss _loss;
    private IReadOnlyList<SafeTensor> _best = [];

    /// <summary>Makes a model with first values from the seed.</summary>
    /// <param name="options">The options.</param>
    /// <param name="statistics">What the model takes from the data.</param>
    /// <param name="models">Makes the model.</param>
    /// <param name="device">Where to compute.</param>
    public TrainingSession(RunOptions options, DataStatistics statistics, ModelFactory models, Device device)
    {
        (_options, Device) = (options, device);
        manual_seed(options.Training.Seed);
        Model = models(options.Model, statistics);
        if (device.type != DeviceType.CPU) Model.to(device);
        _optimizer = Optimizers.Create(options.Training, Model);
        _average = new MovingAverage(Model, options.Training.Ema);
        _loss = new Loss(options.Training.EnergyWeight, options.Training.ForceWeight, statistics.Scale);
    }

    /// <summary>The model.</summary>
    public PotentialModule Model { get; }

    /// <summary>Where it computes.</summary>
    public Device Device { get; }

    /// <summary>How many numbers are learnt.</summary>
    public long ParameterCount => Model.parameters().Sum(parameter => parameter.numel());

    /// <summary>Whether an epoch has been the best so far.</summary>
    public bool HasBest => _best.Count > 0;

    /// <summary>Takes a step.</summary>
    /// <param name="structures">Learnt from.</param>
    /// <param name="learningRate">The rate.</param>
    /// <param name="steps">The steps before this one.</param>
    /// <returns>The loss before the step.</returns>
    /// <exception cref="DataException">The loss is not a number; no parameter has changed.</exception>
    public double Step(IReadOnlyList<Structure> structures, double learningRate, long steps)
    {
        using var scope = NewDisposeScope();
        using AtomBatch batch = Batch(structures);
        Model.train();
        // Gradients that are absent stay absent, as after a resumption; zeros would count as gradients.
        Model.zero_grad();
        (Tensor energies, Tensor forces) = Model.Evaluate(batch, training: true);
        Tensor loss = _loss.Of(energies, forces, batch);
        double value = loss.item<double>();
        if (!double.IsFinite(value))
            throw new DataException($"The loss of step {steps + 1} is not a number. Lower training.learningRate, or set training.clipNorm; the last checkpoint is untouched.");
        loss.backward();
        if (_options.Training.ClipNorm > 0) nn.utils.clip_grad_norm_(Model.parameters(), _options.Training.ClipNorm);
        foreach (optim.ILearningRateController group in _optimizer.ParamGroups) group.LearningRate = learningRate;
        _optimizer.step();
        _average.Update(steps);
        return value;
    }

    /// <summary>The loss and the errors of the averaged model.</summary>
    public (double Loss, ErrorTable Errors) Validate(IReadOnlyList<Structure> structures)
    {
        using IDisposable averaged = _average.Apply();
        Model.eval();
        ErrorTable errors = new(Model.Options.Elements);
        IEnumerable<Prediction> predictions = new Predictor(Model, Device, _options.Training.Batch).Of(structures);
        foreach ((Structure structure, Prediction prediction) in structures.Zip(predictions)) errors.Add(structure, prediction);
        (double energy, double force) = (errors.Energy.RootMeanSquare / Model.Statistics.Scale, errors.Force.RootMeanSquare / Model.Statistics.Scale);
        return ((_options.Training.EnergyWeight * energy * energy) + (_options.Training.ForceWeight * force * force), errors);
    }

    /// <summary>Keeps the averaged model as the best so far.</summary>
    public void KeepBest()
    {
        using IDisposable averaged = _average.Apply();
        _best = [.. Model.state_dict().Select(entry => TensorBytes.Of(entry.Key, entry.Value))];
    }

    /// <summary>Writes the best model.</summary>
    public void WriteBest(string path) => ModelFile.Write(path, _best, Model.Options, Model.Statistics);

    /// <summary>A copy of all tensors for a checkpoint.</summary>
    public IReadOnlyCollection<SafeTensor> Capture()
    {
        using MemoryStream optimizer = new();
        using (BinaryWriter writer = new(optimizer, System.Text.Encoding.UTF8, leaveOpen: true)) _optimizer.save_state_dict(writer);
        using Tensor state = get_rng_state();
        return
        [
            .. Model.state_dict().Select(entry => TensorBytes.Of("model/" + entry.Key, entry.Value)),
            .. _average.Entries.Select(entry => TensorBytes.Of("average/" + entry.Name, entry.Average)),
            .. _best.Select(tensor => new SafeTensor("best/" + tensor.Name, tensor.DType, tensor.Shape, tensor.Data)),
            SafeTensor.Create<byte>("optimizer", [optimizer.Length], optimizer.ToArray()),
            TensorBytes.Of("random", state),
        ];
    }

    /// <summary>Continues from a checkpoint's tensors.</summary>
    /// <exception cref="InvalidDataException">They are not those of this model.</exception>
    public void Restore(IReadOnlyCollection<SafeTensor> tensors)
    {
        Dictionary<string, SafeTensor> parts = tensors.Where(tensor => !tensor.Name.Contains('/')).ToDictionary(tensor => tensor.Name);
        if (!parts.TryGetValue("optimizer", out SafeTensor? optimizer)) throw new InvalidDataException("has no state of the optimizer");
        if (!parts.TryGetValue("random", out SafeTensor? generator)) throw new InvalidDataException("has no state of the random numbers");
        Load(tensors, "model", Model.state_dict());
        Load(tensors, "average", _average.Entries.ToDictionary(entry => entry.Name, entry => entry.Average));
        _best = [.. TensorBytes.Part(tensors, "best").Select(entry => new SafeTensor(entry.Key, entry.Value.DType, entry.Value.Shape, entry.Value.Data))];
        using BinaryReader reader = new(new MemoryStream(optimizer.Data.ToArray()));
        _optimizer.load_state_dict(reader);
        using Tensor state = TensorBytes.ToBytes(generator);
        set_rng_state(state);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _average.Dispose();
        _optimizer.Dispose();
        Model.Dispose();
    }

    private static void Load(IEnumerable<SafeTensor> tensors, string word, Dictionary<string, Tensor> targets)
    {
        Dictionary<string, SafeTensor> sources = TensorBytes.Part(tensors, word);
        TensorBytes.Require(sources, targets);
        foreach ((string name, SafeTensor source) in sources) TensorBytes.CopyTo(source, targets[name]);
    }

    private AtomBatch Batch(IReadOnlyList<Structure> structures) =>
        AtomBatch.Create(structures, Model.Options.Elements, Model.Options.Cutoff, Model.Precision, Device);
}
