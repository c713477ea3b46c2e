using System;
using System.CommandLine;
using Potential.Data;
using Potential.Model;
using TorchSharp;
using static TorchSharp.torch;

namespace Potential.Commands;

/// <summary><c>--device</c>.</summary>
internal sealed class DeviceOption
{
    public Option<string> Option { get; } = new("--device") { Description = "Where to compute: cpu, or cuda.", HelpName = "name", DefaultValueFactory = _ => "cpu" };

    /// <summary>Moves a model to the device of a command line.</summary>
    /// <exception cref="DataException">There is no such device.</exception>
    public Device Place(ParseResult parsed, PotentialModule model)
    {
        Device result = Value(parsed);
        if (result.type != DeviceType.CPU) model.to(result);
        return result;
    }

    /// <summary>The device of a command line.</summary>
    /// <exception cref="DataException">There is no such device.</exception>
    public Device Value(ParseResult parsed)
    {
        string name = parsed.GetValue(Option)!;
        try
        {
            Device result = device(name);
            zeros(1, device: result).Dispose();
            return result;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new DataException($"--device {name}: torch cannot compute there. Use cpu. {exception.Message.Split('\n')[0]}");
        }
    }
}
