using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers.Diagrams;

/// <summary>
/// Layers of graph automorphisms as operators of torch, on any device and with derivatives of every order: the inputs of every orbit through an
/// output list are gathered and summed, and a matrix product mixes them.
/// </summary>
internal sealed class OrbitOperators
{
    // Gathered at a time: what a large class gathers would be n^(k+l) numbers for each row and channel.
    private const long MostGathered = 1L << 22;

    private readonly DiagramPlan _plan;
    private readonly List<Class> _classes = [];

    // For each output term: where among the lists of its classes each list is.
    private readonly DeviceConstant[] _orders;

    /// <summary>Reads the orbits of a plan from its program.</summary>
    public OrbitOperators(DiagramPlan plan)
    {
        _plan = plan;
        int[] program = [.. OrbitProgram.Lower(plan).Integers];
        int spaces = program[1], inputs = program[2], outputs = program[3], listCount = program[6], degree = program[7];
        int terms = DiagramProgram.HeaderSize + spaces, classes = terms + ((inputs + outputs) * OrbitProgram.TermSize);
        int blocks = classes + (program[4] * OrbitProgram.ClassSize), lists = blocks + (program[5] * OrbitProgram.BlockSize);
        int images = lists + listCount, rest = images + (listCount * degree);
        List<long>[] places = [.. plan.Output.Terms.Select(static _ => new List<long>())];
        for (int c = 0; c < program[4]; c++)
        {
            int[] found = program[(classes + (c * OrbitProgram.ClassSize))..(classes + ((c + 1) * OrbitProgram.ClassSize))];
            List<Block> own = [];
            for (int b = found[3]; b < found[3] + found[4]; b++)
            {
                int[] block = program[(blocks + (b * OrbitProgram.BlockSize))..(blocks + ((b + 1) * OrbitProgram.BlockSize))];
                int[] term = program[(terms + (block[0] * OrbitProgram.TermSize))..(terms + ((block[0] + 1) * OrbitProgram.TermSize))];
                int[] starts = program[(rest + block[3])..(rest + block[3] + block[1] + 1)];
                List<long> gathered = [];
                for (int list = found[1]; list < found[1] + found[2]; list++)
                {
                    long[] moved = Moved(program.AsSpan(rest + term[4], 2 * term[3]), program.AsSpan(images + (list * degree), degree));
                    gathered.AddRange(program[(rest + block[4])..(rest + block[4] + term[2])].Select(entry => moved[entry]));
                }
                own.Add(new(block[0], block[2], starts, new DeviceConstant([.. gathered])));
            }
            places[found[0]].AddRange(program[(lists + found[1])..(lists + found[1] + found[2])].Select(static list => (long)list));
            _classes.Add(new(found[0], found[2], found[5], own));
        }
        _orders = [.. places.Select(static own => new DeviceConstant([.. Enumerable.Range(0, own.Count).OrderBy(n => own[n]).Select(static n => (long)n)]))];
    }

    /// <summary>Evaluates the plan.</summary>
    /// <param name="x">[rows, input dim].</param>
    /// <param name="weights">[weight count].</param>
    /// <param name="biases">[bias count], or null.</param>
    /// <returns>[rows, output dim].</returns>
    public Tensor Evaluate(Tensor x, Tensor weights, Tensor? biases)
    {
        List<Tensor>[] parts = [.. _plan.Output.Terms.Select(static _ => new List<Tensor>())];
        Tensor[] inputs = [.. Inputs(x)];
        foreach (Class own in _classes)
        {
            int outer = _plan.Output.Terms[own.Term].Channels;
            Tensor? sum = biases is null ? null : biases.narrow(0, own.Bias, outer).reshape(1, 1, outer).expand(x.size(0), own.Lists, outer);
            foreach (Block block in own.Blocks)
            {
                Tensor sums = Sums(block, own.Lists, inputs[block.Term]);
                Tensor matrix = weights.narrow(0, block.Weight, sums.size(2) * outer).reshape(sums.size(2), outer);
                Tensor mixed = matmul(sums, matrix);
                sum = sum is null ? mixed : sum.Plus(mixed);
            }
            parts[own.Term].Add(sum!);
        }
        return cat([.. parts.Select((own, o) => Ordered(cat(own, 1), _orders[o].On(x)))], 1);
    }

    private static Tensor Ordered(Tensor lists, Tensor order) => lists.index_select(1, order).reshape(lists.size(0), lists.size(1) * lists.size(2));

    private IEnumerable<Tensor> Inputs(Tensor x)
    {
        int[] sizes = [.. _plan.Input.Spaces.Select(static space => space.N)];
        long offset = 0;
        foreach (TensorPower term in _plan.Input.Terms)
        {
            long lists = term.Size(sizes);
            yield return x.narrow(1, offset, lists * term.Channels).reshape(x.size(0), lists, term.Channels);
            offset += lists * term.Channels;
        }
    }

    // [rows, output lists, (orbit, channel)].
    private static Tensor Sums(Block block, int lists, Tensor input)
    {
        (long rows, long inner, long channels) = (input.size(0), input.size(1), input.size(2));
        Tensor places = block.Places.On(input);
        long atOnce = Math.Clamp(MostGathered / Math.Max(1, rows * inner * channels), 1, lists);
        List<Tensor> parts = [];
        for (long list = 0; list < lists; list += atOnce)
        {
            long count = Math.Min(atOnce, lists - list);
            Tensor gathered = input.index_select(1, places.narrow(0, list * inner, count * inner)).reshape(rows, count, inner, channels);
            IEnumerable<Tensor> sums = Enumerable.Range(0, block.Starts.Length - 1)
                .Select(orbit => gathered.narrow(2, block.Starts[orbit], block.Starts[orbit + 1] - block.Starts[orbit]).sum(2));
            parts.Add(cat([.. sums], 2));
        }
        return cat(parts, 1);
    }

    // Where each input list goes under the images of its points.
    private static long[] Moved(ReadOnlySpan<int> axes, ReadOnlySpan<int> images)
    {
        long[] places = [0];
        for (int axis = 0; axis < axes.Length; axis += 2)
        {
            int[] own = images.Slice(axes[axis], axes[axis + 1]).ToArray();
            places = [.. places.SelectMany(place => own.Select(image => (place * own.Length) + image))];
        }
        return places;
    }

    private sealed record Class(int Term, int Lists, int Bias, List<Block> Blocks);

    // Starts: where each orbit begins among the places of a list.
    private sealed record Block(int Term, int Weight, int[] Starts, DeviceConstant Places);
}
