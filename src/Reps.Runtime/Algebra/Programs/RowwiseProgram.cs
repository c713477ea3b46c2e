using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// The lowering of every bilinear plan, for kernels whose vectors hold consecutive rows of the batch. Paths that couple the same two
/// segments over the same channels form a group, for which all products x[i] · y[j] are formed once: t[τ] = Σ c[τ, p] · product[p], where τ
/// counts the output components of the group's paths one after the other. Then each path weighs its components, or mixes them by its weights
/// (modes that end in w). Paths that mix every u with every v stand in the program a second time, as <see cref="TrilinearProgram">trilinear
/// paths</see>, which take fewer operations where all rows share their weights.
/// </summary>
/// <remarks>
/// Header: form, flags of <see cref="LayerProgram"/>, number of groups, most products of a group, most components τ of a group, values of left, right, output and weights,
/// number of weight ranges that no path reaches, number of trilinear paths, most lines that one needs for a channel. Then the ranges, the
/// trilinear paths, and the groups: group header, products (i, j), paths, number of products for each τ, the products, number of components
/// for each product, the components, positions of their coefficients.
/// </remarks>
public static class RowwiseProgram
{
    /// <summary>The number of integers in the header.</summary>
    public const int HeaderSize = 12;

    /// <summary>
    /// The number of integers of a group's header: its whole length, left offset, components and channels, the same of the right, the
    /// <see cref="ChannelPairs"/>, the numbers of products, paths, components τ and coefficients, the first coefficient, and 1 if
    /// the paths also stand among the trilinear ones.
    /// </summary>
    public const int GroupSize = 14;

    /// <summary>
    /// The number of integers of a path: output offset, components and channels, output <see cref="ChannelIndex"/>, weight offset,
    /// weight <see cref="ChannelIndex"/> (of the pair, where the weights mix), mixed channels or 0, first component τ, number of coefficients.
    /// </summary>
    public const int PathSize = 9;

    /// <summary>Which channels of left and right are multiplied.</summary>
    public enum ChannelPairs
    {
        /// <summary>Every u with every v.</summary>
        All,

        /// <summary>Every u with the same channel of the right.</summary>
        Same,

        /// <summary>Every u with every v > u.</summary>
        Upper,
    }

    /// <summary>How a channel is numbered.</summary>
    public enum ChannelIndex
    {
        /// <summary>There is none: always the first.</summary>
        None,

        /// <summary>By u.</summary>
        U,

        /// <summary>By v.</summary>
        V,

        /// <summary>By the pair, in the order in which pairs are visited.</summary>
        Pair,
    }

    /// <summary>Lowers a plan with inputs left, right and weights.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The program.</returns>
    public static LayerProgram Lower(SegmentedPlan plan, CancellationToken cancellationToken)
    {
        List<int> groups = [];
        List<int> trilinear = [];
        List<Surd> coefficients = [];
        HashSet<int> weights = [];
        int count = 0;
        int mostProducts = 0;
        int mostComponents = 0;
        int trilinearCount = 0;
        int mostLines = 0;
        foreach (IGrouping<(int Left, int Right, ChannelPairs Pairs, bool IsTrilinear), PlanPath> group in plan.Paths.GroupBy(KeyOf))
        {
            cancellationToken.ThrowIfCancellationRequested();
            GroupBuilder builder = new(plan, group.Key);
            foreach (PlanPath path in group)
            {
                builder.Add(path);
                if (Weight(path) is PlanFactor weight) weights.Add(weight.Segment);
            }
            int coefficient = coefficients.Count;
            builder.WriteTo(groups, coefficients);
            foreach (PlanPath path in group.Where(_ => group.Key.IsTrilinear))
            {
                mostLines = Math.Max(mostLines, TrilinearProgram.Write(plan, path, coefficient, trilinear));
                // Within a group, coefficients stand path by path.
                coefficient += path.Coefficients.Count;
                trilinearCount++;
            }
            mostProducts = Math.Max(mostProducts, builder.ProductCount);
            mostComponents = Math.Max(mostComponents, builder.ComponentCount);
            count++;
        }
        List<int> unreached = LayerProgram.Unreached(plan.Inputs[2], weights);
        int[] header =
        [
            (int)ProgramForm.Rowwise,
            LayerProgram.Flags(plan, channelsOnTheLeft: true),
            count,
            mostProducts,
            mostComponents,
            plan.Inputs[0].Size,
            plan.Inputs[1].Size,
            plan.Output.Size,
            plan.Inputs[2].Size,
            unreached.Count / 2,
            trilinearCount,
            mostLines,
        ];
        return new LayerProgram(ProgramForm.Rowwise, LayerProgram.Join(header, unreached, trilinear, groups), new(coefficients));
    }

    private static (int Left, int Right, ChannelPairs Pairs, bool IsTrilinear) KeyOf(PlanPath path)
    {
        PlanFactor right = path.Factors.First(f => f.Operand == 1);
        ChannelPairs pairs = path.Pairs ? ChannelPairs.Upper : right.Channels == "u" ? ChannelPairs.Same : ChannelPairs.All;
        return (path.Factors.First(f => f.Operand == 0).Segment, right.Segment, pairs, Weight(path)?.Channels == "uvw");
    }

    private static PlanFactor? Weight(PlanPath path) => path.Factors.FirstOrDefault(f => f.Operand == 2);

    private static ChannelIndex IndexOf(string letters) =>
        letters switch
        {
            "" => ChannelIndex.None,
            "u" => ChannelIndex.U,
            "v" => ChannelIndex.V,
            _ => ChannelIndex.Pair,
        };

    private sealed class GroupBuilder(SegmentedPlan plan, (int Left, int Right, ChannelPairs Pairs, bool IsTrilinear) key)
    {
        private readonly List<int> _paths = [];
        private readonly SortedDictionary<(int I, int J), List<(int Component, Surd Value)>> _products = [];
        private int _pathCount;

        public int ProductCount => _products.Count;

        public int ComponentCount { get; private set; }

        public void Add(PlanPath path)
        {
            Segment output = plan.Output.Segments[path.Output.Segment];
            PlanFactor? weight = Weight(path);
            // A path that ends in w without weights has one output channel.
            bool mixes = weight is not null && path.Output.Channels == "w";
            string weightLetters = weight is null ? "" : mixes ? weight.Channels.Substring(0, weight.Channels.Length - 1) : weight.Channels;
            _paths.AddRange(
                [
                    output.Offset,
                    output.Components,
                    output.Channels,
                    (int)IndexOf(path.Output.Channels == "w" ? "" : path.Output.Channels),
                    weight is null ? -1 : plan.Inputs[2].Segments[weight.Segment].Offset,
                    (int)IndexOf(weightLetters),
                    mixes ? output.Channels : 0,
                    ComponentCount,
                    path.Coefficients.Count,
                ]
            );
            for (int n = 0; n < path.Coefficients.Count; n++)
            {
                (int, int) product = (path.Coefficients.Index(n, 0), path.Coefficients.Index(n, 1));
                if (!_products.TryGetValue(product, out List<(int, Surd)>? uses)) _products.Add(product, uses = []);
                uses.Add((ComponentCount + path.Coefficients.Index(n, 2), path.Scale * path.Coefficients.Value(n)));
            }
            ComponentCount += output.Components;
            _pathCount++;
        }

        public void WriteTo(List<int> integers, List<Surd> coefficients)
        {
            List<(int Product, int Component, Surd Value)> byProduct =
            [
                .. _products.Values.SelectMany((uses, product) => uses.OrderBy(use => use.Component).Select(use => (product, use.Component, use.Value))),
            ];
            int[] byComponent = [.. Enumerable.Range(0, byProduct.Count).OrderBy(e => byProduct[e].Component).ThenBy(e => byProduct[e].Product)];
            int[] position = new int[byProduct.Count];
            for (int n = 0; n < byComponent.Length; n++) position[byComponent[n]] = n;
            Segment left = plan.Inputs[0].Segments[key.Left];
            Segment right = plan.Inputs[1].Segments[key.Right];
            int length = GroupSize + 3 * _products.Count + _paths.Count + ComponentCount + 3 * byProduct.Count;
            integers.AddRange(
                [
                    length,
                    left.Offset,
                    left.Components,
                    left.Channels,
                    right.Offset,
                    right.Components,
                    right.Channels,
                    (int)key.Pairs,
                    _products.Count,
                    _pathCount,
                    ComponentCount,
                    byProduct.Count,
                    coefficients.Count,
                    key.IsTrilinear ? 1 : 0,
                ]
            );
            foreach ((int i, int j) in _products.Keys) integers.AddRange([i, j]);
            integers.AddRange(_paths);
            int[] counts = new int[ComponentCount];
            foreach ((int _, int component, Surd _) in byProduct) counts[component]++;
            integers.AddRange(counts);
            integers.AddRange(byComponent.Select(e => byProduct[e].Product));
            integers.AddRange(_products.Values.Select(uses => uses.Count));
            integers.AddRange(byProduct.Select(e => e.Component));
            integers.AddRange(position);
            coefficients.AddRange(byComponent.Select(e => byProduct[e].Value));
        }
    }
}
