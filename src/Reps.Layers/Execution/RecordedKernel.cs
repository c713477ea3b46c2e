using System.Collections.Generic;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>A recorded evaluation of a kernel, or of its gradient.</summary>
internal sealed class RecordedKernel(TensorKernel kernel, IReadOnlyList<Tensor> tensors, List<Tensor> results)
    : RecordedCall(kernel.Name, tensors, results)
{
    /// <summary>The kernel.</summary>
    public TensorKernel Kernel { get; } = kernel;

    /// <summary>Of a gradient: the evaluation that was differentiated.</summary>
    public RecordedKernel? Differentiated { get; init; }
}
