using Reps;

namespace Library;

/// <summary>What an atom has learnt.</summary>
[Rep("O(3): 2x0e + 2x1o")]
public readonly partial struct Hidden;

/// <summary>Where a neighbour is.</summary>
[Rep("O(3): 0e + 1o")]
public readonly partial struct Direction;

/// <summary>One message.</summary>
[TensorProduct<Hidden, Direction, Hidden>(Mode.Uvu)]
public sealed partial class Message;

/// <summary>A model made of generated layers.</summary>
public static class Model
{
    /// <summary>Sends every row along its direction, with all weights one.</summary>
    public static RepArray<Hidden, double> Send(RepArray<Hidden, double> features, RepArray<Direction, double> directions)
    {
        double[] weights = new double[Message.WeightCount];
        Array.Fill(weights, 1.0);
        return Message.Forward(features, directions, weights);
    }
}
