using System;
using System.Linq;
using System.Numerics;
using Reps.Algebra;
using Reps.Kernels;

namespace Reps.Interpreter;

/// <summary>
/// Evaluates any plan from its coefficients, term by term: the slow and obvious form that kernels are held against. Layers do not use it.
/// </summary>
public sealed class PlanInterpreter
{
    private readonly InterpretedPath[] _paths;

    /// <summary>Rounds the plan's coefficients once.</summary>
    /// <param name="plan">The plan to evaluate.</param>
    /// <exception cref="ArgumentException">The plan has more than four inputs.</exception>
    public PlanInterpreter(SegmentedPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Inputs.Count > 4) throw new ArgumentException("A plan is interpreted with at most four inputs.", nameof(plan));
        Plan = plan;
        _paths = [.. plan.Paths.Select(path => new InterpretedPath(plan, path))];
    }

    /// <summary>The plan.</summary>
    public SegmentedPlan Plan { get; }

    /// <summary>Evaluates the plan for a batch.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="rows">The number of rows.</param>
    /// <param name="arguments">Feature operands [rows, size]; weight operands [size] or [rows, size]; unused operands may be empty.</param>
    /// <param name="output">[rows, size], overwritten; for a weight operand also [size], then summed over rows.</param>
    /// <exception cref="ArgumentException">A span has the wrong length; nothing has been written.</exception>
    public void Run<T>(int rows, PlanArguments<T> arguments, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        Span<int> strides = stackalloc int[4];
        for (int i = 0; i < Plan.Inputs.Count; i++)
            strides[i] = _paths.Any(path => path.Uses(i)) ? Stride(Plan.Inputs[i], arguments[i].Length, rows) : 0;
        int outputStride = Stride(Plan.Output, output.Length, rows);

        output.Clear();
        for (int row = 0; row < rows; row++)
            foreach (InterpretedPath path in _paths)
                path.Add(arguments, strides, row, output[(row * outputStride)..]);
    }

    private static int Stride(PlanOperand operand, int length, int rows)
    {
        if (operand.Role == OperandRole.Weight) return SpanGuard.WeightStride(operand.Name, length, rows, operand.Size);
        SpanGuard.Exactly(operand.Name, length, rows, operand.Size);
        return operand.Size;
    }
}
