using System;
using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>
/// An equivariant multilinear map in a form that no backend owns: operands cut into segments, and paths that multiply segments with
/// sparse exact coefficients. An operand may occur several times in a path, which makes the map a polynomial in it. Equal plans compute
/// the same function.
/// </summary>
/// <param name="Name">What the plan is, for messages.</param>
/// <param name="Inputs">The arguments, in the order in which they are passed.</param>
/// <param name="Output">The result.</param>
/// <param name="Paths">The terms that are added up.</param>
public sealed record SegmentedPlan(string Name, EquatableArray<PlanOperand> Inputs, PlanOperand Output, EquatableArray<PlanPath> Paths)
{
    /// <summary>The number of coefficients that are not zero, over all paths.</summary>
    public int CoefficientCount
    {
        get
        {
            int count = 0;
            foreach (PlanPath path in Paths) count += path.Coefficients.Count;
            return count;
        }
    }

    /// <summary>
    /// The vector-Jacobian product with respect to one input. It is again a plan: its inputs are those of this plan followed by the
    /// cotangent of the output, and its output has the shape of the chosen input.
    /// </summary>
    /// <param name="input">The index of the input to differentiate by.</param>
    /// <returns>The transposed plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such input.</exception>
    public SegmentedPlan Transpose(int input)
    {
        if (input < 0 || input >= Inputs.Count) throw new ArgumentOutOfRangeException(nameof(input), input, "No such input.");
        List<PlanOperand> inputs = [.. Inputs, Output with { Name = "grad_" + Output.Name }];
        List<PlanPath> paths = [];
        foreach (PlanPath path in Paths)
            for (int f = 0; f < path.Factors.Count; f++)
                if (path.Factors[f].Operand == input)
                    paths.Add(Transpose(path, f, out _));
        PlanOperand output = Inputs[input] with { Name = "grad_" + Inputs[input].Name };
        return new SegmentedPlan(Name + ", gradient by " + Inputs[input].Name, new(inputs), output, new(paths));
    }

    /// <summary>Exchanges the output of a path with one of its factors.</summary>
    /// <param name="path">A path of this plan.</param>
    /// <param name="factor">The factor that becomes the output.</param>
    /// <param name="axes">For every axis of the new coefficients, the axis of the old ones that it was.</param>
    /// <returns>The transposed path; its last factor is the cotangent of the old output.</returns>
    public PlanPath Transpose(PlanPath path, int factor, out int[] axes)
    {
        List<PlanFactor> factors = [];
        List<int> order = [];
        int axis = 0;
        int outputAxis = -1;
        for (int f = 0; f < path.Factors.Count; f++)
        {
            bool feature = Inputs[path.Factors[f].Operand].Role == OperandRole.Feature;
            if (f != factor)
            {
                factors.Add(path.Factors[f]);
                if (feature) order.Add(axis);
            }
            else if (feature)
            {
                outputAxis = axis;
            }
            if (feature) axis++;
        }
        factors.Add(path.Output with { Operand = Inputs.Count });
        if (Output.Role == OperandRole.Feature) order.Add(axis);
        if (outputAxis >= 0) order.Add(outputAxis);
        axes = order.ToArray();
        return path with
        {
            Factors = new(factors),
            Output = path.Factors[factor] with { Operand = 0 },
            Coefficients = path.Coefficients.Permute(axes),
        };
    }
}
