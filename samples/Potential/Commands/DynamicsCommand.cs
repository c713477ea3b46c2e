using System;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using Potential.Checkpoints;
using Potential.Data;
using Potential.Dynamics;
using Potential.Model;
using Reps;

namespace Potential.Commands;

/// <summary><c>potential md</c>.</summary>
internal sealed class DynamicsCommand
{
    private readonly Option<string> _model = new("--model") { Description = "The folder of a training, or its model file.", Required = true, HelpName = "folder" };
    private readonly Option<string> _start = new("--start") { Description = "An extended XYZ file; the first structure starts.", Required = true, HelpName = "file" };
    private readonly Option<double> _temperature = new("--temperature") { Description = "The temperature in K: of the first velocities, and of the thermostat.", HelpName = "K", DefaultValueFactory = _ => 300 };
    private readonly Option<int> _steps = new("--steps") { Description = "The number of steps.", HelpName = "n", DefaultValueFactory = _ => 1000 };
    private readonly Option<double> _timestep = new("--timestep") { Description = "The time of a step in fs.", HelpName = "fs", DefaultValueFactory = _ => 0.5 };
    private readonly Option<bool> _thermostat = new("--thermostat") { Description = "Keep the temperature (Langevin); otherwise the energy is kept." };
    private readonly Option<double> _friction = new("--friction") { Description = "The thermostat's friction in 1/fs.", HelpName = "1/fs", DefaultValueFactory = _ => 0.01 };
    private readonly Option<double> _skin = new("--skin") { Description = "How much further than the cutoff neighbours are searched, in Å.", HelpName = "A", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _trajectory = new("--trajectory") { Description = "Write structures as extended XYZ.", HelpName = "file" };
    private readonly Option<int> _every = new("--every") { Description = "Report and write after so many steps.", HelpName = "n", DefaultValueFactory = _ => 100 };
    private readonly Option<int> _seed = new("--seed") { Description = "The seed of velocities and noise.", HelpName = "n", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _precision = new("--precision") { Description = "float32 or float64; as in training, if not given.", HelpName = "type" };
    private readonly Option<int> _threads = new("--threads") { Description = "The threads to compute with; 0 for all.", HelpName = "n" };
    private readonly DeviceOption _device = new();

    public Command Create(ModelFactory models, Terminal terminal)
    {
        Command command = new("md", "Molecular dynamics with a trained model")
        {
            _model, _start, _temperature, _steps, _timestep, _thermostat, _friction, _skin, _trajectory, _every, _seed, _precision, _threads, _device.Option,
        };
        command.SetAction(parsed => Run(parsed, models, terminal));
        return command;
    }

    private int Run(ParseResult parsed, ModelFactory models, Terminal terminal)
    {
        Require(parsed);
        using Stopping stopping = new();
        Threads.Use(parsed.GetValue(_threads));
        XyzFrame frame = StructureFile.Read(parsed.GetValue(_start)!)[0].Frame;
        using PotentialModule model = ModelFile.Read(parsed.GetValue(_model)!, models, parsed.GetValue(_precision));
        ModelForceField field = new(model, frame, parsed.GetValue(_skin), _device.Place(parsed, model));
        GaussianNumbers random = new(parsed.GetValue(_seed));
        AtomsInMotion atoms = new(frame.Positions, AtomicMasses.Of(frame.AtomicNumbers));
        atoms.Heat(parsed.GetValue(_temperature), random);
        double timestep = parsed.GetValue(_timestep);
        IIntegrator integrator = parsed.GetValue(_thermostat)
            ? new LangevinThermostat(timestep, parsed.GetValue(_temperature), parsed.GetValue(_friction), random)
            : new VelocityVerlet(timestep);
        using StreamWriter? trajectory = parsed.GetValue(_trajectory) is string path ? new StreamWriter(path) : null;

        Simulation simulation = new(atoms, field, integrator, timestep);
        Stopwatch watch = Stopwatch.StartNew();
        terminal.Output.WriteLine("     time/fs  potential/eV    kinetic/eV      total/eV   temperature/K");
        bool finished = simulation.Run(
            parsed.GetValue(_steps),
            parsed.GetValue(_every),
            time =>
            {
                terminal.Output.WriteLine(Line(time, atoms));
                if (trajectory is not null) Trajectory.Write(trajectory, frame, atoms, time);
            },
            stopping.Token);
        terminal.Output.WriteLine(Report(simulation, field, watch.Elapsed, parsed.GetValue(_thermostat)));
        return finished ? 0 : ExitCodes.Stopped;
    }

    private void Require(ParseResult parsed)
    {
        Positive("--timestep", parsed.GetValue(_timestep), 100);
        Positive("--friction", parsed.GetValue(_friction), 1e6);
        Positive("--skin", parsed.GetValue(_skin), 100);
        Positive("--steps", parsed.GetValue(_steps), int.MaxValue);
        Positive("--every", parsed.GetValue(_every), int.MaxValue);
        double temperature = parsed.GetValue(_temperature);
        if (!(temperature is >= 0 and <= 1e6)) throw new DataException(FormattableString.Invariant($"--temperature is {temperature}; it must be between 0 and 1e6 K."));
        if (parsed.GetValue(_precision) is string precision and not ("float32" or "float64"))
            throw new DataException($"--precision is '{precision}'; it must be float32 or float64.");
        if (parsed.GetValue(_threads) < 0) throw new DataException("--threads must be 0 or more.");
    }

    private static void Positive(string name, double value, double most)
    {
        if (!(value > 0 && value <= most)) throw new DataException(FormattableString.Invariant($"{name} is {value}; it must be above 0 and at most {most}."));
    }

    private static string Line(double time, AtomsInMotion atoms) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{time,12:0.0} {atoms.PotentialEnergy,13:0.00000} {atoms.KineticEnergy,13:0.00000} {atoms.PotentialEnergy + atoms.KineticEnergy,13:0.00000} {atoms.Temperature,15:0.0}");

    private static string Report(Simulation simulation, ModelForceField field, TimeSpan elapsed, bool thermostat) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{simulation.Steps} steps in {elapsed.TotalSeconds:0.0} s ({simulation.Steps / Math.Max(elapsed.TotalSeconds, 1e-9):0.0} steps/s), neighbours searched {field.Searches} times; ")
        + string.Create(
            CultureInfo.InvariantCulture,
            $"mean temperature {simulation.Energies.MeanTemperature:0.0} K; total energy: drift {simulation.Energies.Drift:0.000} meV/atom/ps, fluctuation {simulation.Energies.Fluctuation:0.0000} meV/atom")
        + (thermostat ? " (the thermostat does not conserve it)" : "");
}
