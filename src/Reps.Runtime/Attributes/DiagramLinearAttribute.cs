using System;

namespace Reps;

/// <summary>
/// Makes a partial class the layer of all linear equivariant maps between sums of tensor powers: the generator completes it with
/// <see cref="IDiagramLinear{TInput, TOutput}"/>. Weights are one flat vector: for every diagram, or orbit where automorphisms of graphs act, an
/// [input channels, output channels] matrix, in the order in which the generated file lists them.
/// </summary>
/// <typeparam name="TInput">The tensor powers of the input.</typeparam>
/// <typeparam name="TOutput">The tensor powers of the output, with the same groups.</typeparam>
/// <example><code>
/// [Rep("S(n): 16xV^2")] public readonly partial struct Edges;
/// [Rep("S(n): 16xV")]   public readonly partial struct Nodes;
/// [DiagramLinear&lt;Edges, Nodes&gt;] public sealed partial class Pool;
/// </code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class DiagramLinearAttribute<TInput, TOutput> : Attribute
    where TInput : struct
    where TOutput : struct
{
    /// <summary>Whether all diagrams have weights, also where they are linearly dependent; else those of a basis.</summary>
    public bool Spanning { get; set; }
}
