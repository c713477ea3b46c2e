using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>A kernel as an operation of autograd. Arguments: the kernel, then its inputs.</summary>
internal sealed class KernelFunction : autograd.SingleTensorFunction<KernelFunction>
{
    public override string Name => "Reps.Kernel";

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        TensorKernel kernel = (TensorKernel)vars[0];
        List<Tensor> inputs = [.. vars.Skip(1).Cast<Tensor>()];
        Tensor output = empty(kernel.OutputShape(inputs), inputs[0].dtype);
        kernel.Forward(Blocks.Of(inputs), Block.Of(output));
        ctx.save_data("kernel", kernel);
        ctx.save_for_backward(inputs);
        ctx.set_materialize_grads(false);
        return output;
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        List<Tensor> inputs = ctx.get_saved_variables();
        List<Tensor> gradients = [.. new Tensor[inputs.Count + 1]];
        if (grad_output is null || grad_output.IsInvalid) return gradients;
        bool[] wanted = [.. inputs.Select(input => input.requires_grad)];
        List<Tensor> found = KernelGradient.apply([ctx.get_data("kernel"), wanted, grad_output.contiguous(), .. inputs]);
        for (int n = 0, next = 0; n < wanted.Length; n++)
            if (wanted[n])
                gradients[n + 1] = found[next++];
        return gradients;
    }
}
