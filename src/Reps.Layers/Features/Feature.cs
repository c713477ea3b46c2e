using System;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// A batch of features of one representation in a tensor [..., dim], inside a segment [component, channel]. What has no equivariant meaning has
/// no operator; <see cref="Tensor"/> gives the numbers explicitly.
/// </summary>
/// <typeparam name="TRep">The representation.</typeparam>
public sealed class Feature<TRep> : IDisposable
    where TRep : struct, IRep<TRep>
{
    /// <summary>Says that the numbers of a tensor transform under the representation.</summary>
    /// <param name="tensor">[..., dim]; not copied.</param>
    /// <exception cref="ArgumentException">The last dimension is not that of the representation, or the numbers are not real.</exception>
    public Feature(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        long[] shape = Sizes.Of(tensor);
        if (shape.Length == 0 || shape[^1] != TRep.Dim)
            throw new ArgumentException(
                $"The tensor has the shape [{string.Join(", ", shape)}], but features of {TRep.Signature} have {TRep.Dim} numbers in the last dimension.",
                nameof(tensor)
            );
        if (!tensor.is_floating_point())
            throw new ArgumentException($"The tensor holds {tensor.dtype}, but features are real numbers: convert it to float or double.", nameof(tensor));
        Tensor = tensor;
    }

    /// <summary>The numbers, [..., dim]. From here on nothing watches the symmetry.</summary>
    public Tensor Tensor { get; }

    /// <summary>The dimensions before the last.</summary>
    public long[] BatchShape => Tensor.shape[..^1];

    /// <summary>Zeros.</summary>
    /// <param name="batch">The dimensions before the last.</param>
    /// <param name="dtype">The number type; null for torch's default.</param>
    /// <param name="device">The device; null for torch's default.</param>
    /// <returns>The features.</returns>
    public static Feature<TRep> Zeros(long[] batch, ScalarType? dtype = null, Device? device = null) =>
        new(zeros([.. batch, TRep.Dim], dtype: dtype, device: device));

    /// <summary>Independent standard normal numbers: every component has variance one, and the distribution is invariant.</summary>
    /// <param name="batch">The dimensions before the last.</param>
    /// <param name="dtype">The number type; null for torch's default.</param>
    /// <param name="device">The device; null for torch's default.</param>
    /// <returns>The features.</returns>
    public static Feature<TRep> Normal(long[] batch, ScalarType? dtype = null, Device? device = null) =>
        new(randn([.. batch, TRep.Dim], dtype: dtype, device: device));

    /// <summary>Says that the numbers of a tensor transform under the representation, against what the analyzers infer; they do not object here.</summary>
    /// <param name="tensor">[..., dim]; not copied.</param>
    /// <param name="reason">Why it holds, for the next reader.</param>
    /// <returns>The features.</returns>
    /// <exception cref="ArgumentException">No reason is given, the last dimension is not that of the representation, or the numbers are not real.</exception>
    public static Feature<TRep> Assume(Tensor tensor, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new(tensor);
    }

    /// <summary>Takes features in e3nn's order, in which the channel is outer and the component inner.</summary>
    /// <param name="tensor">[..., dim].</param>
    /// <returns>The same features.</returns>
    public static Feature<TRep> FromE3nn(Tensor tensor) => new(IrrepsLayout.FromE3nn(Rep<TRep>.Irreps, tensor));

    /// <summary>The features in e3nn's order.</summary>
    /// <returns>[..., dim], inside a segment [channel, component].</returns>
    public Tensor ToE3nn() => IrrepsLayout.ToE3nn(Rep<TRep>.Irreps, Tensor);

    /// <summary>Copies features from managed memory.</summary>
    /// <param name="array">The features.</param>
    /// <returns>[rows, dim] on the CPU.</returns>
    public static Feature<TRep> From(RepArray<TRep, double> array)
    {
        ArgumentNullException.ThrowIfNull(array);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return new(scope.MoveToOuter(tensor(array.Values.ToArray(), ScalarType.Float64).reshape(array.Rows, TRep.Dim)));
    }

    /// <summary>Copies features from managed memory.</summary>
    /// <param name="array">The features.</param>
    /// <returns>[rows, dim] on the CPU.</returns>
    public static Feature<TRep> From(RepArray<TRep, float> array)
    {
        ArgumentNullException.ThrowIfNull(array);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return new(scope.MoveToOuter(tensor(array.Values.ToArray(), ScalarType.Float32).reshape(array.Rows, TRep.Dim)));
    }

    /// <summary>The numbers of one segment.</summary>
    /// <param name="segment">The index of the segment in the representation.</param>
    /// <returns>[..., components, channels].</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such segment.</exception>
    public Tensor Segment(int segment)
    {
        if (segment < 0 || segment >= TRep.Segments.Length)
            throw new ArgumentOutOfRangeException(nameof(segment), segment, $"{TRep.Signature} has {TRep.Segments.Length} segments.");
        RepSegment s = TRep.Segments[segment];
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(Tensor.narrow(-1, s.Offset, s.Size).reshape([.. Tensor.shape[..^1], s.Components, s.Multiplicity]));
    }

    /// <summary>Segments that stand side by side as features of their own.</summary>
    /// <typeparam name="TPart">Their representation.</typeparam>
    /// <param name="first">The index of the first of them.</param>
    /// <returns>A view.</returns>
    /// <exception cref="ArgumentException">The representation has other segments there.</exception>
    public Feature<TPart> Slice<TPart>(int first = 0)
        where TPart : struct, IRep<TPart>
    {
        (Irreps whole, Irreps part) = (Rep<TRep>.Irreps, Rep<TPart>.Irreps);
        if (whole.Group != part.Group || first < 0 || first + part.Count > whole.Count || !part.SequenceEqual(whole.Skip(first).Take(part.Count)))
            throw new ArgumentException($"{TRep.Signature} has no segments {part} from segment {first} on.", nameof(first));
        return new Feature<TPart>(Tensor.narrow(-1, part.Count == 0 ? 0 : whole.Offsets[first], part.Dim));
    }

    /// <summary>Puts features of two representations one after the other.</summary>
    /// <typeparam name="TFirst">The representation of the first.</typeparam>
    /// <typeparam name="TSecond">The representation of the second.</typeparam>
    /// <param name="first">[..., first dim].</param>
    /// <param name="second">[..., second dim].</param>
    /// <returns>[..., first dim + second dim].</returns>
    /// <exception cref="ArgumentException">This representation is not the sum of the two in this order.</exception>
    public static Feature<TRep> Concatenate<TFirst, TSecond>(Feature<TFirst> first, Feature<TSecond> second)
        where TFirst : struct, IRep<TFirst>
        where TSecond : struct, IRep<TSecond>
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (!Rep<TRep>.Irreps.SequenceEqual(Rep<TFirst>.Irreps.Concat(Rep<TSecond>.Irreps)))
            throw new ArgumentException($"{TRep.Signature} is not {Rep<TFirst>.Irreps} followed by {Rep<TSecond>.Irreps}.");
        return new Feature<TRep>(cat([first.Tensor, second.Tensor], -1));
    }

    /// <summary>Acts with a group element on every feature vector; gradients flow through the features.</summary>
    /// <param name="transform">A rotation, with or without inversion.</param>
    /// <returns>The transformed features.</returns>
    public Feature<TRep> Transform(OrthogonalTransform transform) => new(IrrepsLayout.Transform(Rep<TRep>.Irreps, transform, Tensor));

    /// <summary>Rotates every feature vector.</summary>
    /// <param name="rotation">The rotation.</param>
    /// <returns>The rotated features.</returns>
    public Feature<TRep> Rotate(Rotation rotation) => Transform(new OrthogonalTransform(rotation, false));

    /// <summary>Multiplies by invariants.</summary>
    /// <typeparam name="TScalars">A representation of invariants only: one, or one for each irrep of this representation.</typeparam>
    /// <param name="scalars">[..., 1] or [..., number of irreps], in the order of the irreps.</param>
    /// <returns>The scaled features.</returns>
    /// <exception cref="ArgumentException">There are other than one invariant, or one for each irrep.</exception>
    public Feature<TRep> Scale<TScalars>(Feature<TScalars> scalars)
        where TScalars : struct, IInvariantRep<TScalars>
    {
        ArgumentNullException.ThrowIfNull(scalars);
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor factors = TScalars.Dim == 1 ? scalars.Tensor : IrrepsLayout.Spread(Rep<TRep>.Irreps, scalars.Tensor);
        return new(scope.MoveToOuter(Tensor * factors));
    }

    /// <summary>Moves or converts the features.</summary>
    /// <param name="dtype">The number type.</param>
    /// <param name="device">The device; null to stay.</param>
    /// <returns>The features, in an object of their own that shares memory with this one if nothing changes.</returns>
    public Feature<TRep> To(ScalarType dtype, Device? device = null) => new(device is null ? Tensor.to(dtype) : Tensor.to(dtype, device));

    /// <summary>Adds features of the same representation.</summary>
    /// <param name="left">One batch.</param>
    /// <param name="right">Another of the same shape.</param>
    /// <returns>The sum.</returns>
    public static Feature<TRep> operator +(Feature<TRep> left, Feature<TRep> right) => new(left.Tensor.Plus(right.Tensor));

    /// <summary>Subtracts features of the same representation.</summary>
    /// <param name="left">One batch.</param>
    /// <param name="right">Another of the same shape.</param>
    /// <returns>The difference.</returns>
    public static Feature<TRep> operator -(Feature<TRep> left, Feature<TRep> right) => new(left.Tensor - right.Tensor);

    /// <summary>The features with the opposite sign.</summary>
    /// <param name="feature">The features.</param>
    /// <returns>Minus the features.</returns>
    public static Feature<TRep> operator -(Feature<TRep> feature) => new(-feature.Tensor);

    /// <summary>Multiplies every number by one invariant.</summary>
    /// <param name="scale">The factor.</param>
    /// <param name="feature">The features.</param>
    /// <returns>The scaled features.</returns>
    public static Feature<TRep> operator *(double scale, Feature<TRep> feature) => new(feature.Tensor.Times(scale));

    /// <summary>Releases the tensor.</summary>
    public void Dispose() => Tensor.Dispose();

    /// <inheritdoc/>
    public override string ToString() => $"{TRep.Signature} [{string.Join(", ", Tensor.shape)}]";
}
