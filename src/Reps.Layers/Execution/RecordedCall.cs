using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>What a node of autograd remembers of the call that it records, apart from the tensors.</summary>
internal abstract class RecordedCall
{
    /// <summary>The name under which the context of autograd keeps it.</summary>
    public const string Key = "call";

    private static readonly Scalar s_notANumber = double.NaN;

    private readonly long[]?[] _shapes;
    private readonly ScalarType _type;
    private List<Tensor>? _results;

    /// <param name="name">What was called, for messages.</param>
    /// <param name="tensors">The tensors by which the results may be differentiated.</param>
    /// <param name="results">What the call has computed; the node takes it over.</param>
    protected RecordedCall(string name, IReadOnlyList<Tensor> tensors, List<Tensor> results)
    {
        (Name, _results, _type) = (name, results, tensors[0].dtype);
        Wanted = new bool[tensors.Count];
        _shapes = new long[tensors.Count][];
        for (int n = 0; n < Wanted.Length; n++)
        {
            Wanted[n] = tensors[n].requires_grad;
            if (Wanted[n]) _shapes[n] = Sizes.Of(tensors[n]);
        }
    }

    /// <summary>What was called.</summary>
    public string Name { get; }

    /// <summary>The tensors of which a gradient may be asked. TorchSharp does not say of which one is.</summary>
    public bool[] Wanted { get; }

    /// <summary>Keeps in a context what the backward pass needs.</summary>
    /// <param name="context">The context of a new node.</param>
    /// <param name="arguments">The call, then its tensors.</param>
    /// <returns>The results, which the call does not hold any longer.</returns>
    public static List<Tensor> Save(autograd.AutogradContext context, object[] arguments)
    {
        RecordedCall call = (RecordedCall)arguments[0];
        context.save_data(Key, call);
        context.save_for_backward([.. arguments.Skip(1).Cast<Tensor>()]);
        context.set_materialize_grads(false);
        List<Tensor> results = call._results!;
        call._results = null;
        return results;
    }

    /// <summary>Puts what autograd has recorded in the place of what was computed; null stays null.</summary>
    /// <param name="computed">Results, some of them null.</param>
    /// <param name="recorded">The others as autograd knows them, in their order.</param>
    public static void Replace(List<Tensor> computed, IReadOnlyList<Tensor> recorded)
    {
        for (int n = 0, next = 0; n < computed.Count; n++)
            if (computed[n] is not null)
                computed[n] = recorded[next++];
    }

    /// <summary>
    /// Gradients that are not a number, for a backward pass that has failed. They must exist: autograd ends the process where a gradient that
    /// was asked for is missing.
    /// </summary>
    /// <returns>One entry for the call itself, which has none, and one for each tensor.</returns>
    public List<Tensor> Failed() =>
        [null!, .. _shapes.Select(shape => shape is null ? null! : full([], s_notANumber, _type).expand(shape))];
}
