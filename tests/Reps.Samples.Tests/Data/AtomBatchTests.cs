using System;
using System.Collections.Generic;
using System.Linq;
using Potential.Data;
using static TorchSharp.torch;

namespace Reps.Tests.Samples.Data;

public sealed class AtomBatchTests
{
    private static readonly string[] s_elements = ["H", "C", "O"];

    [Fact]
    public void VectorsOfEdgesAreThoseOfTheNeighbourLists()
    {
        List<Structure> structures =
        [
            .. Support.Samples.Ethanol(3),
            new(ExtendedXyz.Parse("2\nLattice=\"2 0 0 0.5 3 0 0 0.2 4\" Properties=species:S:1:pos:R:3\nC 5.1 0 -7\nO 1 1 1\n")[0]),
        ];
        using AtomBatch batch = AtomBatch.Create(structures, s_elements, 3.5, ScalarType.Float64, CPU);
        using Tensor vectors = batch.Positions.index_select(0, batch.Sources) + batch.Shifts - batch.Positions.index_select(0, batch.Targets);
        double[] expected = [.. structures.SelectMany(structure => NeighborList.Build(structure.Frame, 3.5).Vectors)];
        double[] actual = vectors.data<double>().ToArray();
        Assert.Equal(expected.Length, actual.Length);
        for (int n = 0; n < expected.Length; n++) Assert.Equal(expected[n], actual[n], 1e-12);
        Assert.Equal(batch.Graph.Sources.ToArray().Select(n => (long)n), batch.Sources.data<long>().ToArray());
        Assert.Equal(batch.Graph.Targets.ToArray().Select(n => (long)n), batch.Targets.data<long>().ToArray());
    }

    [Fact]
    public void AtomsBelongToTheirFrames()
    {
        List<Structure> structures = [.. Support.Samples.Ethanol(2), new(ExtendedXyz.Parse("1\n\nH 0 0 0\n")[0])];
        using AtomBatch batch = AtomBatch.Create(structures, s_elements, 3, ScalarType.Float32, CPU);
        Assert.Equal(3, batch.FrameCount);
        Assert.Equal([9, 9, 1], batch.AtomCounts);
        Assert.Equal([.. Enumerable.Repeat(0L, 9), .. Enumerable.Repeat(1L, 9), 2], batch.FrameOfAtom.data<long>().ToArray());
        Assert.Equal(structures.SelectMany(s => s.Frame.AtomicNumbers).Select(z => Array.IndexOf(s_elements, ChemicalElements.Symbol(z))), batch.Elements);
        int[] frames = [.. batch.FrameOfAtom.data<long>().ToArray().Select(n => (int)n)];
        for (int edge = 0; edge < batch.Graph.EdgeCount; edge++) Assert.Equal(frames[batch.Graph.Sources[edge]], frames[batch.Graph.Targets[edge]]);
        // The last structure has neither, so the batch has neither.
        Assert.Null(batch.Energies);
        Assert.Null(batch.Forces);
    }

    [Fact]
    public void EnergiesAreDouble()
    {
        List<Structure> structures = Support.Samples.Ethanol(2);
        using AtomBatch batch = AtomBatch.Create(structures, s_elements, 3, ScalarType.Float32, CPU);
        Assert.Equal(structures.Select(s => s.Frame.Energy!.Value), batch.Energies!.data<double>().ToArray());
        Assert.Equal(ScalarType.Float32, batch.Forces!.dtype);
    }

    [Fact]
    public void UnknownElementsAreNamed() =>
        Assert.Contains(
            "an atom of O (atom",
            Assert.Throws<DataException>(() => AtomBatch.Create(Support.Samples.Ethanol(1), ["H", "C"], 3, ScalarType.Float32, CPU)).Message);

    [Fact]
    public void NeighboursAreSearchedOnce()
    {
        Structure structure = Support.Samples.Ethanol(1)[0];
        Assert.Same(structure.Neighbors(4), structure.Neighbors(4));
        Assert.NotSame(structure.Neighbors(4), structure.Neighbors(3));
    }

    [Fact]
    public void ABatchOutlivesTheScopeItWasMadeIn()
    {
        AtomBatch batch;
        using (NewDisposeScope()) batch = AtomBatch.Create(Support.Samples.Ethanol(1), s_elements, 3, ScalarType.Float32, CPU);
        Assert.Equal([9, 3], batch.Positions.shape);
        batch.Dispose();
        Assert.True(batch.Positions.IsInvalid);
    }
}
