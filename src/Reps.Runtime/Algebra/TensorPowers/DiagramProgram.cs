using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// The lowering of diagram layers to half-diagrams: contract the input to every half, once; mix the channels of halves with the same kept axes, one
/// matrix product for each kind; and spread the results over the output, once for each half.
/// </summary>
/// <remarks>
/// <para>Header: form, number of spaces, of input terms, of output terms, of input steps, of output steps, of joints, of columns, of rows, of
/// couplings, number of weights, number of biases. The last input term is the number one, which biases map.</para>
/// <para>Sections: n of each space (0: given in the call); terms; steps; joints; columns; rows; couplings; lists.</para>
/// <para>The whole of a tensor is the tensor itself; closing a block costs a pass over the parent, n^{d+1}.</para>
/// </remarks>
public static class DiagramProgram
{
    /// <summary>The number of integers in the header, also in that of an <see cref="OrbitProgram"/>.</summary>
    public const int HeaderSize = 12;

    /// <summary>The integers of a term: channels, number of axes, the space of each axis.</summary>
    public const int TermSize = 2 + Diagram.MaxVertices;

    /// <summary>
    /// The integers of a step: operation, term, parent, number of axes, number of closed axes, choices, entries of a choice, offset of the list; for
    /// each axis space · 2^16 + bits of the parent's axes; for each closed axis its number.
    /// </summary>
    public const int StepSize = 8 + (2 * Diagram.MaxVertices);

    /// <summary>The integers of a joint: first column, number of columns, first row, number of rows, first coupling, number of couplings.</summary>
    public const int JointSize = 6;

    /// <summary>The integers of a column: the input step, channels, and for each axis of the rows the axis of the step.</summary>
    public const int ColumnSize = 2 + Diagram.MaxVertices;

    /// <summary>The integers of a row: the output step, channels.</summary>
    public const int RowSize = 2;

    /// <summary>The integers of a coupling: column and row within the joint, offset of its weights (of a bias, −1 − its offset), sign.</summary>
    public const int CouplingSize = 4;

    /// <summary>Lowers a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// The program; it has no coefficients. A plan with orbits has an <see cref="OrbitProgram"/>, and one that is cheaper as one matrix a
    /// <see cref="MatrixProgram"/>.
    /// </returns>
    public static LayerProgram Lower(DiagramPlan plan, CancellationToken cancellationToken = default)
    {
        if (plan.Input.HasOrbits) return OrbitProgram.Lower(plan, cancellationToken);
        LayerProgram halves = LowerHalves(plan, cancellationToken);
        return MatrixProgram.Suits(plan) ? MatrixProgram.Lower(plan, halves, null, cancellationToken) : halves;
    }

    /// <summary>Lowers a plan of diagrams to half-diagrams.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The program; it has no coefficients.</returns>
    public static LayerProgram LowerHalves(DiagramPlan plan, CancellationToken cancellationToken = default)
    {
        HalfSteps inputs = new(plan.Input.Spaces, false, cancellationToken);
        HalfSteps outputs = new(plan.Input.Spaces, true, cancellationToken);
        List<(string Joint, List<int[]> Columns, List<int[]> Rows, List<int[]> Couplings)> joints = [];
        foreach (DiagramPath path in plan.Biases.Concat(plan.Paths))
        {
            DiagramHalves.Joined halves = DiagramHalves.Of(plan, path);
            bool bias = path.Input < 0;
            string joint = halves.Output.Joint;
            int at = joints.FindIndex(known => known.Joint == joint);
            if (at < 0)
            {
                at = joints.Count;
                joints.Add((joint, [], [], []));
            }
            int[] column = [inputs.Of(halves.Input), bias ? 1 : plan.Input.Terms[path.Input].Channels, .. Padded(halves.Images, Diagram.MaxVertices)];
            int[] row = [outputs.Of(halves.Output), plan.Output.Terms[path.Output].Channels];
            joints[at].Couplings.Add(
                [Place(joints[at].Columns, column), Place(joints[at].Rows, row), bias ? -1 - path.WeightOffset : path.WeightOffset, halves.Sign]);
        }

        List<int> lists = [];
        List<int> steps = [];
        foreach (HalfStep step in inputs.Steps.Concat(outputs.Steps)) steps.AddRange(Integers(step, lists));
        List<int> jointSection = [], columns = [], rows = [], couplings = [];
        foreach ((_, List<int[]> c, List<int[]> r, List<int[]> w) in joints)
        {
            jointSection.AddRange(
                [columns.Count / ColumnSize, c.Count, rows.Count / RowSize, r.Count, couplings.Count / CouplingSize, w.Count]);
            columns.AddRange(c.SelectMany(static x => x));
            rows.AddRange(r.SelectMany(static x => x));
            couplings.AddRange(w.SelectMany(static x => x));
        }
        TensorPower one = new(1, new(plan.Input.Spaces.Select(static _ => 0)));
        int[] header =
        [
            (int)ProgramForm.Diagram, plan.Input.Spaces.Count, plan.Input.Terms.Count + 1, plan.Output.Terms.Count, inputs.Steps.Count, outputs.Steps.Count,
            joints.Count, columns.Count / ColumnSize, rows.Count / RowSize, couplings.Count / CouplingSize, plan.WeightCount, plan.BiasCount,
        ];
        return new LayerProgram(
            ProgramForm.Diagram,
            LayerProgram.Join(
                header,
                [.. plan.Input.Spaces.Select(static space => space.N)],
                [.. plan.Input.Terms.Append(one).Concat(plan.Output.Terms).SelectMany(Integers)],
                steps,
                jointSection,
                columns,
                rows,
                couplings,
                lists),
            default);
    }

    private static int[] Integers(TensorPower term)
    {
        List<int> spaces = [];
        for (int s = 0; s < term.Powers.Count; s++) spaces.AddRange(Enumerable.Repeat(s, term.Powers[s]));
        return [term.Channels, spaces.Count, .. Padded(spaces, Diagram.MaxVertices)];
    }

    private static int[] Integers(HalfStep step, List<int> lists)
    {
        int entries = step.List.Count / (step.Choices * (1 + step.Closed.Count));
        int offset = lists.Count;
        lists.AddRange(step.List);
        return
        [
            (int)step.Operation, step.Term, step.Parent, step.Axes.Count, step.Closed.Count, step.Choices, entries, offset,
            .. Padded([.. step.Axes.Select(static axis => (axis.Space << 16) | axis.Parents)], Diagram.MaxVertices),
            .. Padded(step.Closed, Diagram.MaxVertices),
        ];
    }

    private static int Place(List<int[]> items, int[] item)
    {
        int at = items.FindIndex(known => known.SequenceEqual(item));
        if (at >= 0) return at;
        items.Add(item);
        return items.Count - 1;
    }

    private static IEnumerable<int> Padded(IReadOnlyList<int> values, int length) => values.Concat(Enumerable.Repeat(0, length - values.Count));
}
