using System;
using System.Collections.Generic;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>
/// The meaning of brackets: selections, ranges and new dimensions give a view; tensors among the indices remain, in the places of the view's
/// dimensions that they index. Everything made on the way is disposed with this object.
/// </summary>
internal sealed class IndexedView : IDisposable
{
    private readonly torch.Tensor _source;
    private readonly List<torch.Tensor> _made = [];
    private readonly List<torch.Tensor?> _tensors = [];

    public IndexedView(torch.Tensor source, torch.TensorIndex[] indices)
    {
        _source = View = source;
        long taken = 0;
        foreach (torch.TensorIndex index in indices) taken += Taken(index);
        if (taken > source.dim())
            throw new ArgumentException($"{taken} dimensions are indexed, and the tensor has {source.dim()}.", nameof(indices));
        int dim = 0;
        try
        {
            foreach (torch.TensorIndex index in indices) dim = Apply(index, dim, (int)(source.dim() - taken));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The tensor after selections, ranges and new dimensions.</summary>
    public torch.Tensor View { get; private set; }

    /// <summary>Whether tensors are among the indices.</summary>
    public bool HasTensors => _tensors.Count > 0;

    /// <summary>The indexed elements, as a tensor of its own for the caller.</summary>
    public torch.Tensor Get() =>
        HasTensors ? Operator.Call("index.Tensor", View, Argument.List(_tensors))
        : ReferenceEquals(View, _source) ? _source.alias()
        : Operator.Call("alias", View);

    /// <summary>Writes the indexed elements.</summary>
    public void Set(torch.Tensor value, bool accumulate)
    {
        if (HasTensors)
        {
            Operator.CallInPlace(_source, "index_put_", View, Argument.List(_tensors), value, accumulate);
            return;
        }
        // As an assignment elsewhere would: dimensions of size 1 in front of the value do not count.
        torch.Tensor stripped = value;
        try
        {
            while (stripped.dim() > View.dim() && stripped.size(0) == 1)
            {
                torch.Tensor next = stripped.select(0, 0);
                if (!ReferenceEquals(stripped, value)) stripped.Dispose();
                stripped = next;
            }
            View.copy_(stripped);
        }
        finally
        {
            if (!ReferenceEquals(stripped, value)) stripped.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (torch.Tensor tensor in _made) tensor.Dispose();
        _made.Clear();
    }

    private static long Taken(torch.TensorIndex index) =>
        index.Meaning switch
        {
            torch.TensorIndex.Kind.Single or torch.TensorIndex.Kind.Slice => 1,
            torch.TensorIndex.Kind.Tensor => IsMask(index.Indices!) ? index.Indices!.dim() : 1,
            _ => 0,
        };

    private static bool IsMask(torch.Tensor tensor) => tensor.dtype is torch.ScalarType.Bool or torch.ScalarType.Byte;

    private int Apply(torch.TensorIndex index, int dim, int untaken)
    {
        switch (index.Meaning)
        {
            case torch.TensorIndex.Kind.Single:
                Follow(View.select(dim, index.Start ?? 0));
                return dim;
            case torch.TensorIndex.Kind.Slice:
                if (index.Start is not null || index.Stop is not null || index.Step is not null)
                    Follow(Operator.Call("slice.Tensor", View, dim, index.Start, index.Stop, index.Step ?? 1));
                return dim + 1;
            case torch.TensorIndex.Kind.Ellipsis:
                return dim + untaken;
            case torch.TensorIndex.Kind.None or torch.TensorIndex.Kind.Null:
                Follow(View.unsqueeze(dim));
                return dim + 1;
            case torch.TensorIndex.Kind.Bool:
                return Truth(index.Start != 0, dim);
            default:
                return ByTensor(index.Indices!, dim);
        }
    }

    private int ByTensor(torch.Tensor tensor, int dim)
    {
        if (tensor.dim() == 0 && IsMask(tensor)) return Truth(tensor.ToScalar().ToBoolean(), dim);
        if (tensor.dim() == 0 && torch.is_integral(tensor.dtype))
        {
            Follow(View.select(dim, tensor.ToScalar().ToInt64()));
            return dim;
        }
        if (!IsMask(tensor)) return Index(tensor, dim);
        // A mask of several dimensions stands for as many index tensors, so that later indices find their dimension.
        long dimensions = tensor.dim();
        for (int n = 0; n < dimensions; n++)
            if (tensor.size(n) != View.size(dim + n))
                throw new IndexOutOfRangeException(
                    $"The mask has size {tensor.size(n)} in dimension {n}, where the tensor has {View.size(dim + n)} in dimension {dim + n}.");
        torch.Tensor places = Keep(tensor.nonzero());
        for (int n = 0; n < dimensions; n++) dim = Index(Keep(places.select(1, n)), dim);
        return dim;
    }

    private int Truth(bool value, int dim)
    {
        Follow(View.unsqueeze(dim));
        return Index(Keep(torch.zeros(value ? 1 : 0, torch.ScalarType.Int64, View.device)), dim);
    }

    private int Index(torch.Tensor tensor, int dim)
    {
        while (_tensors.Count < dim) _tensors.Add(null);
        _tensors.Add(tensor);
        return dim + 1;
    }

    private void Follow(torch.Tensor view) => View = Keep(view);

    private torch.Tensor Keep(torch.Tensor tensor)
    {
        _made.Add(tensor);
        return tensor;
    }
}
