using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Algebra;

/// <summary>
/// What the forms of a diagram layer cost, where n is fixed. Half-diagrams do no more arithmetic than diagram by diagram, since what diagrams share
/// is done once, and are the choice unless tensors are so small that finding the places costs more than one product with the whole matrix.
/// </summary>
internal static class DiagramCost
{
    // In nanoseconds, by the benchmark of small layers: products done in one, in a large and in a small matrix; what a row costs to begin with; and
    // what each step and joint, and each run of channels, cost beside their arithmetic.
    private const double LargeProducts = 30;
    private const double SmallProducts = 16;
    private const double Row = 180;
    private const double Part = 25;
    private const double Run = 2.5;
    private const double Numbers = 8;
    private const double Filled = 1.5;

    /// <summary>What one matrix saves, in nanoseconds a row; negative where half-diagrams are cheaper.</summary>
    /// <param name="plan">The plan, which fixes n.</param>
    /// <param name="halves">Its half-diagrams.</param>
    public static double Saved(DiagramPlan plan, LayerProgram halves)
    {
        int[] sizes = [.. plan.Input.Spaces.Select(static space => space.N)];
        return Halves(halves.Integers, sizes) - (plan.Input.Dim(sizes) * plan.Output.Dim(sizes) / LargeProducts);
    }

    /// <summary>What it costs to fill the matrix, in nanoseconds a batch.</summary>
    /// <param name="products">How many products of an entry and a weight it sums.</param>
    public static double Filling(long products) => Filled * products;

    // Reads the sections that DiagramProgram writes.
    private static double Halves(EquatableArray<int> program, int[] sizes)
    {
        int at = DiagramProgram.HeaderSize + program[1];
        int terms = at, steps = terms + ((program[2] + program[3]) * DiagramProgram.TermSize);
        int joints = steps + ((program[4] + program[5]) * DiagramProgram.StepSize);
        int columns = joints + (program[6] * DiagramProgram.JointSize), rows = columns + (program[7] * DiagramProgram.ColumnSize);
        double[] positions = new double[program[4] + program[5]];
        double cost = Row;
        for (int s = 0; s < positions.Length; s++)
        {
            int step = steps + (s * DiagramProgram.StepSize), parent = program[step + 2];
            int first = s < program[4] ? 0 : program[4];
            int term = terms + (((s < program[4] ? 0 : program[2]) + program[step + 1]) * DiagramProgram.TermSize);
            double own = program[step + 5] * (parent < 0 ? 1 : Choices(program, steps, first, parent));
            for (int axis = 0; axis < program[step + 3]; axis++) own *= sizes[program[step + 8 + axis] >> 16];
            positions[s] = own;
            if ((HalfOperation)program[step] == HalfOperation.Whole) continue;
            double whole = parent >= 0 ? positions[first + parent] : TermPositions(program, term, sizes);
            cost += Part + (Math.Max(own, whole) * Length(program[term]));
        }
        for (int j = 0; j < program[6]; j++)
        {
            int joint = joints + (j * DiagramProgram.JointSize);
            List<int> inner = [.. Enumerable.Range(program[joint], program[joint + 1]).Select(c => program[columns + (c * DiagramProgram.ColumnSize) + 1])];
            List<int> outer = [.. Enumerable.Range(program[joint + 2], program[joint + 3]).Select(r => program[rows + (r * DiagramProgram.RowSize) + 1])];
            double places = positions[program[4] + program[rows + (program[joint + 2] * DiagramProgram.RowSize)]];
            cost += Part + (places * (inner.Sum(Length) + (outer.Count > 1 ? outer.Sum(Length) : 0) + (inner.Sum() * (double)outer.Sum() / SmallProducts)));
        }
        return cost;
    }

    private static double Length(int channels) => Run + (channels / Numbers);

    private static double Choices(EquatableArray<int> program, int steps, int first, int step)
    {
        double choices = 1;
        for (; step >= 0; step = program[steps + ((first + step) * DiagramProgram.StepSize) + 2]) choices *= program[steps + ((first + step) * DiagramProgram.StepSize) + 5];
        return choices;
    }

    private static double TermPositions(EquatableArray<int> program, int term, int[] sizes)
    {
        double positions = 1;
        for (int axis = 0; axis < program[term + 1]; axis++) positions *= sizes[program[term + 2 + axis]];
        return positions;
    }
}
