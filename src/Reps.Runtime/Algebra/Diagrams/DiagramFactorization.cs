using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>
/// A diagram as permutation ∘ planar ∘ permutation: its matrix is that of the planar diagram between those of two permutations of tensor factors,
/// times a sign (Pearce-Crump and Knottenbelt, arXiv 2412.10837).
/// </summary>
/// <param name="Sign">−1 where the blocks of a jellyfish are reordered by an odd permutation, else 1.</param>
/// <param name="OutputImages">Output i of the diagram is output <c>OutputImages[i]</c> of the planar one; see <see cref="Diagram.Permutation"/>.</param>
/// <param name="Planar">
/// The diagram of the same kind in which no lines cross: the blocks of outputs alone, then those that meet both rows, then those of inputs alone by
/// increasing size, so that contractions from the right are cheapest.
/// </param>
/// <param name="InputImages">Input i of the planar diagram is input <c>InputImages[i]</c> of the diagram.</param>
public sealed record DiagramFactorization(int Sign, EquatableArray<int> OutputImages, Diagram Planar, EquatableArray<int> InputImages)
{
    /// <summary>Factors a diagram.</summary>
    /// <param name="diagram">The diagram.</param>
    /// <returns>The factors.</returns>
    public static DiagramFactorization Of(Diagram diagram)
    {
        List<int[]> outer = [];
        List<int[]> cross = [];
        List<int[]> inner = [];
        for (int block = 0; block < diagram.BlockCount; block++)
        {
            int[] vertices = diagram.Vertices(block);
            (vertices[0] >= diagram.Outputs ? inner : vertices[vertices.Length - 1] < diagram.Outputs ? outer : cross).Add(vertices);
        }
        inner.Sort((left, right) => left.Length != right.Length ? left.Length.CompareTo(right.Length) : left[0].CompareTo(right[0]));

        // The vertices in the order of the planar diagram; label order is kept within arcs and among free vertices, so neither costs a sign.
        List<int> outputs = [];
        List<int> inputs = [];
        foreach (int[] block in (List<int[]>)[.. outer, .. cross, .. inner])
            foreach (int vertex in block)
                if (vertex < diagram.Outputs) outputs.Add(vertex);
                else inputs.Add(vertex - diagram.Outputs);

        int[] labels = new int[diagram.VertexCount];
        int[] output = new int[outputs.Count];
        for (int place = 0; place < output.Length; place++)
        {
            labels[place] = diagram.BlockOf(outputs[place]);
            output[outputs[place]] = place;
        }
        for (int place = 0; place < inputs.Count; place++) labels[diagram.Outputs + place] = diagram.BlockOf(diagram.Outputs + inputs[place]);
        Diagram planar = Diagram.Canonical(diagram.Kind, diagram.Inputs, diagram.Outputs, labels);

        int sign = 1;
        if (diagram.Kind == DiagramKind.Jellyfish)
        {
            int[] order = new int[diagram.BlockCount];
            for (int place = 0; place < labels.Length; place++) order[labels[place]] = planar.BlockOf(place);
            sign = PermutationSign.Of(order);
        }
        return new(sign, EquatableArray<int>.Of(output), planar, new EquatableArray<int>(inputs));
    }
}
