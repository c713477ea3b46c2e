using Reps;

namespace Wrong;

[Rep("O(3): 8x0e + 4x1p")]
public readonly partial struct Hidden;

[Linear<Hidden, Hidden>]
public sealed partial class Mix;

public static class Use
{
    public static RepArray<Hidden, float> Once(RepArray<Hidden, float> x) => Mix.Forward(x, new float[Mix.WeightCount]);
}
