// Compiled with the corpus: what the tests need to know of a program's inputs beyond their representations.
using System;

namespace Corpus;

/// <summary>The shape to draw; axes of nodes get their number.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ShapeAttribute(params long[] sizes) : Attribute
{
    public long[] Sizes { get; } = sizes;
}

/// <summary>Numbers of nodes, so many of them: a permutation of the nodes renames them.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NodeIndicesAttribute(int count) : Attribute
{
    public int Count { get; } = count;
}
