using System.Numerics;

namespace Reps.Algebra;

/// <summary>D_π₂ D_π₁ = n^c D_π: the partitions are joined at the middle row, and c components are in that row alone.</summary>
internal static class PartitionProduct
{
    public static void AddTo(DiagramTerms terms, BigInteger factor, Diagram second, Diagram first, int n)
    {
        // Components are sets of blocks, those of the second diagram numbered before those of the first.
        int[] component = new int[second.BlockCount + first.BlockCount];
        for (int block = 0; block < component.Length; block++) component[block] = block;
        for (int middle = 0; middle < first.Outputs; middle++)
            Merge(component, second.BlockOf(second.Outputs + middle), second.BlockCount + first.BlockOf(middle));

        int[] labels = new int[second.Outputs + first.Inputs];
        for (int vertex = 0; vertex < second.Outputs; vertex++) labels[vertex] = component[second.BlockOf(vertex)];
        for (int vertex = 0; vertex < first.Inputs; vertex++)
            labels[second.Outputs + vertex] = component[second.BlockCount + first.BlockOf(first.Outputs + vertex)];
        Diagram outer = Diagram.Canonical(DiagramKind.Partition, first.Inputs, second.Outputs, labels);
        int components = 0;
        for (int block = 0; block < component.Length; block++)
            if (component[block] == block)
                components++;
        terms.Add(outer, factor * BigInteger.Pow(n, components - outer.BlockCount));
    }

    // A component is named by its smallest block.
    private static void Merge(int[] component, int left, int right)
    {
        (int kept, int lost) = (component[left], component[right]);
        if (kept > lost) (kept, lost) = (lost, kept);
        for (int block = 0; block < component.Length; block++)
            if (component[block] == lost)
                component[block] = kept;
    }
}
