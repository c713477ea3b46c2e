using System.Linq;
using Reps.Algebra;

namespace Reps.Benchmarking;

/// <summary>
/// The counts of a plan whose operands are float: an input that is a weight may serve several rows, and then each row has its part of it.
/// </summary>
/// <param name="plan">The plan of a product or of a linear map.</param>
/// <param name="rowsPerWeights">How many rows share one vector of weights.</param>
internal sealed class PlanCounts(SegmentedPlan plan, double rowsPerWeights = 1)
{
    /// <summary>Evaluation: reads the inputs, writes the output.</summary>
    public Counts Forward => new(Inputs, Bytes(plan.Output), Flops(plan));

    /// <summary>The gradients by every input: reads the inputs and the cotangent of the output, writes the gradients.</summary>
    public Counts Backward => new(Inputs + Bytes(plan.Output), Inputs, Gradients);

    /// <summary>One after the other, as two passes over the operands.</summary>
    public Counts ForwardAndBackward => Forward + Backward;

    private double Inputs => plan.Inputs.Sum(Bytes);

    private double Gradients
    {
        get
        {
            double flops = 0;
            for (int input = 0; input < plan.Inputs.Count; input++)
                flops += plan.Inputs[input].Role == OperandRole.Feature ? Flops(plan.Transpose(input)) : WeightGradient(input);
            return flops;
        }
    }

    /// <summary>
    /// The counts of a convolution, one edge each: node features are gathered for every edge, the sum over the edges of a target is written
    /// once. An edge adds its message to the sum, which is one operation for each number of the message.
    /// </summary>
    /// <param name="edgesPerNode">The mean number of edges of a target.</param>
    public Counts Convolution(double edgesPerNode) => new(Inputs, Bytes(plan.Output) / edgesPerNode, Flops(plan) + Bytes(plan.Output) / sizeof(float));

    /// <summary>
    /// The gradients of a convolution, one edge each: the cotangents of targets and the gradients of node features move once a node.
    /// </summary>
    /// <param name="edgesPerNode">The mean number of edges of a target.</param>
    public Counts ConvolutionBackward(double edgesPerNode)
    {
        double node = Bytes(plan.Inputs[0]);
        return new(Inputs + Bytes(plan.Output) / edgesPerNode, Inputs - node + node / edgesPerNode, Gradients + node / sizeof(float));
    }

    private double Bytes(PlanOperand operand) => sizeof(float) * (double)operand.Size / (operand.Role == OperandRole.Weight ? rowsPerWeights : 1);

    private static double Flops(SegmentedPlan plan) => plan.Paths.Sum(path => new PathFlops(plan, path).Evaluate());

    private double WeightGradient(int input) =>
        plan.Paths.Where(path => path.Factors.Any(factor => factor.Operand == input)).Sum(path => new PathFlops(plan, path).WeightGradient());
}
