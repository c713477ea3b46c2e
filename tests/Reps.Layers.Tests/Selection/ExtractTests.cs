using System;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Selection;

[Rep("4x1e + 3x0e")]
public readonly partial struct Taken;

[Rep("2x1o")]
public readonly partial struct Vectors;

[Rep("1x1o + 1x1o")]
public readonly partial struct VectorsApart;

/// <summary>Segments taken out of features, and the identity between different cuts.</summary>
public sealed class ExtractTests
{
    [Fact]
    public void SegmentsAreTakenInOrder()
    {
        using DisposeScope scope = NewDisposeScope();
        // e3nn's own example.
        Extract extract = Extract.Create("1e + 0e + 0e", [1], [2]);
        Tensor[] taken = extract.forward(tensor([0.0, 0, 0, 1, 2]));
        Assert.Equal(2, taken.Length);
        Assert.Equal((1.0, 2.0), (taken[0].item<double>(), taken[1].item<double>()));
        Tensor x = TestDevice.Normal(1, 2, 3, Mixed.Dim);
        Extract<Mixed, Taken> typed = new(2, 0);
        Tensor expected = cat([x.narrow(-1, 9, 12), x.narrow(-1, 0, 3)], -1);
        Assertions.Close(expected, typed.forward(new(x)).Tensor, 0);
        Assertions.Close(x.narrow(-1, 3, 6), new Extract<Mixed, Vectors>(Irrep.O3(1, -1)).forward(new(x)).Tensor, 0);
        Extract many = Extract.Create(Mixed.Signature, [0, 1], [], [1, 2]);
        Tensor[] parts = many.forward(x);
        Assert.Equal([2, 3, 0], parts[1].shape);
        Assertions.Close(x.narrow(-1, 3, 18), parts[2], 0);
        Assertions.Derivatives(z => many.forward(z[0].pow(2))[2], [x]);
    }

    [Fact]
    public void OneIrrepIsTaken()
    {
        using DisposeScope scope = NewDisposeScope();
        ExtractIrrep extract = ExtractIrrep.Create("2x0e + 1o + 3x0e + 0o", Irrep.O3(0, 1));
        Assert.Equal("2x0e+3x0e", extract.Output.ToString());
        Tensor x = TestDevice.Normal(1, 2, 9);
        Assertions.Close(cat([x.narrow(-1, 0, 2), x.narrow(-1, 5, 3)], -1), extract.forward(x), 0);
        Equivariance.Check(extract.Input, extract.Output, extract.forward);
        Assert.Throws<ArgumentException>(() => ExtractIrrep.Create("2x0e", Irrep.SO3(0)));
    }

    [Fact]
    public void IdentitiesKeepChannels()
    {
        using DisposeScope scope = NewDisposeScope();
        EquivariantIdentity identity = EquivariantIdentity.Create("2x0e + 3x0e + 2x1o + 1x1o", "5x0e + 1x1o + 2x1o");
        Tensor x = TestDevice.Normal(1, 2, 14);
        Tensor y = identity.forward(x);
        Assertions.Close(IrrepsLayout.ToE3nn(identity.Input, x), IrrepsLayout.ToE3nn(identity.Output, y), 0);
        Assert.NotEqual(0, (x - y).abs().max().item<double>());
        Equivariance.Check(identity.Input, identity.Output, identity.forward);
        Assertions.Close(x, EquivariantIdentity.Create("2x0e + 3x0e + 3x1o", "5x0e + 3x1o").forward(x), 0);
        Tensor pair = TestDevice.Normal(1, 2, 6);
        Tensor apart = new EquivariantIdentity<Vectors, VectorsApart>().forward(new(pair)).Tensor;
        Assertions.Close(pair.reshape(2, 3, 2).transpose(-1, -2).reshape(2, 6), apart, 0);
        Assert.Contains("are not the same representation", Assert.Throws<ArgumentException>(() => EquivariantIdentity.Create("0e", "0o")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongSegmentsAreNamed()
    {
        Assert.Contains("segments 0 to 2", Assert.Throws<ArgumentException>(() => Extract.Create("1e + 0e + 0e", [3])).Message, StringComparison.Ordinal);
        Irreps irreps = Irreps.Parse("1e + 0e");
        Assert.Contains("Result 0 is 1x1e, but its segments are 1x0e", Assert.Throws<ArgumentException>(() => new Extract(irreps, [Irreps.Parse("1e")], [[1]])).Message, StringComparison.Ordinal);
        Assert.Contains("There are 1 results", Assert.Throws<ArgumentException>(() => new Extract(irreps, [Irreps.Parse("1e")], [])).Message, StringComparison.Ordinal);
        Assert.Contains("[Rep(\"O(3): 3x0e\")]", Assert.Throws<ArgumentException>(() => new Extract<Mixed, Taken>(0)).Message, StringComparison.Ordinal);
    }
}
