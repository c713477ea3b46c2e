using System;

namespace Reps.Algebra;

/// <summary>
/// A diagram: the outputs and inputs of a linear map between tensor powers of R^n, grouped into blocks. Vertices are numbered outputs first,
/// left to right, then inputs; blocks by their smallest vertex. Equal diagrams are equal values.
/// </summary>
/// <remarks>
/// The blocks are kept as a restricted growth string, the number of the block of each vertex. Order: by kind, numbers of outputs and inputs,
/// and then lexicographically by that string. The default value is the empty partition, the 1×1 matrix (1).
/// </remarks>
public readonly partial struct Diagram : IEquatable<Diagram>, IComparable<Diagram>
{
    /// <summary>The most vertices of a diagram.</summary>
    public const int MaxVertices = 16;

    private const int BitsOfBlock = 4;

    // Four bits a vertex, the first vertex in the highest ones, so that comparing numbers compares strings.
    private readonly ulong _growth;
    private readonly byte _kind;
    private readonly byte _inputs;
    private readonly byte _outputs;
    private readonly byte _blockCount;

    private Diagram(DiagramKind kind, int inputs, int outputs, ulong growth, int blockCount)
    {
        _growth = growth;
        _kind = (byte)kind;
        _inputs = (byte)inputs;
        _outputs = (byte)outputs;
        _blockCount = (byte)blockCount;
    }

    /// <summary>Which matrix it stands for.</summary>
    public DiagramKind Kind => (DiagramKind)_kind;

    /// <summary>k, the number of inputs: the lower row.</summary>
    public int Inputs => _inputs;

    /// <summary>l, the number of outputs: the upper row.</summary>
    public int Outputs => _outputs;

    /// <summary>k + l.</summary>
    public int VertexCount => _inputs + _outputs;

    /// <summary>The number of blocks; an arc is a block, and so is a free vertex.</summary>
    public int BlockCount => _blockCount;

    /// <summary>The number of blocks that meet both rows.</summary>
    public int CrossBlockCount => Count(outputs: true, inputs: true);

    /// <summary>The number of blocks of outputs alone, free vertices left out.</summary>
    public int OutputBlockCount => Count(outputs: true, inputs: false);

    /// <summary>The number of blocks of inputs alone, free vertices left out.</summary>
    public int InputBlockCount => Count(outputs: false, inputs: true);

    /// <summary>The number of free vertices; 0 unless the kind is <see cref="DiagramKind.BrauerFree"/>.</summary>
    public int FreeCount => Kind == DiagramKind.BrauerFree ? 2 * BlockCount - VertexCount : 0;

    /// <summary>The block of a vertex.</summary>
    /// <param name="vertex">0 to l−1 for the outputs, then to k+l−1 for the inputs.</param>
    /// <returns>0 to <see cref="BlockCount"/> − 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vertex.</exception>
    public int BlockOf(int vertex)
    {
        if (vertex < 0 || vertex >= VertexCount)
            throw new ArgumentOutOfRangeException(nameof(vertex), FormattableString.Invariant($"{this} has the vertices 0 to {VertexCount - 1}, and no {vertex}."));
        return (int)(_growth >> (BitsOfBlock * (MaxVertices - 1 - vertex))) & (MaxVertices - 1);
    }

    /// <summary>The vertices of a block.</summary>
    /// <param name="block">0 to <see cref="BlockCount"/> − 1.</param>
    /// <returns>Ascending numbers of vertices.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such block.</exception>
    public int[] Vertices(int block)
    {
        if (block < 0 || block >= BlockCount)
            throw new ArgumentOutOfRangeException(nameof(block), FormattableString.Invariant($"{this} has the blocks 0 to {BlockCount - 1}, and no {block}."));
        int[] vertices = new int[SizeOf(block)];
        int found = 0;
        for (int vertex = 0; found < vertices.Length; vertex++)
            if (BlockOf(vertex) == block)
                vertices[found++] = vertex;
        return vertices;
    }

    /// <summary>Whether a vertex is free: alone in its block, in a diagram of kind <see cref="DiagramKind.BrauerFree"/>.</summary>
    /// <param name="vertex">0 to k+l−1.</param>
    /// <returns>Whether it is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vertex.</exception>
    public bool IsFree(int vertex) => Kind == DiagramKind.BrauerFree && SizeOf(BlockOf(vertex)) == 1;

    /// <inheritdoc/>
    public bool Equals(Diagram other) =>
        _growth == other._growth && _kind == other._kind && _inputs == other._inputs && _outputs == other._outputs;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Diagram other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((_growth.GetHashCode() * 397) ^ (_kind << 16) ^ (_outputs << 8) ^ _inputs);

    /// <inheritdoc/>
    public int CompareTo(Diagram other)
    {
        if (_kind != other._kind) return _kind.CompareTo(other._kind);
        if (_outputs != other._outputs) return _outputs.CompareTo(other._outputs);
        return _inputs != other._inputs ? _inputs.CompareTo(other._inputs) : _growth.CompareTo(other._growth);
    }

    /// <summary>Whether both are the same diagram.</summary>
    public static bool operator ==(Diagram left, Diagram right) => left.Equals(right);

    /// <summary>Whether the diagrams differ.</summary>
    public static bool operator !=(Diagram left, Diagram right) => !left.Equals(right);

    // The other end of the arc at a vertex of a matching; a free vertex itself.
    internal int Partner(int vertex)
    {
        int block = BlockOf(vertex);
        for (int other = 0; other < VertexCount; other++)
            if (other != vertex && BlockOf(other) == block)
                return other;
        return vertex;
    }

    private int SizeOf(int block)
    {
        int size = 0;
        for (int vertex = 0; vertex < VertexCount; vertex++)
            if (BlockOf(vertex) == block)
                size++;
        return size;
    }

    private int Count(bool outputs, bool inputs)
    {
        int count = 0;
        for (int block = 0; block < BlockCount; block++)
        {
            int[] vertices = Vertices(block);
            if (vertices[0] < Outputs == outputs && vertices[vertices.Length - 1] >= Outputs == inputs && !IsFree(vertices[0])) count++;
        }
        return count;
    }
}
