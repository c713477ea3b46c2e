namespace Potential.Data;

/// <summary>Translations of images.</summary>
internal static class CellShifts
{
    /// <summary>The translations [edges, 3] of images [edges, 3] in a cell [3, 3]; zero without a cell.</summary>
    public static double[] Of(int[] images, double[]? cell)
    {
        double[] shifts = new double[images.Length];
        if (cell is null) return shifts;
        for (int n = 0; n < images.Length; n += 3)
        for (int axis = 0; axis < 3; axis++)
            shifts[n + axis] = (images[n] * cell[axis]) + (images[n + 1] * cell[3 + axis]) + (images[n + 2] * cell[6 + axis]);
        return shifts;
    }
}
