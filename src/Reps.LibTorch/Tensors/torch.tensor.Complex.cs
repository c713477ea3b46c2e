using System;
using System.Collections.Generic;
using System.Numerics;

namespace TorchSharp;

/// <summary>Tensors of given numbers.</summary>
public static partial class torch
{
    public static Tensor tensor(Complex scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        OfScalar(scalar, ScalarType.ComplexFloat64, dtype, device, requires_grad);

    public static Tensor tensor(
        IList<Complex> rawArray, ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null
    ) =>
        OfList(rawArray, dimensions, ScalarType.ComplexFloat64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        Complex[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null
    ) =>
        OfArray(rawArray, [rawArray.LongLength], ScalarType.ComplexFloat64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        Complex[] rawArray, ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null
    ) =>
        OfArray(rawArray, dimensions, ScalarType.ComplexFloat64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        IList<Complex> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null
    ) =>
        OfList(rawArray, [rawArray.Count], ScalarType.ComplexFloat64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        IList<Complex> rawArray, long rows, long columns,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null
    ) =>
        OfList(rawArray, [rows, columns], ScalarType.ComplexFloat64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        IList<Complex> rawArray, long dim0, long dim1, long dim2,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null
    ) =>
        OfList(rawArray, [dim0, dim1, dim2], ScalarType.ComplexFloat64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        IList<Complex> rawArray, long dim0, long dim1, long dim2, long dim3,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null
    ) =>
        OfList(rawArray, [dim0, dim1, dim2, dim3], ScalarType.ComplexFloat64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        Complex[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null
    ) =>
        OfArray(rawArray, Lengths(rawArray), ScalarType.ComplexFloat64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        Complex[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null
    ) =>
        OfArray(rawArray, Lengths(rawArray), ScalarType.ComplexFloat64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        Complex[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null
    ) =>
        OfArray(rawArray, Lengths(rawArray), ScalarType.ComplexFloat64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        Memory<Complex> rawArray, ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null
    ) =>
        OfSpan<Complex>(rawArray.Span, dimensions, ScalarType.ComplexFloat64, dtype, device, requires_grad, names);
}
