using System;
using System.Linq;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Products;

/// <summary>Brings the arguments of a bilinear module to the shapes that its kernel takes, and the result back.</summary>
internal sealed class ProductCall(ProductTensorKernel kernel, string left, int leftDim, string right, int rightDim, int weightCount)
{
    public Tensor Evaluate(Tensor x, Tensor y, Tensor? weights, string module)
    {
        Check(module, nameof(left), left, leftDim, x);
        Check(module, nameof(right), right, rightDim, y);
        Tensor w = Weights(weights, x, module);
        if (x.dim() == 2 && y.dim() == 2 && x.size(0) == y.size(0) && (w.dim() == 1 || (w.dim() == 2 && w.size(0) == x.size(0))))
            return kernel.Apply(x, y, w);
        // Leading dimensions are broadcast against each other, and flattened to rows.
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        long[] batch = Batching.Broadcast(x.shape[..^1], y.shape[..^1], w.dim() == 1 ? [] : w.shape[..^1]);
        Tensor result = kernel.Apply(Batching.Rows(x, batch), Batching.Rows(y, batch), w.dim() == 1 ? w : Batching.Rows(w, batch));
        return scope.MoveToOuter(result.reshape([.. batch, kernel.OutputDim]));
    }

    public Tensor Evaluate(EdgeGraph graph, Tensor x, Tensor y, Tensor? weights, string module)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Check(module, nameof(left), left, leftDim, x);
        Check(module, nameof(right), right, rightDim, y);
        Tensor w = Weights(weights, x, module);
        Rows(module, nameof(left), x, graph.SourceCount, "sources");
        Rows(module, nameof(right), y, graph.EdgeCount, "edges");
        if (w.dim() != 1) Rows(module, nameof(weights), w, graph.EdgeCount, "edges");
        return new ConvolutionTensorKernel(kernel, graph).Apply(x, y, w);
    }

    private Tensor Weights(Tensor? weights, Tensor like, string module)
    {
        if (weights is null)
        {
            if (weightCount > 0)
                throw new InvalidOperationException($"{module} has no weights of its own: pass {weightCount} weights with the inputs, or make it with internal weights.");
            return NoNumbers.Like(like);
        }
        long[] shape = Sizes.Of(weights);
        if (shape.Length == 0 || shape[^1] != weightCount)
            throw new ArgumentException(
                $"{module}: 'weights' has the shape [{string.Join(", ", shape)}], "
                    + $"but there are {weightCount} weights in the last dimension.",
                nameof(weights));
        return weights;
    }

    private static void Check(string module, string name, string signature, int dim, Tensor tensor)
    {
        Arguments.Last(module, tensor, dim, $"features of {signature} have {dim} numbers in the last dimension", name);
        Arguments.Real(module, tensor, name);
    }

    private static void Rows(string module, string name, Tensor tensor, int rows, string of)
    {
        if (tensor.dim() != 2 || tensor.size(0) != rows)
            throw new ArgumentException(
                $"{module}: '{name}' has the shape [{string.Join(", ", tensor.shape)}], "
                    + $"but the graph has {rows} {of}: it must be [{rows}, {tensor.shape.LastOrDefault()}].",
                name);
    }
}
