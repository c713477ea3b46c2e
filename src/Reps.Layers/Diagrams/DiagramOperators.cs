using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using static TorchSharp.torch;

namespace Reps.Layers.Diagrams;

/// <summary>Diagram layers as operators of torch: an einsum for each diagram, on any device and with derivatives of every order.</summary>
internal static class DiagramOperators
{
    // Of the letters of an einsum: one for each block and for each further output, and these.
    private const char Row = 'Z';
    private const char InputChannel = 'Y';
    private const char OutputChannel = 'X';

    /// <summary>Evaluates a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sizes">n of each space.</param>
    /// <param name="x">[rows, input dim].</param>
    /// <param name="weights">[weight count].</param>
    /// <param name="biases">[bias count], or null.</param>
    /// <returns>[rows, output dim].</returns>
    public static Tensor Evaluate(DiagramPlan plan, int[] sizes, Tensor x, Tensor weights, Tensor? biases)
    {
        long rows = x.size(0);
        Tensor[] inputs = [.. Parts(plan.Input, sizes, x)];
        Tensor?[] outputs = new Tensor?[plan.Output.Terms.Count];
        foreach (DiagramPath path in plan.Paths)
        {
            (long from, long to) = (plan.Input.Terms[path.Input].Channels, plan.Output.Terms[path.Output].Channels);
            Tensor w = weights.narrow(0, path.WeightOffset, from * to).reshape(from, to);
            Add(path.Output, Apply(path, sizes, [(inputs[path.Input], true), (w, false)], x));
        }
        if (biases is not null)
            foreach (DiagramPath path in plan.Biases)
            {
                Tensor b = biases.narrow(0, path.WeightOffset, plan.Output.Terms[path.Output].Channels);
                Add(path.Output, Apply(path, sizes, [(b, false)], x));
            }
        for (int o = 0; o < outputs.Length; o++)
        {
            long size = plan.Output.Terms[o].Size(sizes) * plan.Output.Terms[o].Channels;
            outputs[o] = outputs[o]?.reshape(-1, size).expand(rows, size) ?? zeros(rows, size, dtype: x.dtype, device: x.device);
        }
        return cat([.. outputs.Select(part => part!)], 1);

        void Add(int output, Tensor part) => outputs[output] = outputs[output] is Tensor sum ? sum.Plus(part) : part;
    }

    private static IEnumerable<Tensor> Parts(TensorPowers powers, int[] sizes, Tensor x)
    {
        long offset = 0;
        foreach (TensorPower term in powers.Terms)
        {
            long size = term.Size(sizes) * term.Channels;
            yield return x.narrow(1, offset, size).reshape([x.size(0), .. term.Lengths(sizes), term.Channels]);
            offset += size;
        }
    }

    // The first operand is the input, or the bias alone; what blocks and symbols do is said by further operands.
    private static Tensor Apply(DiagramPath path, int[] sizes, (Tensor Tensor, bool Rows)[] given, Tensor like)
    {
        Letters letters = new();
        List<Tensor> operands = [];
        List<string> indices = [];
        string below = "", above = "";
        for (int space = 0; space < sizes.Length; space++)
        {
            Diagram diagram = path.Diagrams[space];
            int n = sizes[space];
            Tensor identity = eye(n, dtype: like.dtype, device: like.device);
            char[] ofBlock = [.. Enumerable.Range(0, diagram.BlockCount).Select(_ => letters.Next())];
            for (int vertex = diagram.Outputs; vertex < diagram.VertexCount; vertex++) below += Place(vertex);
            for (int vertex = 0; vertex < diagram.Outputs; vertex++)
            {
                char letter = Place(vertex);
                // Every output has an index of its own: the first of a block that of the block.
                if (above.Contains(letter, StringComparison.Ordinal))
                {
                    char own = letters.Next();
                    operands.Add(identity);
                    indices.Add($"{letter}{own}");
                    letter = own;
                }
                above += letter;
            }
            // A block of outputs alone takes every value.
            foreach (char letter in above.Where(ofBlock.Contains).Where(letter => !below.Contains(letter, StringComparison.Ordinal)).ToArray())
            {
                operands.Add(ones(n, dtype: like.dtype, device: like.device));
                indices.Add($"{letter}");
            }
            Symbols(diagram, n, ofBlock);

            // The second end of an arc within a row of a symplectic diagram is joined by the form, and not equal to the first.
            char Place(int vertex)
            {
                char block = ofBlock[diagram.BlockOf(vertex)];
                int[] ends = diagram.Vertices(diagram.BlockOf(vertex));
                bool within = diagram.Kind == DiagramKind.Symplectic && ends[0] < diagram.Outputs == ends[1] < diagram.Outputs;
                if (!within || vertex == ends[0]) return block;
                char second = letters.Next();
                operands.Add(Form(n, like));
                indices.Add($"{block}{second}");
                return second;
            }
        }

        void Symbols(Diagram diagram, int n, char[] ofBlock)
        {
            if (diagram.Kind is not (DiagramKind.BrauerFree or DiagramKind.Jellyfish)) return;
            string arguments = new([.. Enumerable.Range(0, diagram.BlockCount).Where(block => diagram.Kind == DiagramKind.Jellyfish || diagram.Vertices(block).Length == 1).Select(block => ofBlock[block])]);
            operands.Add(LeviCivita(n, like));
            // The missing colour is summed over.
            indices.Add(arguments.Length < n ? arguments + letters.Next() : arguments);
        }

        bool hasInput = given.Length > 1;
        string[] first = hasInput ? [$"{Row}{below}{InputChannel}", $"{InputChannel}{OutputChannel}"] : [$"{OutputChannel}"];
        string result = (hasInput ? $"{Row}" : "") + above + OutputChannel;
        return einsum(string.Join(",", [.. first, .. indices]) + "->" + result, [.. given.Select(pair => pair.Tensor), .. operands]);
    }

    private static Tensor Form(int n, Tensor like)
    {
        double[] values = new double[n * n];
        for (int a = 0; a < n; a++) values[a * n + (a ^ 1)] = (a & 1) == 0 ? 1 : -1;
        return tensor(values).reshape(n, n).to(like.dtype).to(like.device);
    }

    private static Tensor LeviCivita(int n, Tensor like)
    {
        double[] values = new double[(int)Math.Pow(n, n)];
        Fill(0, 1, 0, []);
        return tensor(values).reshape([.. Enumerable.Repeat((long)n, n)]).to(like.dtype).to(like.device);

        void Fill(int place, int sign, int depth, int[] used)
        {
            if (depth == n)
            {
                values[place] = sign;
                return;
            }
            for (int next = 0; next < n; next++)
                if (!used.Contains(next))
                    Fill((place * n) + next, used.Count(other => other > next) % 2 == 0 ? sign : -sign, depth + 1, [.. used, next]);
        }
    }

    private sealed class Letters
    {
        private const string All = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVW";
        private int _next;

        public char Next() => All[_next++];
    }
}
