using System.Collections.Generic;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>A kernel as an operation of autograd. Arguments: the recorded call, then the inputs.</summary>
internal sealed class KernelFunction : autograd.SingleTensorFunction<KernelFunction>
{
    public override string Name => "Reps.Kernel";

    /// <summary>Evaluates a kernel, and records how.</summary>
    /// <remarks>TorchSharp makes the result under a second name, and a buffer of its size: both end with the caller's scope.</remarks>
    public static Tensor Record(TensorKernel kernel, Tensor[] inputs)
    {
        // The kernel runs before there is a node, since a node whose forward function throws is never freed.
        RecordedKernel call = new(kernel, inputs, [kernel.Evaluate(inputs)]);
        return apply([call, .. inputs]);
    }

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => RecordedCall.Save(ctx, vars)[0];

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
        BackwardCallback.Run<RecordedKernel>(ctx, [grad_output], Gradients);

    private static List<Tensor> Gradients(RecordedKernel call, List<Tensor> inputs, List<Tensor> given)
    {
        if (given[0].IsInvalid) return [.. new Tensor[inputs.Count]];
        given[0] = Contiguous.Replace(given[0]);
        return is_grad_enabled() ? KernelGradient.Record(call, given[0], inputs) : call.Kernel.Gradients(inputs, given[0], call.Wanted);
    }
}
