using System;
using System.Collections.Generic;

namespace Reps.Analyzers.Flow;

/// <summary>What comes of a tensor operation.</summary>
/// <param name="call">The operation and its arguments.</param>
internal delegate FlowValue Transfer(TensorCall call);

/// <summary>The table of tensor operations, family by family. An operation that is not in it gives something unknown.</summary>
internal static class Transfers
{
    private static readonly Dictionary<string, Transfer> s_table = Build();

    public static FlowValue Apply(TensorCall call)
    {
        foreach (CallArgument argument in call.Arguments)
            if (argument.Value is ReportedValue)
                return argument.Value;
        if (!IndexedRows.Reads(call.Name)) call = call.WithConstants();
        FlowValue value = s_table.TryGetValue(call.Name, out Transfer? transfer) ? call.Reporter.Outcome(() => transfer(call)) : FlowValue.Unknown;
        return value is UnknownValue && call.Self is UnknownValue or RepeatedValue ? Repetitions.Apply(call) : value;
    }

    private static Dictionary<string, Transfer> Build()
    {
        Dictionary<string, Transfer> table = new(StringComparer.Ordinal);
        Arithmetic.Register(table);
        Pointwise.Register(table);
        Comparisons.Register(table);
        Reductions.Register(table);
        Orderings.Register(table);
        Views.Register(table);
        Diagonals.Register(table);
        Reshaping.Register(table);
        Selection.Register(table);
        IndexedRows.Register(table);
        Joining.Register(table);
        Contractions.Register(table);
        Compounds.Register(table);
        Normalizations.Register(table);
        Tensors.Register(table);
        Gradients.Register(table);
        return table;
    }

    /// <summary>Enters one transfer under several names.</summary>
    public static void Add(this Dictionary<string, Transfer> table, Transfer transfer, params string[] names)
    {
        foreach (string name in names) table.Add(name, transfer);
    }
}
