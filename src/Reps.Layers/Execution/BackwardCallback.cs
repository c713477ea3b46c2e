using System;
using System.Collections.Generic;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>The frame of every backward function: errors go to the caller, and tensors live as long as libtorch reads them.</summary>
internal static class BackwardCallback
{
    // libtorch reads the returned tensors after the callback has ended, so they are held until this thread comes back.
    [ThreadStatic]
    private static List<Tensor>? t_returned;

    /// <summary>Computes the gradients of a recorded call.</summary>
    /// <param name="context">What the node keeps.</param>
    /// <param name="given">The cotangents, which belong to the callback.</param>
    /// <param name="gradients">From the call, its tensors and the cotangents to the gradients, one for each tensor.</param>
    /// <returns>An entry for the call itself, which has no gradient, and the gradients; not a number if they could not be computed.</returns>
    public static List<Tensor> Run<TCall>(
        autograd.AutogradContext context,
        List<Tensor> given,
        Func<TCall, List<Tensor>, List<Tensor>, List<Tensor>> gradients
    )
        where TCall : RecordedCall
    {
        TCall call = (TCall)context.get_data(RecordedCall.Key);
        Release();
        List<Tensor> saved = [];
        // Where a callback before this one has failed, the cotangents are not numbers.
        string? failure = NativeError.Take();
        try
        {
            if (failure is null)
            {
                saved = context.get_saved_variables();
                List<Tensor> results = gradients(call, saved, given);
                results.Insert(0, null!);
                return t_returned = results;
            }
        }
        catch (Exception exception) when (NativeError.IsSupported)
        {
            failure = $"The backward pass of {call.Name} failed: {exception.GetType().Name}: {exception.Message}";
        }
        finally
        {
            // Disposed here and not by a scope, which costs more than a handful of tensors.
            foreach (Tensor cotangent in given) cotangent.Dispose();
            foreach (Tensor tensor in saved) tensor.Dispose();
        }
        t_returned = call.Failed();
        // The last native call, since others reset the error.
        NativeError.Report(failure!);
        return t_returned;
    }

    /// <summary>Lets go of the tensors that the last callback of this thread returned.</summary>
    public static void Release()
    {
        if (t_returned is not List<Tensor> returned) return;
        t_returned = null;
        foreach (Tensor? tensor in returned) tensor?.Dispose();
    }
}
