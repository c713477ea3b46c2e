using System;
using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Modules;

/// <summary>
/// Faults of TorchSharp 0.107 that users of this library meet: in lists of activations, with complex constants, with dimensions counted
/// from the end. Where one of these tests fails, TorchSharp has mended the fault, and what the documentation says of it can go.
/// </summary>
public sealed class TorchSharpFaultTests
{
    [Fact]
    public void HardtanhReturnsItsInput()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor([-3f, 0.5f, 3f]);
        Assert.Same(x, nn.functional.hardtanh(x));
        Assert.Equal([-3f, 0.5f, 3f], x.data<float>().ToArray());
    }

    [Fact]
    public void EluInPlaceChangesNothing()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor([-3f, 0.5f]);
        Tensor result = x.elu_();
        Assert.NotSame(x, result);
        Assert.Equal([-3f, 0.5f], x.data<float>().ToArray());
        // The operator that is not in place is right, and this library's Elu is it.
        Assert.Equal(Math.Exp(-3) - 1, x.elu()[0].item<float>(), 6);
    }

    [Fact]
    public void NumbersOfConjugatesAreNotConjugate()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor z = complex(tensor([1.0]), tensor([2.0]));
        Assert.Equal(new Complex(1, 2), z.conj().data<Complex>()[0]);
        Assert.Equal(new Complex(1, -2), z.conj().resolve_conj().data<Complex>()[0]);
    }

    [Fact]
    public void UnflattenRefusesDimensionsFromTheEnd()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = zeros(2, 6);
        Assert.Throws<ArgumentException>(() => x.unflatten(-1, 2, 3));
        Assert.Equal([2, 2, 3], x.unflatten(x.dim() - 1, 2, 3).shape);
    }

    [Fact]
    public void NumbersOfEmptyTablesCannotBeRead()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = zeros(0, 3);
        Assert.ThrowsAny<Exception>(() => x.data<float>().ToArray());
        Assert.Empty(x.flatten().data<float>().ToArray());
    }
}
