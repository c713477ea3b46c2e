using Reps.Layers;
using static TorchSharp.torch;

namespace Tetris;

/// <summary>Copies of the shapes, each turned at random and put somewhere.</summary>
public sealed class Pieces
{
    // Cubes see those at distance 1 and √2.
    private const double Sight = 1.5;

    private Pieces(PointGraph graph, Tensor labels) => (Graph, Labels) = (graph, labels);

    /// <summary>The cubes of all pieces, and which of them see each other.</summary>
    public PointGraph Graph { get; }

    /// <summary>The shape of each piece, [pieces].</summary>
    public Tensor Labels { get; }

    /// <summary>Draws copies of all shapes by torch's generator.</summary>
    /// <param name="copies">How many of each shape.</param>
    /// <param name="mirrored">Whether all are seen in a mirror; the labels are those of the shapes as they were.</param>
    public static Pieces Draw(int copies, bool mirrored = false)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        int shapes = Shapes.Names.Count;
        Tensor centres = tensor(Shapes.Positions, ScalarType.Float32).reshape(shapes, Shapes.Cubes, 3).repeat(copies, 1, 1);
        Tensor turns = O3.RandomMatrix([copies * shapes]);
        Tensor turned = centres.matmul((mirrored ? -turns : turns).transpose(1, 2)) + randn(copies * shapes, 1, 3);
        Tensor batch = arange(copies * shapes).repeat_interleave(Shapes.Cubes);
        PointGraph graph = PointGraph.WithinRadius(turned.reshape(-1, 3), Sight, batch);
        Tensor labels = arange(shapes).repeat(copies);
        scope.MoveToOuter(graph.Positions, graph.Vectors, batch);
        return new Pieces(graph, scope.MoveToOuter(labels));
    }
}
