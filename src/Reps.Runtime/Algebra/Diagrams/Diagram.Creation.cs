using System;

namespace Reps.Algebra;

/// <content>Diagrams from their blocks.</content>
public readonly partial struct Diagram
{
    /// <summary>The diagram that groups the vertices with equal labels. Of a <see cref="DiagramKind.BrauerFree"/> diagram, a vertex alone is free.</summary>
    /// <param name="kind">Which matrix it stands for.</param>
    /// <param name="inputs">k, 0 or more.</param>
    /// <param name="outputs">l, 0 or more; k + l is at most <see cref="MaxVertices"/>.</param>
    /// <param name="labels">A number for each output, left to right, and then for each input.</param>
    /// <returns>The diagram.</returns>
    /// <exception cref="ArgumentException">The orders or the number of labels are wrong, or blocks are not pairs where the kind asks for pairs.</exception>
    public static Diagram Create(DiagramKind kind, int inputs, int outputs, params int[] labels)
    {
        if (labels is null) throw new ArgumentNullException(nameof(labels));
        if (kind is < DiagramKind.Partition or > DiagramKind.Orbit)
            throw new ArgumentOutOfRangeException(nameof(kind), FormattableString.Invariant($"{(int)kind} is no kind of diagram: pass a member of DiagramKind."));
        CheckOrders(inputs, outputs);
        if (labels.Length != inputs + outputs)
            throw new ArgumentException(
                FormattableString.Invariant($"{labels.Length} labels were given for {outputs} outputs and {inputs} inputs: give one for each."), nameof(labels));
        Diagram diagram = Canonical(kind, inputs, outputs, labels);
        return diagram.BlockProblem() is string problem ? throw new ArgumentException(problem, nameof(labels)) : diagram;
    }

    /// <summary>The diagram whose matrix permutes tensor factors: output i is input <c>images[i]</c>.</summary>
    /// <param name="kind">A kind; permutations of orbit and jellyfish diagrams are partitions, those of diagrams with free vertices are Brauer diagrams.</param>
    /// <param name="images">Each of 0 … k−1 once, k at most 8.</param>
    /// <returns>The permutation, from k inputs to k outputs.</returns>
    /// <exception cref="ArgumentException">The images are no permutation, or too many.</exception>
    public static Diagram Permutation(DiagramKind kind, params int[] images)
    {
        if (images is null) throw new ArgumentNullException(nameof(images));
        CheckOrders(images.Length, images.Length);
        int[] labels = new int[2 * images.Length];
        bool[] seen = new bool[images.Length];
        for (int i = 0; i < images.Length; i++)
        {
            if (images[i] < 0 || images[i] >= images.Length || seen[images[i]])
                throw new ArgumentException(
                    FormattableString.Invariant($"Image {i} is {images[i]}: each of 0 to {images.Length - 1} must occur once."), nameof(images));
            seen[images[i]] = true;
            labels[i] = images[i];
            labels[images.Length + i] = i;
        }
        kind = kind switch
        {
            DiagramKind.Orbit or DiagramKind.Jellyfish => DiagramKind.Partition,
            DiagramKind.BrauerFree => DiagramKind.Brauer,
            _ => kind,
        };
        return Create(kind, images.Length, images.Length, labels);
    }

    internal static void CheckOrders(int inputs, int outputs)
    {
        if (inputs < 0)
            throw new ArgumentOutOfRangeException(nameof(inputs), FormattableString.Invariant($"The number of inputs is {inputs}: tensor powers are 0 or more."));
        if (outputs < 0)
            throw new ArgumentOutOfRangeException(nameof(outputs), FormattableString.Invariant($"The number of outputs is {outputs}: tensor powers are 0 or more."));
        if ((long)inputs + outputs > MaxVertices)
            throw new ArgumentException(
                FormattableString.Invariant($"{inputs} inputs and {outputs} outputs are {(long)inputs + outputs} vertices, ")
                + FormattableString.Invariant($"above the limit of {MaxVertices}: take smaller tensor powers."));
    }

    // Numbers the blocks by their smallest vertex; the arguments are known to be right.
    internal static Diagram Canonical(DiagramKind kind, int inputs, int outputs, int[] labels)
    {
        int[] seen = new int[labels.Length];
        int blocks = 0;
        ulong growth = 0;
        for (int vertex = 0; vertex < labels.Length; vertex++)
        {
            int block = 0;
            while (block < blocks && seen[block] != labels[vertex]) block++;
            if (block == blocks) seen[blocks++] = labels[vertex];
            growth |= (ulong)block << (BitsOfBlock * (MaxVertices - 1 - vertex));
        }
        return new(kind, inputs, outputs, growth, blocks);
    }

    internal Diagram As(DiagramKind kind) => new(kind, Inputs, Outputs, _growth, BlockCount);

    // What keeps the blocks from being a diagram of its kind.
    internal string? BlockProblem()
    {
        if (Kind is DiagramKind.Partition or DiagramKind.Jellyfish or DiagramKind.Orbit) return null;
        for (int block = 0; block < BlockCount; block++)
            if (SizeOf(block) > 2 || (SizeOf(block) == 1 && Kind != DiagramKind.BrauerFree))
                return FormattableString.Invariant($"Block {block} of {this} has {SizeOf(block)} vertices: this kind has arcs, of two, ")
                    + (Kind == DiagramKind.BrauerFree ? "and free vertices." : "alone.");
        return Kind == DiagramKind.BrauerFree && FreeCount == 0 ? $"{this} has no free vertex: as a Brauer diagram it is written E{{…}}." : null;
    }
}
