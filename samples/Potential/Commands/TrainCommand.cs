using System.CommandLine;
using System.Linq;
using Potential.Checkpoints;
using Potential.Data;
using Potential.Files;
using Potential.Model;
using Potential.Training;

namespace Potential.Commands;

/// <summary><c>potential train</c>.</summary>
internal sealed class TrainCommand
{
    private readonly Option<string> _train = new("--train") { Description = "An extended XYZ file with energies and forces (eV, Å).", Required = true, HelpName = "file" };
    private readonly Option<string> _output = new("--output") { Description = "The folder for the model, its checkpoints and the learning curve.", Required = true, HelpName = "folder" };
    private readonly Option<bool> _resume = new("--resume") { Description = "Continue from the folder's checkpoint, if there is one." };
    private readonly Option<string?> _options = new("--options") { Description = "A JSON file of options; see the README.", HelpName = "file" };
    private readonly Option<double?> _validation = new("--validation") { Description = "How much is held back: a fraction below 1, or a number of structures.", HelpName = "n" };
    private readonly Option<int?> _epochs = new("--epochs") { Description = "How often to go through the data.", HelpName = "n" };
    private readonly Option<int?> _batch = new("--batch") { Description = "The structures in a step.", HelpName = "n" };
    private readonly Option<double?> _rate = new("--learning-rate") { Description = "The learning rate at first.", HelpName = "x" };
    private readonly Option<int?> _seed = new("--seed") { Description = "The seed of the split, the order and the first values.", HelpName = "n" };
    private readonly Option<int?> _threads = new("--threads") { Description = "The threads to compute with.", HelpName = "n" };
    private readonly Option<int> _everySteps = new("--checkpoint-steps") { Description = "A checkpoint after so many steps; 0 for none.", HelpName = "n" };
    private readonly Option<double> _everySeconds = new("--checkpoint-seconds") { Description = "A checkpoint after so many seconds; 0 for none.", HelpName = "x", DefaultValueFactory = _ => 60 };
    private readonly DeviceOption _device = new();

    public Command Create(ModelFactory models, Terminal terminal)
    {
        Command command = new("train", "Fit a model to energies and forces")
        {
            _train, _output, _resume, _options, _validation, _epochs, _batch, _rate, _seed, _threads, _everySteps, _everySeconds, _device.Option,
        };
        command.SetAction(parsed => Run(parsed, models, terminal));
        return command;
    }

    private int Run(ParseResult parsed, ModelFactory models, Terminal terminal)
    {
        using Stopping stopping = new();
        string folder = parsed.GetValue(_output)!;
        OutputFolder output = new(folder);
        ITrainingDisplay display = terminal.Interactive ? new ConsoleDisplay(terminal.Console()) : new PlainDisplay(terminal.Output);
        // Before anything is written, also the folder.
        RunOptions asked = Asked(parsed, new RunOptions());
        using FolderLock held = new(folder);
        Checkpoint? checkpoint = Begin(parsed, output);
        // What a resumption does not mention is as it was.
        if (checkpoint is not null) asked = Asked(parsed, checkpoint.Options);
        RunOptions options = checkpoint?.Options ?? asked;
        Threads.Use(options.Training.Threads);
        TrainingData data = TrainingData.Read(parsed.GetValue(_train)!, options.Training.Validation, options.Training.Seed);
        if (checkpoint is not null) Resumption.Require(checkpoint, asked, data, parsed.GetValue(_train)!);
        else options = Complete(options, data);
        DataStatistics statistics = checkpoint?.Statistics ?? DataStatistics.Of(data.Train, options.Model.Elements, options.Model.Cutoff);

        using TrainingSession session = new(options, statistics, models, _device.Value(parsed));
        Trainer trainer = Resumption.Start(
            options, data, session, output, new CheckpointInterval(parsed.GetValue(_everySteps), parsed.GetValue(_everySeconds)), display, checkpoint);
        if (checkpoint is null) WholeFile.Write(output.Options, options.ToJson() + "\n");
        display.Say(
            $"{data.Train.Count} structures to learn from, {data.Validation.Count} held back, elements {string.Join(", ", options.Model.Elements)}; {session.ParameterCount} parameters.");
        foreach (string hint in UnitHints.Of(data.Train, statistics, options.Model.Elements)) display.Say("Warning: " + hint);
        if (checkpoint is not null) display.Say($"Resumed after {trainer.State.Steps} steps, in epoch {trainer.State.Epoch + 1}.");
        bool finished = false;
        display.Run(options.Training.Epochs, () => finished = trainer.Run(stopping.Token));
        if (!finished)
        {
            display.Say($"Stopped after {trainer.State.Steps} steps. Add --resume to continue.");
            return ExitCodes.Stopped;
        }
        display.Say(
            (trainer.StoppedEarly ? $"Stopped: no progress for {options.Training.EarlyStopping} epochs. " : "")
                + $"The best model is that of epoch {trainer.State.BestEpoch}: {output.Model}");
        return 0;
    }

    private RunOptions Asked(ParseResult parsed, RunOptions otherwise)
    {
        RunOptions read = parsed.GetValue(_options) is string path ? RunOptions.Read(path) : otherwise;
        TrainingOptions training = read.Training;
        RunOptions result = read with
        {
            Training = training with
            {
                Validation = parsed.GetValue(_validation) ?? training.Validation,
                Epochs = parsed.GetValue(_epochs) ?? training.Epochs,
                Batch = parsed.GetValue(_batch) ?? training.Batch,
                LearningRate = parsed.GetValue(_rate) ?? training.LearningRate,
                Seed = parsed.GetValue(_seed) ?? training.Seed,
                Threads = parsed.GetValue(_threads) ?? training.Threads,
            },
        };
        OptionRules.Require(result.Training);
        OptionRules.Require(result.Model);
        if (parsed.GetValue(_everySteps) < 0 || !(parsed.GetValue(_everySeconds) >= 0))
            throw new DataException("--checkpoint-steps and --checkpoint-seconds must be 0 or more.");
        return result;
    }

    private Checkpoint? Begin(ParseResult parsed, OutputFolder output)
    {
        if (!output.Checkpoints.Exists) return null;
        if (parsed.GetValue(_resume)) return output.Checkpoints.Read();
        throw new DataException($"{parsed.GetValue(_output)} has the checkpoint of a training already. Add --resume to continue it, or name another folder.");
    }

    // What the data decide. Their elements must all be known before anything is trained.
    private static RunOptions Complete(RunOptions options, TrainingData data)
    {
        if (options.Model.Elements.Count == 0) return options with { Model = options.Model with { Elements = data.Elements } };
        string? unknown = data.Elements.FirstOrDefault(element => !options.Model.Elements.Contains(element));
        return unknown is null
            ? options
            : throw new DataException($"The data have atoms of {unknown}, which is not among model.elements ({string.Join(", ", options.Model.Elements)}). Add it, or leave the list out.");
    }
}
