using System;
using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Tests.Modules;

/// <summary>One argument of a module.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Sizes">The dimensions after the rows.</param>
/// <param name="OfEdges">Whether there is one row for each edge of a graph, and not for each node or sample.</param>
/// <param name="Positive">Whether its numbers are positive, as lengths are.</param>
public sealed record Argument(string Name, long[] Sizes, bool OfEdges = false, bool Positive = false);

/// <summary>A public module with what it takes, so that tests can treat all modules alike.</summary>
public sealed record ModuleCase
{
    /// <summary>What it is called in the list of tests.</summary>
    public required string Name { get; init; }

    /// <summary>Makes the module, in float.</summary>
    public required Func<nn.Module> Make { get; init; }

    public required Argument[] Arguments { get; init; }

    /// <summary>Makes what is no tensor from the tensors, and gives the call itself.</summary>
    public required Func<nn.Module, Tensor[], EdgeGraph, Func<Tensor[]>> Bind { get; init; }

    /// <summary>Whether rows may have any leading dimensions; else there is exactly one.</summary>
    public bool Leading { get; init; } = true;

    /// <summary>Whether a number of rows that differs between arguments must be refused.</summary>
    public bool CountsRows { get; init; }

    /// <summary>Whether each row is treated by itself.</summary>
    public bool RowByRow { get; init; } = true;

    /// <summary>Whether numbers of another type than the module's must be refused; some modules have none, and some promote.</summary>
    public bool OneNumberType { get; init; } = true;

    /// <summary>Whether other sizes than those of the arguments are other valid inputs.</summary>
    public bool AnySizes { get; init; }

    /// <summary>Whether integers and complex numbers are valid as well.</summary>
    public bool AnyNumbers { get; init; }

    /// <summary>Whether the call is that of a module from a tensor to a tensor, which TorchSharp's Sequential takes.</summary>
    public bool IsCall { get; init; }

    public override string ToString() => Name;

    /// <summary>Inputs with the given leading dimensions, the first of which is the number of nodes of the graph.</summary>
    public (Tensor[] Tensors, EdgeGraph Graph) Inputs(ScalarType type, bool gradients, bool edges = true, params long[] batch)
    {
        int nodes = checked((int)batch[0]);
        EdgeGraph graph = Ring(nodes, edges);
        Tensor[] tensors =
        [
            .. Arguments.Select((argument, n) => Input(argument, n, type, gradients, argument.OfEdges ? [graph.EdgeCount] : batch)),
        ];
        return (tensors, graph);
    }

    // Every node hears its neighbours on a ring.
    private static EdgeGraph Ring(int nodes, bool edges)
    {
        if (!edges || nodes < 2)
            return new EdgeGraph(nodes, nodes, [], []);
        (List<int> sources, List<int> targets) = ([], []);
        for (int node = 0; node < nodes; node++)
            foreach (int step in (int[])[1, nodes - 1])
            {
                sources.Add((node + step) % nodes);
                targets.Add(node);
            }
        return new EdgeGraph(nodes, nodes, [.. sources], [.. targets]);
    }

    private static Tensor Input(Argument argument, int number, ScalarType type, bool gradients, long[] batch)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor values = TestDevice.Normal(number + 1, [.. batch, .. argument.Sizes]);
        if (argument.Positive)
            values = values.abs() + 0.1;
        return scope.MoveToOuter(values.to(type).detach().requires_grad_(gradients));
    }
}
