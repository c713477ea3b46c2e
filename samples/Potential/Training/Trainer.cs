using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Potential.Checkpoints;
using Potential.Data;
using Potential.Evaluation;

namespace Potential.Training;

/// <summary>Goes through the epochs, and writes checkpoints, the best model and the learning curve.</summary>
public sealed class Trainer
{
    private readonly RunOptions _options;
    private readonly TrainingData _data;
    private readonly TrainingSession _session;
    private readonly OutputFolder _output;
    private readonly CheckpointInterval _interval;
    private readonly ITrainingDisplay _display;
    private readonly LearningRateSchedule _schedule;
    private readonly Throughput _throughput = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly double _secondsBefore;

    /// <summary>A training at its beginning, or at a checkpoint.</summary>
    public Trainer(
        RunOptions options, TrainingData data, TrainingSession session, OutputFolder output, CheckpointInterval interval, ITrainingDisplay display,
        Checkpoint? checkpoint)
    {
        (_options, _data, _session, _output, _interval, _display) = (options, data, session, output, interval, display);
        _schedule = new LearningRateSchedule(options.Training);
        State = checkpoint?.State ?? new TrainingState { Schedule = _schedule.Begin() };
        _secondsBefore = State.Seconds;
        if (checkpoint is null) return;
        session.Restore(checkpoint.Tensors);
        // Epochs after the checkpoint are gone; so is what they wrote.
        if (session.HasBest) session.WriteBest(output.Model);
        output.WriteCurve(State.History);
    }

    /// <summary>Where the training is.</summary>
    public TrainingState State { get; private set; }

    /// <summary>Whether there is nothing left to do.</summary>
    public bool Finished => State.Epoch >= _options.Training.Epochs || StoppedEarly;

    /// <summary>Whether the validation has not become better for too long.</summary>
    public bool StoppedEarly => _options.Training.EarlyStopping > 0 && State.Epoch - State.BestEpoch >= _options.Training.EarlyStopping;

    private int StepsPerEpoch => ((_data.Train.Count - 1) / _options.Training.Batch) + 1;

    /// <summary>Trains until the end, or until it is told to stop, which happens after a step.</summary>
    /// <returns>Whether the training is finished.</returns>
    public bool Run(CancellationToken stop)
    {
        while (!Finished && !stop.IsCancellationRequested) Epoch(stop);
        Save();
        return Finished;
    }

    private void Epoch(CancellationToken stop)
    {
        int[] order = Shuffle.Of(_data.Train.Count, Shuffle.Mix((ulong)_options.Training.Seed, (ulong)State.Epoch));
        while (State.StepInEpoch < StepsPerEpoch)
        {
            // At least one step before a stop: a training that is interrupted again and again still proceeds.
            Step([.. order.Skip(State.StepInEpoch * _options.Training.Batch).Take(_options.Training.Batch).Select(n => _data.Train[n])]);
            if (_interval.Step()) Save();
            if (stop.IsCancellationRequested && State.StepInEpoch < StepsPerEpoch) return;
        }
        EndEpoch();
    }

    private void Step(IReadOnlyList<Structure> structures)
    {
        _throughput.Begin();
        double loss = _session.Step(structures, State.Schedule.LearningRate, State.Steps);
        _throughput.End(structures.Sum(structure => structure.Frame.Count));
        State = State with { StepInEpoch = State.StepInEpoch + 1, Steps = State.Steps + 1, LossSum = State.LossSum + loss };
        _display.Step(
            new StepProgress(
                State.Epoch + 1, State.StepInEpoch, StepsPerEpoch, State.LossSum / State.StepInEpoch, _throughput.StepRate, _throughput.AtomRate));
    }

    private void EndEpoch()
    {
        (double loss, ErrorTable errors) = _session.Validate(_data.Validation);
        bool best = State.BestLoss is not double least || loss < least;
        EpochRecord record = new()
        {
            Epoch = State.Epoch + 1,
            Steps = State.Steps,
            LearningRate = State.Schedule.LearningRate,
            TrainLoss = State.LossSum / StepsPerEpoch,
            ValidationLoss = loss,
            ForceMae = 1000 * errors.Force.MeanAbsolute,
            ForceRmse = 1000 * errors.Force.RootMeanSquare,
            EnergyMae = 1000 * errors.Energy.MeanAbsolute,
            EnergyRmse = 1000 * errors.Energy.RootMeanSquare,
            Seconds = Seconds,
        };
        State = State with
        {
            Epoch = State.Epoch + 1,
            StepInEpoch = 0,
            LossSum = 0,
            Schedule = _schedule.Next(State.Schedule, State.Epoch + 1, loss),
            BestLoss = best ? loss : State.BestLoss,
            BestEpoch = best ? State.Epoch + 1 : State.BestEpoch,
            History = [.. State.History, record],
        };
        if (best)
        {
            _session.KeepBest();
            _session.WriteBest(_output.Model);
        }
        _output.WriteCurve(State.History);
        _display.Epoch(record, best);
    }

    private double Seconds => Math.Round(_secondsBefore + _watch.Elapsed.TotalSeconds, 3);

    private void Save()
    {
        State = State with { Seconds = Seconds };
        _output.Checkpoints.Write(
            new Checkpoint
            {
                Options = _options,
                Fingerprint = _data.Fingerprint,
                Statistics = _session.Model.Statistics,
                State = State,
                Tensors = _session.Capture(),
            });
        _interval.Reset();
    }
}
