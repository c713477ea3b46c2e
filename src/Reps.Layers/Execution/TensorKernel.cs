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
        if (s_operatorsOnly || !inputs.All(HasKernels)) return Operators(inputs);
        object[] arguments = new object[inputs.Length + 1];
        arguments[0] = this;
        for (int n = 0; n < inputs.Length; n++) arguments[n + 1] = inputs[n].contiguous();
        return KernelFunction.apply(arguments);
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
