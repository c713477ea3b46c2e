using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Functions of several tensors.</summary>
public static partial class torch
{
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Operator.Call("cat", Argument.List(tensors), dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => Operator.Call("cat", Argument.List(tensors), dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Operator.Call("cat", Argument.List(tensors.ToArray()), dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => Operator.Call("cat", Argument.List(tensors), dim);

    public static Tensor concat(Tensor[] tensors, long dim = 0) => Operator.Call("cat", Argument.List(tensors), dim);

    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Operator.Call("cat", Argument.List(tensors.ToArray()), dim);

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => Operator.Call("cat", Argument.List(tensors), axis);

    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => Operator.Call("cat", Argument.List(tensors), axis);

    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) =>
        Operator.Call("cat", Argument.List(tensors.ToArray()), axis);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Operator.Call("stack", Argument.List(tensors), dim);

    public static Tensor hstack(IList<Tensor> tensors) => Operator.Call("hstack", Argument.List(tensors));

    public static Tensor hstack(params Tensor[] tensors) => Operator.Call("hstack", Argument.List(tensors));

    public static Tensor hstack(IEnumerable<Tensor> tensors) => Operator.Call("hstack", Argument.List(tensors));

    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => Operator.Call("hstack", Argument.List(tensors.ToArray()));

    public static Tensor dstack(params Tensor[] tensors) => Operator.Call("dstack", Argument.List(tensors));

    public static Tensor dstack(IList<Tensor> tensors) => Operator.Call("dstack", Argument.List(tensors));

    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => Operator.Call("dstack", Argument.List(tensors.ToArray()));

    public static Tensor dstack(IEnumerable<Tensor> tensors) => Operator.Call("dstack", Argument.List(tensors));

    public static Tensor vstack(IList<Tensor> tensors) => Operator.Call("vstack", Argument.List(tensors));

    public static Tensor vstack(Tensor[] tensors) => Operator.Call("vstack", Argument.List(tensors));

    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => Operator.Call("vstack", Argument.List(tensors.ToArray()));

    public static Tensor column_stack(IList<Tensor> tensors) => Operator.Call("column_stack", Argument.List(tensors));

    public static Tensor column_stack(params Tensor[] tensors) => Operator.Call("column_stack", Argument.List(tensors));

    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => Operator.Call("column_stack", Argument.List(tensors.ToArray()));

    public static Tensor row_stack(IList<Tensor> tensors) => Operator.Call("vstack", Argument.List(tensors));

    public static Tensor row_stack(params Tensor[] tensors) => Operator.Call("vstack", Argument.List(tensors));

    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => Operator.Call("vstack", Argument.List(tensors.ToArray()));

    public static Tensor block_diag(params Tensor[] tensors) => Operator.Call("block_diag", Argument.List(tensors));

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) =>
        Operator.CallList("broadcast_tensors", Argument.List(tensors));

    /// <summary>The shape that all of the shapes stretch to.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        long[] common = new long[shapes.Max(s => s.Length)];
        Array.Fill(common, 1);
        foreach (long[] shape in shapes)
            for (int n = 1; n <= shape.Length; n++)
            {
                ref long size = ref common[^n];
                if (shape[^n] != size && shape[^n] != 1 && size != 1)
                    throw new ArgumentException($"The sizes {size} and {shape[^n]} of dimension {-n} do not agree.", nameof(shapes));
                if (size == 1) size = shape[^n];
            }
        return new Size(common);
    }

    public static Tensor cartesian_prod(IList<Tensor> tensors) => Operator.Call("cartesian_prod", Argument.List(tensors));

    public static Tensor cartesian_prod(params Tensor[] tensors) => Operator.Call("cartesian_prod", Argument.List(tensors));

    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => Operator.Call("cartesian_prod", Argument.List(tensors.ToArray()));

    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Operator.CallList("meshgrid.indexing", Argument.List(tensors), indexing);

    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => input.Select(t => t.atleast_1d()).ToArray();

    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => input.Select(t => t.atleast_2d()).ToArray();

    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => input.Select(t => t.atleast_3d()).ToArray();

    public static Tensor einsum(string equation, params Tensor[] tensors) => Operator.Call("einsum", equation, Argument.List(tensors));

    public static Tensor chain_matmul(params Tensor[] matrices) => Operator.Call("chain_matmul", Argument.List(matrices));

    public static Tensor[] where(Tensor condition) => Operator.CallList("where", condition);
}
