using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Modules of <c>torch.nn</c>, by the functions that make them.</summary>
internal static class ModuleTransfers
{
    public static FlowValue Apply(ModuleValue module, TensorCall call)
    {
        if (module.Name == "Sequential") return Sequence(module, call);
        if (module.Name == "Identity") return call.Self;
        if (module.Name == "Linear") return call.Reporter.Outcome(() => Linear(module, call));
        if (module.Name == "Embedding") return Embedding(module, call);
        // What the module was made with is as good as arguments of the call.
        IEnumerable<CallArgument> given = module.Arguments.Select(
            argument => new CallArgument(argument.Name, argument.Value, call.Arguments[0].Operation)
        );
        return Transfers.Apply(new TensorCall(module.Name, call.Location, [.. call.Arguments.Take(1), .. given], call.Reporter) { Module = module });
    }

    private static FlowValue Sequence(ModuleValue module, TensorCall call)
    {
        FlowValue value = call.Self;
        IEnumerable<FlowValue> items = module.Arguments.SelectMany(
            static argument => argument.Value is SequenceValue sequence ? sequence.Items : (IEnumerable<FlowValue>)[argument.Value]
        );
        foreach (FlowValue item in items)
        {
            // Names may stand beside the modules.
            FlowValue part = item is SequenceValue { Items.Count: 2 } pair ? pair.Items[1] : item;
            if (part is not ModuleValue next) return FlowValue.Unknown;
            value = Apply(next, new TensorCall(next.Name, call.Location, [call.Arguments[0] with { Value = value }], call.Reporter) { Module = next });
        }
        return value;
    }

    // A row of weights for each number.
    private static FlowValue Embedding(ModuleValue module, TensorCall call) =>
        call.Tensor is { IsOpen: false } numbers && Actions.IsInvariant(numbers)
            ? numbers.With([.. numbers.Axes, new FreeAxis((module.Find("embedding_dims") as NumberValue)?.Integer)]) with { IsFixed = false }
            : FlowValue.Unknown;

    private static FlowValue Linear(ModuleValue module, TensorCall call)
    {
        if (call.Tensor is not { Axes.Count: > 0 } tensor) return FlowValue.Unknown;
        bool bias = module.Find("hasBias") is not NumberValue { Value: 0 };
        return module.Find("outputSize") is null
            ? FlowValue.Unknown
            : Contractions.Linear(
                call,
                tensor,
                bias,
                (module.Find("outputSize") as NumberValue)?.Integer
            );
    }
}
