using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>
/// The backward pass of a kernel as an operation of autograd. Arguments: the recorded call, the cotangent of the output, the inputs; results: the
/// gradients by the inputs that want one.
/// </summary>
internal sealed class KernelGradient : autograd.MultiTensorFunction<KernelGradient>
{
    public override string Name => "Reps.KernelGradient";

    /// <summary>Computes the gradients of a call, and records how.</summary>
    /// <returns>An entry for each input; null where none is wanted.</returns>
    public static List<Tensor> Record(RecordedKernel differentiated, Tensor gradOutput, List<Tensor> inputs)
    {
        using DisposeScope scope = NewDisposeScope();
        List<Tensor> gradients = differentiated.Kernel.Gradients(inputs, gradOutput, differentiated.Wanted);
        RecordedKernel call = new(differentiated.Kernel, [gradOutput, .. inputs], [.. gradients.Where(gradient => gradient is not null)])
        {
            Differentiated = differentiated,
        };
        List<Tensor> results = apply([call, gradOutput, .. inputs]);
        scope.MoveToOuter(results);
        RecordedCall.Replace(gradients, results);
        return gradients;
    }

    public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars) => RecordedCall.Save(ctx, vars);

    public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs) =>
        BackwardCallback.Run<RecordedKernel>(ctx, grad_outputs, Gradients);

    private static List<Tensor> Gradients(RecordedKernel call, List<Tensor> saved, List<Tensor> given)
    {
        List<Tensor> inputs = saved.GetRange(1, saved.Count - 1);
        List<Tensor> cotangents = [.. new Tensor[inputs.Count]];
        bool[] differentiated = call.Differentiated!.Wanted;
        for (int n = 0, next = 0; n < cotangents.Count; n++)
        {
            if (!differentiated[n] || given[next++].IsInvalid) continue;
            given[next - 1] = Contiguous.Replace(given[next - 1]);
            cotangents[n] = given[next - 1];
        }
        return is_grad_enabled() ? ByOperators(call.Kernel, saved, cotangents) : ByKernel(call, saved, inputs, cotangents);
    }

    private static List<Tensor> ByKernel(RecordedKernel call, List<Tensor> saved, List<Tensor> inputs, List<Tensor> cotangents)
    {
        List<Tensor> results = Blocks.Like(saved, call.Wanted);
        call.Kernel.DoubleBackward(
            Blocks.Of(inputs),
            Block.Of(saved[0]),
            Blocks.Of(cotangents),
            Blocks.Of(results.GetRange(1, inputs.Count)),
            Block.Of(results[0])
        );
        return results;
    }

    // Third derivatives and higher: the operators of torch know them.
    private static List<Tensor> ByOperators(TensorKernel kernel, List<Tensor> saved, List<Tensor> cotangents)
    {
        int[] given = [.. Enumerable.Range(0, cotangents.Count).Where(n => cotangents[n] is not null)];
        return OperatorFunction.Record(kernel.Name, Map, [.. saved, .. given.Select(n => cotangents[n])]);

        List<Tensor?> Map(IReadOnlyList<Tensor> tensors)
        {
            List<Tensor> inputs = [.. tensors.Skip(1).Take(saved.Count - 1)];
            Tensor output = kernel.Operators(inputs);
            List<Tensor?> gradients = OperatorFunction.Gradients([output], [.. given.Select(n => inputs[n])], [tensors[0]]);
            return OperatorFunction.Gradients(gradients, [.. tensors.Take(saved.Count)], [.. tensors.Skip(saved.Count)]);
        }
    }
}
