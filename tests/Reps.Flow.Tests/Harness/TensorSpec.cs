using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Reps.Algebra;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>How the group acts on an argument or result of a program, as its attributes say; read without the analyzers.</summary>
/// <param name="Shape">The shape to draw.</param>
/// <param name="Representations">Which irreps act on which axes, counted from the last.</param>
/// <param name="NodeAxes">The axes that count nodes, from the last if negative.</param>
/// <param name="Moves">Whether translations act.</param>
/// <param name="Indices">Whether it holds numbers of nodes.</param>
/// <param name="Powers">What acts on all of its last axes, or on its last alone, where that is a sum of tensor powers.</param>
internal sealed record TensorSpec(
    long[] Shape,
    (int Axis, Irreps Irreps)[] Representations,
    int[] NodeAxes,
    bool Moves,
    bool Indices,
    PowersSpec? Powers
)
{
    public bool HasInversion => Representations.All(r => r.Irreps.Group == Group.O3) && Powers?.HasInversion != false;

    public static TensorSpec Of(ICustomAttributeProvider provider, Type type)
    {
        object[] attributes = provider.GetCustomAttributes(false);
        List<(int, Irreps)> representations = [];
        List<int> nodes = [];
        List<long> shape = [];
        PowersSpec? powers = null;
        if (Text(attributes, type) is string text)
        {
            if (text.Contains('V'))
            {
                powers = new(TensorPowers.Parse(text), isRow: type != typeof(Tensor));
                shape.AddRange(powers.Shape);
            }
            else
            {
                Irreps irreps = Signature.Parse(text).Irreps;
                representations.Add((-1, irreps));
                shape.Add(irreps.Dim);
            }
        }
        bool moves = attributes.OfType<PositionsAttribute>().Any();
        if (moves)
        {
            representations.Add((-1, Irreps.Parse("1o")));
            shape.Add(3);
        }
        object? given = attributes.FirstOrDefault(a => a.GetType().Name == "ShapeAttribute");
        long[] drawn = given is null ? [4, .. shape] : (long[])given.GetType().GetProperty("Sizes")!.GetValue(given)!;
        foreach (NodesAttribute attribute in attributes.OfType<NodesAttribute>()) nodes.Add(attribute.Axis);
        if (given is not null || moves || representations.Count > 0)
            foreach (int axis in nodes) drawn[axis < 0 ? axis + drawn.Length : axis] = GroupElement.Nodes;
        object? indices = attributes.FirstOrDefault(a => a.GetType().Name == "NodeIndicesAttribute");
        if (indices is not null) drawn = [(int)indices.GetType().GetProperty("Count")!.GetValue(indices)!];
        return new(drawn, [.. representations], [.. nodes], moves, indices is not null, powers);
    }

    /// <summary>A result of which only the representation along the last axis is known.</summary>
    public static TensorSpec OfResult(string signature) => new([], [(-1, Signature.Parse(signature).Irreps)], [], false, false, null);

    public Tensor Draw(Random random)
    {
        long count = Shape.Aggregate(1L, (a, b) => a * b);
        if (Indices) return torch.tensor(Enumerable.Range(0, (int)count).Select(_ => (long)random.Next(GroupElement.Nodes)).ToArray());
        double[] values = [.. Enumerable.Range(0, (int)count).Select(_ => random.NextDouble() * 4 - 2)];
        return torch.tensor(values, ScalarType.Float64).reshape(Shape);
    }

    public Tensor Act(GroupElement element, Tensor tensor)
    {
        if (Indices) return element.Rename(tensor);
        tensor = tensor.to(ScalarType.Float64);
        foreach ((int axis, Irreps irreps) in Representations)
            tensor = IrrepsLayout.Transform(irreps, element.Orthogonal, tensor.transpose(axis, -1)).transpose(axis, -1);
        if (Powers is not null) tensor = Powers.Act(element, tensor);
        if (Moves) tensor = tensor + torch.tensor(element.Translation, ScalarType.Float64);
        foreach (int axis in NodeAxes) tensor = element.Permute(tensor, axis < 0 ? axis + (int)tensor.dim() : axis);
        return tensor;
    }

    private static string? Text(object[] attributes, Type type)
    {
        if (attributes.OfType<RepAttribute>().SingleOrDefault() is RepAttribute rep) return rep.Signature;
        Type? named = attributes.Select(a => a.GetType())
            .SingleOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(RepAttribute<>))?.GenericTypeArguments[0];
        if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Feature<>) || type.GetGenericTypeDefinition() == typeof(PowersFeature<>))) named = type.GenericTypeArguments[0];
        return named?.GetCustomAttribute<RepAttribute>()!.Signature;
    }
}
