using System;
using System.IO;
using System.Linq;
using System.Threading;
using Potential.Checkpoints;
using Potential.Data;
using Potential.Model;
using Potential.Training;
using static TorchSharp.torch;

namespace Reps.Tests.Samples.Support;

/// <summary>A small training in process, which can be stopped after any step.</summary>
internal sealed class TrainingRun(string folder, string data, TrainingOptions training)
{
    public OutputFolder Output { get; } = new(folder);

    /// <summary>Begins, or continues from the checkpoint; stops after so many steps of this run.</summary>
    /// <returns>The state at the end.</returns>
    public TrainingState Run(int steps = int.MaxValue)
    {
        Directory.CreateDirectory(folder);
        Checkpoint? checkpoint = Output.Checkpoints.Exists ? Output.Checkpoints.Read() : null;
        TrainingData read = TrainingData.Read(data, training.Validation, training.Seed);
        RunOptions options = new()
        {
            Model = new PotentialOptions { Elements = read.Elements, Cutoff = 4, RadialFunctions = 10 },
            Training = training,
        };
        DataStatistics statistics = checkpoint?.Statistics ?? DataStatistics.Of(read.Train, options.Model.Elements, options.Model.Cutoff);
        using TrainingSession session = new(options, statistics, PairModel.Create, CPU);
        using CancellationTokenSource stop = new();
        Trainer trainer = Resumption.Start(options, read, session, Output, new CheckpointInterval(0, 0), new StopAfter(steps, stop), checkpoint);
        trainer.Run(stop.Token);
        return trainer.State;
    }

    /// <summary>Everything that two runs must share, as text: without times.</summary>
    public string Outcome()
    {
        Checkpoint checkpoint = Output.Checkpoints.Read();
        TrainingState state = checkpoint.State with { Seconds = 0, History = [.. checkpoint.State.History.Select(record => record with { Seconds = 0 })] };
        string tensors = string.Join('\n', checkpoint.Tensors.Select(tensor => $"{tensor} {Convert.ToHexString(tensor.Data.Span)}"));
        string curve = string.Join('\n', File.ReadAllLines(Output.Curve).Select(line => line[..line.LastIndexOf(',')]));
        return $"{System.Text.Json.JsonSerializer.Serialize(state)}\n{tensors}\n{curve}\n{Convert.ToHexString(File.ReadAllBytes(Output.Model))}";
    }

    private sealed class StopAfter(int steps, CancellationTokenSource stop) : ITrainingDisplay
    {
        private int _steps;

        public void Run(int epochs, Action training) => training();

        public void Say(string text) { }

        public void Step(StepProgress progress)
        {
            if (++_steps == steps) stop.Cancel();
        }

        public void Epoch(EpochRecord record, bool best) { }
    }
}
