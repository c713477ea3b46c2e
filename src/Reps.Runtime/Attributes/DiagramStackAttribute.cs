using System;

namespace Reps;

/// <summary>
/// Completes a partial class with one diagram layer in the place of two that have nothing between them: its diagrams, and the weights that it takes
/// from those of the two. See <see cref="IDiagramStack{TInput, TOutput}"/>.
/// </summary>
/// <typeparam name="TFirst">The layer that acts first, a class with <see cref="DiagramLinearAttribute{TInput, TOutput}"/>.</typeparam>
/// <typeparam name="TSecond">The layer that acts last, whose input is the output of the first.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DiagramStackAttribute<TFirst, TSecond> : Attribute
    where TFirst : class
    where TSecond : class;
