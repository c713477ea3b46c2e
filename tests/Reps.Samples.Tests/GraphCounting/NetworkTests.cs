using System;
using System.Linq;
using global::Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Samples.GraphCounting;

/// <summary>What the networks of the graphs sample see, whatever their weights are.</summary>
public sealed class NetworkTests
{
    [Fact]
    public void TheNumberingOfNodesDoesNotMatter()
    {
        Check(new ThirdOrderNetwork());
        Check(new SecondOrderNetwork());
        Check(new DegreeNetwork());

        static void Check(GraphNetwork network)
        {
            using DisposeScope scope = NewDisposeScope();
            using IDisposable _ = no_grad();
            manual_seed(1);
            network.Randomize();
            foreach (int nodes in (int[])[1, 2, 5, 9])
            {
                Tensor adjacency = GraphBatch.Draw(3, nodes).Adjacency;
                Tensor order = randperm(nodes);
                Tensor plain = network.forward(adjacency);
                Tensor renumbered = network.forward(adjacency.index_select(1, order).index_select(2, order));
                Assert.Equal(3, plain.numel());
                Assert.InRange((renumbered - plain).abs().max().item<double>(), 0, 1e-11 * (1 + plain.abs().max().item<double>()));
            }
        }
    }

    [Fact]
    public void OnlyOrderThreeTellsTwoTrianglesFromAHexagon()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(2);
        Assert.True(Examination.Of(new ThirdOrderNetwork(), []).Distinction.Min() > 1e-9);
        Assert.True(Examination.Of(new SecondOrderNetwork(), []).Distinction.Max() < 1e-12);
        Assert.True(Examination.Of(new DegreeNetwork(), []).Distinction.Max() < 1e-12);
    }
}
