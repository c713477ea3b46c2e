using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// The lowering of layers of permutation groups to lists: for every output list and every orbit through it, the inputs of the orbit are summed, and
/// one matrix product takes (orbit, input channel) to output channels. Gradients are the transposed sums.
/// </summary>
/// <remarks>
/// <para>Output lists that the group moves to each other are a class, and meet the same orbits. The table of all pairs would be n^(k+l) integers;
/// here is, for each class, the input lists of its first list J₀, orbit by orbit, n^k integers, and for each other list gJ₀ the images of the points
/// under g: n integers. So the program is small enough to be data of an assembly, and fits in a cache; a kernel moves the n^k places by g once for
/// several rows. Weights of a class and an input term are one [(orbit, input channel), output channel] matrix where they lie.</para>
/// <para>Header: form, number of spaces, of input terms, of output terms, of classes, of blocks, of lists, images of a list, values of an input row,
/// of an output row, number of weights, number of biases.</para>
/// <para>Sections: n of each space; terms; classes; blocks; places of the output lists, class by class; their images; integers that terms and
/// blocks refer to.</para>
/// </remarks>
public static class OrbitProgram
{
    /// <summary>The integers of a term: channels, offset of its values in a row, number of lists, number of axes, offset of the axes.</summary>
    /// <remarks>An axis is the offset of its space among the images of a list, and n of the space.</remarks>
    public const int TermSize = 5;

    /// <summary>The integers of a class: output term, first list, number of lists, first block, number of blocks, offset of its biases.</summary>
    public const int ClassSize = 6;

    /// <summary>
    /// The integers of a block, a class and an input term: the term, number of orbits, offset of the weights, offset of where each orbit begins among
    /// the entries (and where the last one ends), offset of the entries, which are the places of the input lists.
    /// </summary>
    public const int BlockSize = 5;

    /// <summary>Lowers a plan.</summary>
    /// <param name="plan">A plan with orbits.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The program; it has no coefficients.</returns>
    public static LayerProgram Lower(DiagramPlan plan, CancellationToken cancellationToken = default)
    {
        EquatableArray<TensorSpace> spaces = plan.Input.Spaces;
        bool moves = Moves(plan);
        List<int> terms = [], classes = [], blocks = [], lists = [], images = [], rest = [];
        int inputSize = Terms(plan.Input, terms, rest), outputSize = Terms(plan.Output, terms, rest);
        int biases = 0;
        int[] weights = [.. Enumerable.Range(0, plan.Output.Terms.Count * plan.Input.Terms.Count).Select(pair => FirstWeight(plan, pair / plan.Input.Terms.Count, pair % plan.Input.Terms.Count))];
        for (int o = 0; o < plan.Output.Terms.Count; o++)
        {
            ListOrbits orbits = new(spaces, plan.Output.Terms[o], cancellationToken);
            for (int number = 0; number < orbits.Classes.Length; number++)
            {
                List<int> own = orbits.Classes[number];
                classes.AddRange([o, lists.Count, own.Count, blocks.Count / BlockSize, plan.Input.Terms.Count, biases]);
                biases += plan.Output.Terms[o].Channels;
                for (int i = 0; i < plan.Input.Terms.Count; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    (int[] ids, int count) = orbits.Inputs(number, plan.Input.Terms[i]);
                    ref int weight = ref weights[(o * plan.Input.Terms.Count) + i];
                    blocks.AddRange([i, count, weight, rest.Count, rest.Count + count + 1]);
                    weight += count * plan.Input.Terms[i].Channels * plan.Output.Terms[o].Channels;
                    Sort(ids, count, rest);
                }
                lists.AddRange(own);
                if (moves)
                    foreach (int list in own)
                        images.AddRange(orbits.Mover(list));
            }
        }
        int[] header =
        [
            (int)ProgramForm.Orbit, spaces.Count, plan.Input.Terms.Count, plan.Output.Terms.Count, classes.Count / ClassSize, blocks.Count / BlockSize,
            lists.Count, moves ? spaces.Sum(static space => space.N) : 0, inputSize, outputSize, plan.WeightCount, plan.BiasCount,
        ];
        return new LayerProgram(
            ProgramForm.Orbit, LayerProgram.Join(header, [.. spaces.Select(static space => space.N)], terms, classes, blocks, lists, images, rest), default);
    }

    /// <summary>About the number of integers of a plan's program, without making it.</summary>
    /// <param name="plan">A plan with orbits.</param>
    internal static long Size(DiagramPlan plan)
    {
        int[] sizes = [.. plan.Input.Spaces.Select(static space => space.N)];
        long inputs = plan.Input.Terms.Sum(term => term.Size(sizes));
        long lists = plan.Output.Terms.Sum(term => term.Size(sizes));
        return (lists * (1 + (Moves(plan) ? (long)sizes.Sum() : 0))) + (plan.Biases.Count * inputs) + plan.Paths.Count;
    }

    // Without input axes nothing is moved.
    private static bool Moves(DiagramPlan plan) => plan.Input.Terms.Any(static term => term.Axes > 0);

    private static int FirstWeight(DiagramPlan plan, int output, int input) => plan.Paths.First(path => path.Output == output && path.Input == input).WeightOffset;

    private static int Terms(TensorPowers powers, List<int> terms, List<int> rest)
    {
        int[] sizes = [.. powers.Spaces.Select(static space => space.N)];
        int offset = 0;
        foreach (TensorPower term in powers.Terms)
        {
            int lists = checked((int)term.Size(sizes));
            terms.AddRange([term.Channels, offset, lists, term.Axes, rest.Count]);
            offset = checked(offset + (lists * term.Channels));
            for (int s = 0; s < sizes.Length; s++)
            for (int p = 0; p < term.Powers[s]; p++)
                rest.AddRange([sizes.Take(s).Sum(), sizes[s]]);
        }
        return offset;
    }

    // Where each orbit begins, and the lists of one after the other.
    private static void Sort(int[] ids, int count, List<int> rest)
    {
        int[] next = new int[count + 1];
        foreach (int id in ids) next[id + 1]++;
        for (int orbit = 0; orbit < count; orbit++) next[orbit + 1] += next[orbit];
        rest.AddRange(next);
        int[] entries = new int[ids.Length];
        for (int list = 0; list < ids.Length; list++) entries[next[ids[list]]++] = list;
        rest.AddRange(entries);
    }
}
