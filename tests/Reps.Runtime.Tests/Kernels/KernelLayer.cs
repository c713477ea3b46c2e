using System;
using System.Numerics;
using Reps.Algebra;

namespace Reps.Tests.Kernels;

/// <summary>A multilinear layer, its inputs in the order of its plan. A result that is not wanted is empty.</summary>
internal abstract class KernelLayer(SegmentedPlan plan)
{
    public SegmentedPlan Plan { get; } = plan;

    public abstract void Forward<T>(Memory<T>[] inputs, Memory<T> output)
        where T : unmanaged, INumberBase<T>;

    public abstract void Backward<T>(Memory<T>[] inputs, Memory<T> gradOutput, Memory<T>[] grads)
        where T : unmanaged, INumberBase<T>;

    public virtual void DoubleBackward<T>(Memory<T>[] inputs, Memory<T> gradOutput, Memory<T>[] cotangents, Memory<T>[] grads, Memory<T> gradGradOutput)
        where T : unmanaged, INumberBase<T> => throw new NotSupportedException();
}

/// <summary>A <see cref="TensorProduct"/>: left, right, weights.</summary>
internal sealed class ProductLayer(TensorProduct layer) : KernelLayer(layer.Plan.Segmented)
{
    public override void Forward<T>(Memory<T>[] inputs, Memory<T> output) =>
        layer.Forward<T>(inputs[0].Span, inputs[1].Span, inputs[2].Span, output.Span);

    public override void Backward<T>(Memory<T>[] inputs, Memory<T> gradOutput, Memory<T>[] grads) =>
        layer.Backward<T>(inputs[0].Span, inputs[1].Span, inputs[2].Span, gradOutput.Span, grads[0].Span, grads[1].Span, grads[2].Span);

    public override void DoubleBackward<T>(Memory<T>[] inputs, Memory<T> gradOutput, Memory<T>[] cotangents, Memory<T>[] grads, Memory<T> gradGradOutput) =>
        layer.DoubleBackward<T>(
            inputs[0].Span,
            inputs[1].Span,
            inputs[2].Span,
            gradOutput.Span,
            cotangents[0].Span,
            cotangents[1].Span,
            cotangents[2].Span,
            grads[0].Span,
            grads[1].Span,
            grads[2].Span,
            gradGradOutput.Span
        );
}

/// <summary>A <see cref="Linear"/>: input, weights.</summary>
internal sealed class LinearLayer(Linear layer) : KernelLayer(layer.Plan.Segmented)
{
    public override void Forward<T>(Memory<T>[] inputs, Memory<T> output) => layer.Forward<T>(inputs[0].Span, inputs[1].Span, output.Span);

    public override void Backward<T>(Memory<T>[] inputs, Memory<T> gradOutput, Memory<T>[] grads) =>
        layer.Backward<T>(inputs[0].Span, inputs[1].Span, gradOutput.Span, grads[0].Span, grads[1].Span);

    public override void DoubleBackward<T>(Memory<T>[] inputs, Memory<T> gradOutput, Memory<T>[] cotangents, Memory<T>[] grads, Memory<T> gradGradOutput) =>
        layer.DoubleBackward<T>(
            inputs[0].Span,
            inputs[1].Span,
            gradOutput.Span,
            cotangents[0].Span,
            cotangents[1].Span,
            grads[0].Span,
            grads[1].Span,
            gradGradOutput.Span
        );
}
