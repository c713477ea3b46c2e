using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp.Autograd;

/// <summary>Receives the calls of the native engine: a token is a handle to the context that knows the function.</summary>
internal static unsafe class BackwardCalls
{
    static BackwardCalls() => Native.rt_set_callbacks(&Backward, &Release);

    /// <summary>Makes the outputs depend on the inputs through the context's backward function.</summary>
    public static List<torch.Tensor> Attach(torch.autograd.AutogradContext context, torch.Tensor[] inputs, List<torch.Tensor> outputs)
    {
        int* flags = stackalloc int[outputs.Count];
        for (int n = 0; n < outputs.Count; n++)
            flags[n] = (context.NonDifferentiable.Contains(outputs[n]) ? 1 : 0) | (context.Dirty.Contains(outputs[n]) ? 2 : 0);
        nint[] from = Handles(inputs);
        nint[] to = Handles(outputs);
        nint[] saved = Handles(context.ToSave);
        nint[] results = new nint[outputs.Count];
        GCHandle token = GCHandle.Alloc(context);
        fixed (nint* f = from, t = to, s = saved, r = results)
            Native.Check(
                Native.rt_attach(
                    (long)GCHandle.ToIntPtr(token), context.Name, context.MaterializeGrads ? 1 : 0, f, from.Length, t, flags, to.Length, s,
                    saved.Length, r));
        GC.KeepAlive(inputs);
        GC.KeepAlive(outputs);
        context.Committed();
        List<torch.Tensor> wrapped = new(outputs.Count);
        for (int n = 0; n < results.Length; n++)
        {
            // In place: the output is the caller's own tensor.
            if ((flags[n] & 2) != 0)
            {
                Native.rt_release(results[n]);
                wrapped.Add(outputs[n]);
                continue;
            }
            wrapped.Add(new torch.Tensor(results[n]));
            if (!inputs.Contains(outputs[n])) outputs[n]?.Dispose();
        }
        return wrapped;
    }

    [UnmanagedCallersOnly]
    private static int Backward(long token, nint node, nint* gradients, long count, nint* results, long capacity)
    {
        torch.Tensor[] received = new torch.Tensor[count];
        try
        {
            for (int n = 0; n < received.Length; n++) received[n] = new torch.Tensor(gradients[n], register: false);
            torch.autograd.AutogradContext context = (torch.autograd.AutogradContext)GCHandle.FromIntPtr((nint)token).Target!;
            using DisposeScope scope = torch.NewDisposeScope();
            List<torch.Tensor?> returned = context.Run(node, [.. received]);
            for (int n = 0; n < capacity; n++) results[n] = returned[n] is { IsInvalid: false } gradient ? Native.rt_share(gradient.Handle) : 0;
            return 0;
        }
        catch (Exception exception)
        {
            return ManagedFailure.Keep(exception);
        }
        finally
        {
            foreach (torch.Tensor tensor in received) tensor?.Dispose();
        }
    }

    [UnmanagedCallersOnly]
    private static void Release(long token) => GCHandle.FromIntPtr((nint)token).Free();

    private static nint[] Handles(IReadOnlyList<torch.Tensor?> tensors)
    {
        nint[] handles = new nint[tensors.Count];
        for (int n = 0; n < handles.Length; n++) handles[n] = tensors[n] is { IsInvalid: false } tensor ? tensor.Handle : 0;
        return handles;
    }
}
