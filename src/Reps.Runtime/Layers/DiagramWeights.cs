using System;
using System.Numerics;
using Reps.Algebra;

namespace Reps;

/// <summary>The weights of two diagram layers as those of one: see <see cref="DiagramLinear.After"/>.</summary>
public static class DiagramWeights
{
    /// <summary>The weights and biases of a composite.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="composition">The composition.</param>
    /// <param name="second">The plan of the layer that acts last.</param>
    /// <param name="first">The plan of the layer that acts first.</param>
    /// <param name="secondWeights">[weight count] of the second layer.</param>
    /// <param name="secondBiases">[bias count] of the second layer, or empty for none.</param>
    /// <param name="firstWeights">[weight count] of the first layer.</param>
    /// <param name="firstBiases">[bias count] of the first layer, or empty for none.</param>
    /// <returns>The composite's weights and biases.</returns>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public static (T[] Weights, T[] Biases) Compose<T>(
        DiagramComposition composition,
        DiagramPlan second,
        DiagramPlan first,
        ReadOnlySpan<T> secondWeights,
        ReadOnlySpan<T> secondBiases,
        ReadOnlySpan<T> firstWeights,
        ReadOnlySpan<T> firstBiases
    )
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(composition);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(first);
        Require(nameof(secondWeights), secondWeights.Length, second.WeightCount, false);
        Require(nameof(secondBiases), secondBiases.Length, second.BiasCount, true);
        Require(nameof(firstWeights), firstWeights.Length, first.WeightCount, false);
        Require(nameof(firstBiases), firstBiases.Length, first.BiasCount, true);
        DiagramPlan plan = composition.Plan;
        T[] weights = new T[plan.WeightCount];
        T[] biases = new T[plan.BiasCount];
        foreach (DiagramComposition.Term term in composition.Weights)
        {
            (DiagramPath p, DiagramPath q) = (first.Paths[term.First], second.Paths[term.Second]);
            int inner = first.Output.Terms[p.Output].Channels, outer = plan.Output.Terms[q.Output].Channels;
            Product(
                firstWeights.Slice(p.WeightOffset, plan.Input.Terms[p.Input].Channels * inner), secondWeights.Slice(q.WeightOffset, inner * outer), inner, outer,
                T.CreateChecked(term.Coefficient), weights.AsSpan(plan.Paths[term.Path].WeightOffset));
        }
        foreach (DiagramComposition.Term term in composition.Biases)
        {
            Span<T> target = biases.AsSpan(plan.Biases[term.Path].WeightOffset);
            T coefficient = T.CreateChecked(term.Coefficient);
            if (term.First < 0)
            {
                if (secondBiases.IsEmpty) continue;
                DiagramPath own = second.Biases[term.Second];
                for (int n = 0; n < plan.Output.Terms[own.Output].Channels; n++) target[n] += coefficient * secondBiases[own.WeightOffset + n];
                continue;
            }
            if (firstBiases.IsEmpty) continue;
            (DiagramPath p, DiagramPath q) = (first.Biases[term.First], second.Paths[term.Second]);
            int inner = first.Output.Terms[p.Output].Channels, outer = plan.Output.Terms[q.Output].Channels;
            Product(firstBiases.Slice(p.WeightOffset, inner), secondWeights.Slice(q.WeightOffset, inner * outer), inner, outer, coefficient, target);
        }
        return (weights, biases);
    }

    private static void Product<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, int inner, int outer, T coefficient, Span<T> target)
        where T : unmanaged, INumberBase<T>
    {
        for (int u = 0; u < left.Length / inner; u++)
        for (int v = 0; v < inner; v++)
        {
            T factor = coefficient * left[u * inner + v];
            for (int w = 0; w < outer; w++) target[u * outer + w] += factor * right[v * outer + w];
        }
    }

    private static void Require(string name, int length, int count, bool mayBeEmpty)
    {
        if (length != count && !(mayBeEmpty && length == 0)) throw new ArgumentException($"'{name}' has {length} values; expected {count}.", name);
    }
}
