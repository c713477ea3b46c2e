using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Potential.Checkpoints;
using Potential.Data;
using Potential.Evaluation;
using Potential.Files;
using Potential.Model;
using Reps;

namespace Potential.Commands;

/// <summary><c>potential evaluate</c>.</summary>
internal sealed class EvaluateCommand
{
    private readonly Option<string> _model = new("--model") { Description = "The folder of a training, or its model file.", Required = true, HelpName = "folder" };
    private readonly Argument<string[]> _files = new("files") { Description = "Extended XYZ files.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };
    private readonly Option<string?> _output = new("--output") { Description = "Write the predictions as extended XYZ.", HelpName = "file" };
    private readonly Option<int> _batch = new("--batch") { Description = "The structures computed together.", HelpName = "n", DefaultValueFactory = _ => 10 };
    private readonly Option<int> _threads = new("--threads") { Description = "The threads to compute with; 0 for all.", HelpName = "n" };
    private readonly DeviceOption _device = new();

    public Command Create(ModelFactory models, Terminal terminal)
    {
        Command command = new("evaluate", "Compare a model with the energies and forces of files") { _model, _files, _json, _output, _batch, _threads, _device.Option };
        command.SetAction(parsed => Run(parsed, models, terminal));
        return command;
    }

    private int Run(ParseResult parsed, ModelFactory models, Terminal terminal)
    {
        int batch = parsed.GetValue(_batch);
        if (batch < 1 || parsed.GetValue(_threads) < 0) throw new DataException("--batch must be 1 or more, and --threads 0 or more.");
        Threads.Use(parsed.GetValue(_threads));
        using PotentialModule model = ModelFile.Read(parsed.GetValue(_model)!, models);
        Predictor predictor = new(model, _device.Place(parsed, model), batch);
        // All files are read before any is computed: a wrong one is known at once.
        (string Path, List<Structure> Structures)[] files = [.. parsed.GetValue(_files)!.Select(path => (path, StructureFile.Read(path)))];
        foreach ((string path, List<Structure> structures) in files) Known(model, path, structures);
        using StringWriter? predicted = parsed.GetValue(_output) is null ? null : new StringWriter();
        List<(string File, ErrorTable Errors)> tables = [];
        foreach ((string path, List<Structure> structures) in files)
        {
            ErrorTable table = new(model.Options.Elements);
            foreach ((Structure structure, Prediction prediction) in structures.Zip(predictor.Of(structures)))
            {
                table.Add(structure, prediction);
                if (predicted is not null) Write(predicted, structure.Frame, prediction);
            }
            tables.Add((path, table));
        }
        if (predicted is not null) WholeFile.Write(parsed.GetValue(_output)!, predicted.ToString());
        if (parsed.GetValue(_json)) terminal.Output.WriteLine(EvaluationReport.Json(tables));
        else EvaluationReport.Render(terminal.Console(), tables);
        return 0;
    }

    private static void Known(PotentialModule model, string path, List<Structure> structures)
    {
        ElementIndex index = new(model.Options.Elements);
        foreach (Structure structure in structures)
        {
            try
            {
                index.Of(structure.Frame);
            }
            catch (DataException exception)
            {
                throw new DataException($"{path}: {exception.Message}");
            }
        }
    }

    private static void Write(TextWriter writer, XyzFrame frame, Prediction prediction)
    {
        List<(string, IReadOnlyList<double>)> columns = [("forces", prediction.Forces)];
        List<(string, double)> entries = [("energy", prediction.Energy)];
        if (frame.Forces is not null) columns.Add(("reference_forces", frame.Forces));
        if (frame.Energy is double energy) entries.Add(("reference_energy", energy));
        XyzWriter.Write(writer, frame, frame.Positions, columns, entries);
    }
}
