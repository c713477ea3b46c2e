using System.Collections.Generic;

namespace Tetris;

/// <summary>The eight shapes of four cubes. The first two are each other's image in a mirror.</summary>
public static class Shapes
{
    /// <summary>Names of the shapes.</summary>
    public static IReadOnlyList<string> Names { get; } = ["left-handed", "right-handed", "square", "line", "corner", "L", "T", "zigzag"];

    /// <summary>The number of cubes of a shape.</summary>
    public const int Cubes = 4;

    /// <summary>The centres of the cubes, [shapes, cubes, 3].</summary>
    public static double[] Positions { get; } =
    [
        0, 0, 0,  0, 0, 1,  1, 0, 0,  1, 1, 0,
        0, 0, 0,  0, 0, 1,  1, 0, 0,  1, -1, 0,
        0, 0, 0,  1, 0, 0,  0, 1, 0,  1, 1, 0,
        0, 0, 0,  0, 0, 1,  0, 0, 2,  0, 0, 3,
        0, 0, 0,  0, 0, 1,  0, 1, 0,  1, 0, 0,
        0, 0, 0,  0, 0, 1,  0, 0, 2,  0, 1, 0,
        0, 0, 0,  0, 0, 1,  0, 0, 2,  0, 1, 1,
        0, 0, 0,  1, 0, 0,  1, 1, 0,  2, 1, 0,
    ];
}
