using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Algebra;

/// <summary>Takes a diagram apart into its halves.</summary>
internal static class DiagramHalves
{
    /// <summary>The two halves of a path, and how they are joined.</summary>
    /// <param name="Input">The half at the inputs; of a bias, of the term after the last.</param>
    /// <param name="Output">The half at the outputs.</param>
    /// <param name="Images">For each kept axis of the output's half the axis of the input's half that it is.</param>
    /// <param name="Sign">1 or −1.</param>
    public sealed record Joined(HalfDiagram Input, HalfDiagram Output, int[] Images, int Sign);

    /// <summary>Takes a path apart.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="path">One of its paths or biases.</param>
    public static Joined Of(DiagramPlan plan, DiagramPath path)
    {
        EquatableArray<TensorSpace> spaces = plan.Input.Spaces;
        List<int> inputSpaces = [], outputSpaces = [], inputLabels = [], outputLabels = [];
        AlternatingSymbol?[] symbols = new AlternatingSymbol?[spaces.Count];
        List<int> through = [];
        int sign = 1;
        for (int s = 0; s < spaces.Count; s++)
        {
            Diagram diagram = path.Diagrams[s];
            for (int vertex = 0; vertex < diagram.VertexCount; vertex++)
            {
                bool output = vertex < diagram.Outputs;
                (output ? outputSpaces : inputSpaces).Add(s);
                (output ? outputLabels : inputLabels).Add(Label(s, diagram.BlockOf(vertex)));
            }
            switch (diagram.Kind)
            {
                case DiagramKind.BrauerFree:
                    symbols[s] = new(spaces[s].N, 0, Enumerable.Range(0, diagram.Outputs).Count(diagram.IsFree));
                    break;
                case DiagramKind.Jellyfish:
                    int[] above = [.. Enumerable.Range(0, diagram.Outputs).Select(diagram.BlockOf).Distinct()];
                    HashSet<int> below = [.. Enumerable.Range(diagram.Outputs, diagram.Inputs).Select(diagram.BlockOf)];
                    int[] crossing = [.. above.Where(below.Contains)];
                    symbols[s] = new(spaces[s].N, crossing.Length, above.Length - crossing.Length);
                    through.AddRange(crossing.Select(block => Label(s, block)));
                    // Blocks that go through move before those of outputs alone.
                    sign *= PermutationSign.Of([.. crossing, .. above.Where(block => !below.Contains(block))]);
                    break;
            }
        }
        bool Alternates(int label) =>
            symbols[label / Diagram.MaxVertices] is not null
            && (path.Diagrams[label / Diagram.MaxVertices].Kind == DiagramKind.Jellyfish
                || path.Diagrams[label / Diagram.MaxVertices].Vertices(label % Diagram.MaxVertices).Length == 1);
        HalfDiagram Half(int term, List<int> axes, List<int> labels, List<int> others)
        {
            List<int> order = [.. labels.Distinct()];
            return new(
                term,
                [.. axes],
                [.. labels.Select(label => order.IndexOf(label))],
                [.. order.Select(label => Alternates(label) ? BlockFate.Alternating : others.Contains(label) ? BlockFate.Kept : BlockFate.Closed)],
                symbols,
                [.. through.Select(label => order.IndexOf(label))]);
        }
        HalfDiagram input = Half(path.Input < 0 ? plan.Input.Terms.Count : path.Input, inputSpaces, inputLabels, outputLabels);
        HalfDiagram half = Half(path.Output, outputSpaces, outputLabels, inputLabels);
        List<int> inputOrder = [.. inputLabels.Distinct()], outputOrder = [.. outputLabels.Distinct()];
        int[] kept = input.Kept;
        int[] images = [.. half.Kept.Select(block => Array.IndexOf(kept, inputOrder.IndexOf(outputOrder[block])))];
        return new(input, half, images, sign);
    }

    private static int Label(int space, int block) => (space * Diagram.MaxVertices) + block;
}
