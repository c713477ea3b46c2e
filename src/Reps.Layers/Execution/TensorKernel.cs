using System;
using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>
/// A differentiable map from tensors to one tensor, in two forms that agree: kernels over CPU memory with first and second derivatives, and
/// operators of torch, which run on any device and have derivatives of every order.
/// </summary>
internal abstract class TensorKernel
{
    [ThreadStatic]
    private static bool s_operatorsOnly;

    /// <summary>What the map is called in autograd graphs and messages.</summary>
    public abstract string Name { get; }

    /// <summary>The shape of the result.</summary>
    public abstract long[] OutputShape(IReadOnlyList<Tensor> inputs);

    /// <summary>Evaluates the map; everything is contiguous.</summary>
    public abstract void Forward(ReadOnlySpan<Block> inputs, Block output);

    /// <summary>The gradients by the inputs; those that are not wanted are empty.</summary>
    public abstract void Backward(ReadOnlySpan<Block> inputs, Block gradOutput, ReadOnlySpan<Block> gradInputs);

    /// <summary>The gradients of Σ ⟨cotangent, gradient by input⟩; missing cotangents and results that are not wanted are empty.</summary>
    public abstract void DoubleBackward(
        ReadOnlySpan<Block> inputs,
        Block gradOutput,
        ReadOnlySpan<Block> cotangents,
        ReadOnlySpan<Block> gradInputs,
        Block gradGradOutput
    );

    /// <summary>The same map as operators of torch.</summary>
    public abstract Tensor Operators(IReadOnlyList<Tensor> inputs);

    /// <summary>Evaluates the map where its inputs live: by the kernels on the CPU in float and double, by operators elsewhere.</summary>
    /// <exception cref="ArgumentException">The inputs have several number types.</exception>
    public Tensor Apply(params Tensor[] inputs)
    {
        foreach (Tensor input in inputs)
            if (input.dtype != inputs[0].dtype)
                throw new ArgumentException(
                    $"{Name} was given {string.Join(", ", inputs.Select(t => t.dtype))}: features and weights must have one number type. Convert the inputs, or the module with to(…)."
                );
        BackwardCallback.Release();
        if (s_operatorsOnly || !inputs.All(HasKernels)) return Operators(inputs);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        for (int n = 0; n < inputs.Length; n++) inputs[n] = Contiguous.Of(inputs[n]);
        // A node of autograd costs as much as a small kernel.
        bool isRecorded = is_grad_enabled() && inputs.Any(static input => input.requires_grad);
        return scope.MoveToOuter(isRecorded ? KernelFunction.Record(this, inputs) : Evaluate(inputs));
    }

    /// <summary>The result of the kernel alone.</summary>
    /// <param name="inputs">Contiguous tensors on the CPU.</param>
    public Tensor Evaluate(Tensor[] inputs)
    {
        Tensor output = empty(OutputShape(inputs), inputs[0].dtype);
        Forward(Blocks.Of(inputs), Block.Of(output));
        GC.KeepAlive(inputs);
        return output;
    }

    /// <summary>The gradients of the kernel alone.</summary>
    /// <param name="inputs">Contiguous tensors on the CPU.</param>
    /// <param name="gradOutput">The cotangent of the output, contiguous.</param>
    /// <param name="wanted">Which gradients are computed.</param>
    /// <returns>An entry for each input; null where none is wanted.</returns>
    public List<Tensor> Gradients(List<Tensor> inputs, Tensor gradOutput, bool[] wanted)
    {
        List<Tensor> gradients = Blocks.Like(inputs, wanted);
        Backward(Blocks.Of(inputs), Block.Of(gradOutput), Blocks.Of(gradients));
        GC.KeepAlive((inputs, gradOutput));
        return gradients;
    }

    /// <summary>For tests: until the result is disposed this thread uses operators only.</summary>
    public static IDisposable OperatorsOnly()
    {
        s_operatorsOnly = true;
        return new Switch();
    }

    private static bool HasKernels(Tensor tensor) =>
        tensor.device_type == TorchSharp.DeviceType.CPU && tensor.dtype is ScalarType.Float32 or ScalarType.Float64;

    private sealed class Switch : IDisposable
    {
        public void Dispose() => s_operatorsOnly = false;
    }
}
