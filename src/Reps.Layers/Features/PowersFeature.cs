using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using Reps.Layers.Diagrams;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// A batch of sums of tensor powers in a tensor [..., dim], term after term, each [n, …, n, channels]. What has no equivariant meaning has no
/// operator; <see cref="Tensor"/> gives the numbers explicitly.
/// </summary>
/// <typeparam name="TRep">The tensor powers.</typeparam>
public sealed class PowersFeature<TRep> : IDisposable
    where TRep : struct, ITensorPowers<TRep>
{
    private readonly int[] _all;

    /// <summary>Says that the numbers of a tensor transform under the representation.</summary>
    /// <param name="tensor">[..., dim]; not copied.</param>
    /// <param name="sizes">n of each space that the signature leaves open, in their order.</param>
    /// <exception cref="ArgumentException">The sizes or the last dimension are not those of the representation, or the numbers are not real.</exception>
    public PowersFeature(Tensor tensor, params int[] sizes)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        _all = OpenSizes.Complete(Powers, sizes);
        Sizes = [.. sizes];
        OpenSizes.Check(Powers, _all, tensor.shape, nameof(tensor));
        if (!tensor.is_floating_point())
            throw new ArgumentException($"The tensor holds {tensor.dtype}, but features are real numbers: convert it to float or double.", nameof(tensor));
        Tensor = tensor;
    }

    /// <summary>The groups and terms.</summary>
    public static TensorPowers Powers => PowersOf<TRep>.Powers;

    /// <summary>The numbers, [..., dim]. From here on nothing watches the symmetry.</summary>
    public Tensor Tensor { get; }

    /// <summary>n of each space that the signature leaves open.</summary>
    public int[] Sizes { get; }

    /// <summary>The dimensions before the last.</summary>
    public long[] BatchShape => Tensor.shape[..^1];

    /// <summary>Takes the terms of a representation, each with its axes.</summary>
    /// <param name="terms">For each term of the signature [batch, n, …, n, channels]; n is read off the first term that has it.</param>
    /// <returns>The features, [batch, dim].</returns>
    /// <exception cref="ArgumentException">There are other terms in the signature, or a tensor has another shape.</exception>
    public static PowersFeature<TRep> FromTerms(params Tensor[] terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Length != Powers.Terms.Count)
            throw new ArgumentException($"{terms.Length} tensors were given, but {Powers} has {Powers.Terms.Count} terms.", nameof(terms));
        for (int t = 0; t < terms.Length; t++)
        {
            Arguments.Real(Powers.ToString(), terms[t], $"{nameof(terms)}[{t}]");
            Arguments.Alike(Powers.ToString(), terms[t], $"{nameof(terms)}[{t}]", terms[0], $"{nameof(terms)}[0]");
        }
        long rows = terms[0].dim() == 0 ? 0 : terms[0].size(0);
        int[] all = [.. Powers.Spaces.Select(static space => space.N)];
        for (int t = 0; t < terms.Length; t++)
        {
            long[] shape = terms[t].shape;
            TensorPower term = Powers.Terms[t];
            int axis = 1;
            if (shape.Length == 2 + term.Axes)
                for (int s = 0; s < all.Length; axis += term.Powers[s++])
                    if (all[s] == 0 && term.Powers[s] > 0)
                        all[s] = checked((int)shape[axis]);
        }
        for (int s = 0; s < all.Length; s++)
            if (all[s] == 0)
                throw new ArgumentException($"No tensor has an axis of {Powers.Spaces[s]}, so its n is unknown: use the constructor, which takes it.", nameof(terms));
        for (int t = 0; t < terms.Length; t++)
        {
            long[] expected = [rows, .. Powers.Terms[t].Lengths(all), Powers.Terms[t].Channels];
            if (!terms[t].shape.SequenceEqual(expected))
                throw new ArgumentException(
                    $"The tensor of {Powers.Terms[t]} has the shape [{string.Join(", ", terms[t].shape)}], expected [{string.Join(", ", expected)}].",
                    nameof(terms));
        }
        using DisposeScope scope = NewDisposeScope();
        // Sizes in numbers: without rows torch cannot infer one.
        Tensor joined = cat([.. terms.Select((term, t) => term.reshape(rows, Powers.Terms[t].Channels * Powers.Terms[t].Size(all)))], 1);
        return new(scope.MoveToOuter(joined), [.. all.Where((_, s) => Powers.Spaces[s].IsOpen)]);
    }

    /// <summary>Independent standard normal numbers: under orthogonal and permutation matrices the distribution is invariant.</summary>
    /// <param name="batch">The dimensions before the last.</param>
    /// <param name="sizes">n of each space that the signature leaves open.</param>
    /// <param name="dtype">The number type; null for torch's default.</param>
    /// <param name="device">The device; null for torch's default.</param>
    /// <returns>The features.</returns>
    public static PowersFeature<TRep> Normal(long[] batch, int[]? sizes = null, ScalarType? dtype = null, Device? device = null) =>
        new(randn([.. batch, Powers.Dim(OpenSizes.Complete(Powers, sizes ?? []))], dtype: dtype, device: device), sizes ?? []);

    /// <summary>The numbers of one term.</summary>
    /// <param name="term">The index of the term in the signature.</param>
    /// <returns>[..., n, …, n, channels].</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such term.</exception>
    public Tensor Term(int term)
    {
        if (term < 0 || term >= Powers.Terms.Count) throw new ArgumentOutOfRangeException(nameof(term), term, $"{Powers} has {Powers.Terms.Count} terms.");
        long offset = Powers.Terms.Take(term).Sum(before => before.Channels * before.Size(_all));
        TensorPower power = Powers.Terms[term];
        using DisposeScope scope = NewDisposeScope();
        Tensor numbers = Tensor.narrow(-1, offset, power.Channels * power.Size(_all));
        return scope.MoveToOuter(numbers.reshape([.. BatchShape, .. power.Lengths(_all), power.Channels]));
    }

    /// <summary>Acts with a group element on every feature; gradients flow through the features.</summary>
    /// <param name="elements">For each space a matrix [n, n] of its group, which acts on every axis of that space.</param>
    /// <returns>The transformed features.</returns>
    /// <exception cref="ArgumentException">There is not one matrix [n, n] for each space.</exception>
    public PowersFeature<TRep> Transform(params Tensor[] elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        if (elements.Length != _all.Length || elements.Where((matrix, s) => !matrix.shape.SequenceEqual([_all[s], _all[s]])).Any())
            throw new ArgumentException($"{Powers} with n = {string.Join(", ", _all)} is transformed by one matrix [n, n] for each space.", nameof(elements));
        foreach (Tensor element in elements) Arguments.Alike(nameof(Transform), element, nameof(elements), Tensor, "features");
        using DisposeScope scope = NewDisposeScope();
        List<Tensor> terms = [];
        for (int t = 0; t < Powers.Terms.Count; t++)
        {
            Tensor term = Term(t);
            long before = BatchShape.Aggregate(1L, static (product, length) => product * length);
            long size = Powers.Terms[t].Size(_all) * Powers.Terms[t].Channels, after = size;
            for (int s = 0; s < _all.Length; s++)
                for (int axis = 0; axis < Powers.Terms[t].Powers[s]; axis++, before *= _all[s])
                    term = elements[s].matmul(term.reshape(before, _all[s], after /= _all[s]));
            terms.Add(term.reshape([.. BatchShape, size]));
        }
        return new(scope.MoveToOuter(cat(terms, -1)), Sizes);
    }

    /// <summary>Applies a function to every number: groups that permute coordinates commute with it, others do not.</summary>
    /// <param name="function">A function of single numbers, from a tensor to one of the same shape.</param>
    /// <returns>The features.</returns>
    /// <exception cref="InvalidOperationException">Some group does more than permute coordinates.</exception>
    public PowersFeature<TRep> Map(Func<Tensor, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        RequirePermutations("a function of single numbers");
        Tensor mapped = function(Tensor);
        return new(ReferenceEquals(mapped, Tensor) ? mapped.alias() : mapped, Sizes);
    }

    /// <summary>Multiplies features number by number: groups that permute coordinates commute with it, others do not.</summary>
    /// <param name="other">A batch of the same shape.</param>
    /// <returns>The features.</returns>
    /// <exception cref="ArgumentException">Their n differ.</exception>
    /// <exception cref="InvalidOperationException">Some group does more than permute coordinates.</exception>
    public PowersFeature<TRep> Multiply(PowersFeature<TRep> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        RequirePermutations("a product of single numbers");
        return new(Tensor * Same(this, other).Tensor, Sizes);
    }

    /// <summary>Moves or converts the features.</summary>
    /// <param name="dtype">The number type.</param>
    /// <param name="device">The device; null to stay.</param>
    /// <returns>The features, in an object of their own that shares memory with this one if nothing changes.</returns>
    public PowersFeature<TRep> To(ScalarType dtype, Device? device = null) =>
        new(device is null ? Tensor.to(dtype) : Tensor.to(dtype, device), Sizes);

    /// <summary>Adds features of the same representation.</summary>
    /// <param name="left">One batch.</param>
    /// <param name="right">Another of the same shape.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentException">Their n differ.</exception>
    public static PowersFeature<TRep> operator +(PowersFeature<TRep> left, PowersFeature<TRep> right) =>
        new(left.Tensor.Plus(Same(left, right).Tensor), left.Sizes);

    /// <summary>Subtracts features of the same representation.</summary>
    /// <param name="left">One batch.</param>
    /// <param name="right">Another of the same shape.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentException">Their n differ.</exception>
    public static PowersFeature<TRep> operator -(PowersFeature<TRep> left, PowersFeature<TRep> right) =>
        new(left.Tensor - Same(left, right).Tensor, left.Sizes);

    /// <summary>The features with the opposite sign.</summary>
    /// <param name="feature">The features.</param>
    /// <returns>Minus the features.</returns>
    public static PowersFeature<TRep> operator -(PowersFeature<TRep> feature) => new(-feature.Tensor, feature.Sizes);

    /// <summary>Multiplies every number by one invariant.</summary>
    /// <param name="scale">The factor.</param>
    /// <param name="feature">The features.</param>
    /// <returns>The scaled features.</returns>
    public static PowersFeature<TRep> operator *(double scale, PowersFeature<TRep> feature) =>
        new(feature.Tensor.Times(scale), feature.Sizes);

    /// <summary>Releases the tensor.</summary>
    public void Dispose() => Tensor.Dispose();

    /// <inheritdoc/>
    public override string ToString() => $"{TRep.Signature} [{string.Join(", ", Tensor.shape)}]";

    private static void RequirePermutations(string what)
    {
        foreach (TensorSpace space in Powers.Spaces)
            if (space.Graph is null && space.Family is not (GroupFamily.Symmetric or GroupFamily.Alternating))
                throw new InvalidOperationException($"{what} does not commute with {space}, which mixes coordinates: of {Powers}, gate or scale by invariants instead.");
    }

    // Sums of different powers can have the same number of values at different n.
    private static PowersFeature<TRep> Same(PowersFeature<TRep> left, PowersFeature<TRep> right) =>
        left._all.AsSpan().SequenceEqual(right._all)
            ? right
            : throw new ArgumentException($"One of the features has n = {string.Join(", ", left._all)}, the other {string.Join(", ", right._all)}.");
}
