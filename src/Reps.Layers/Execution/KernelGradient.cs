using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>
/// The backward pass of a kernel as an operation of autograd. Arguments: the kernel, which gradients are wanted, the cotangent of the output,
/// the inputs; results: the wanted gradients.
/// </summary>
internal sealed class KernelGradient : autograd.MultiTensorFunction<KernelGradient>
{
    public override string Name => "Reps.KernelGradient";

    public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
    {
        TensorKernel kernel = (TensorKernel)vars[0];
        bool[] wanted = (bool[])vars[1];
        Tensor gradOutput = (Tensor)vars[2];
        List<Tensor> inputs = [.. vars.Skip(3).Cast<Tensor>()];
        List<Tensor> gradients = Blocks.Like(inputs, wanted);
        kernel.Backward(Blocks.Of(inputs), Block.Of(gradOutput), Blocks.Of(gradients));
        ctx.save_data("kernel", kernel);
        ctx.save_data("wanted", wanted);
        ctx.save_for_backward([gradOutput, .. inputs]);
        ctx.set_materialize_grads(false);
        return [.. gradients.Where(g => g is not null)];
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs)
    {
        TensorKernel kernel = (TensorKernel)ctx.get_data("kernel")!;
        bool[] wanted = (bool[])ctx.get_data("wanted")!;
        List<Tensor> saved = ctx.get_saved_variables();
        Tensor gradOutput = saved[0];
        List<Tensor> inputs = saved.GetRange(1, saved.Count - 1);
        List<Tensor> cotangents = [.. new Tensor[inputs.Count]];
        for (int n = 0, next = 0; n < wanted.Length; n++)
            if (wanted[n] && grad_outputs[next++] is { IsInvalid: false } given)
                cotangents[n] = given.contiguous();
        List<Tensor> results =
            is_grad_enabled() ? ByOperators(kernel, gradOutput, inputs, cotangents) : ByKernel(kernel, gradOutput, inputs, cotangents);
        return [null!, null!, .. results];
    }

    private static List<Tensor> ByKernel(TensorKernel kernel, Tensor gradOutput, List<Tensor> inputs, List<Tensor> cotangents)
    {
        List<Tensor> gradInputs = Blocks.Like(inputs, [.. inputs.Select(input => input.requires_grad)]);
        Tensor? gradGradOutput = gradOutput.requires_grad ? empty_like(gradOutput) : null;
        kernel.DoubleBackward(Blocks.Of(inputs), Block.Of(gradOutput), Blocks.Of(cotangents), Blocks.Of(gradInputs), Block.Of(gradGradOutput));
        return [gradGradOutput!, .. gradInputs];
    }

    // Third derivatives and higher: the operators of torch know them. What is returned here is recorded.
    private static List<Tensor> ByOperators(TensorKernel kernel, Tensor gradOutput, List<Tensor> inputs, List<Tensor> cotangents)
    {
        int[] given = [.. Enumerable.Range(0, inputs.Count).Where(n => cotangents[n] is not null)];
        List<Tensor> results = [.. new Tensor[inputs.Count + 1]];
        // One may have been computed from another. Partial derivatives are wanted, which stop at these views.
        List<Tensor> all = [.. inputs.Prepend(gradOutput).Select(tensor => tensor.view(tensor.shape))];
        Tensor output = kernel.Operators(all.GetRange(1, inputs.Count));
        IList<Tensor> gradients = autograd.grad([output], [.. given.Select(n => all[n + 1])], [all[0]], create_graph: true, allow_unused: true);
        int[] flowing = [.. Enumerable.Range(0, given.Length).Where(n => gradients[n] is { IsInvalid: false, requires_grad: true })];
        int[] asked = [.. Enumerable.Range(0, all.Count).Where(n => all[n].requires_grad)];
        if (flowing.Length == 0 || asked.Length == 0) return results;
        IList<Tensor> second = autograd.grad(
            [.. flowing.Select(n => gradients[n])],
            [.. asked.Select(n => all[n])],
            [.. flowing.Select(n => cotangents[given[n]])],
            create_graph: true,
            allow_unused: true
        );
        for (int n = 0; n < asked.Length; n++) results[asked[n]] = second[n];
        return results;
    }
}
