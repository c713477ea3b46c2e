using System.Collections.Generic;

namespace Reps;

/// <summary>Local maxima along a line of a grid.</summary>
internal static class GridPeaks
{
    /// <summary>
    /// The places that are larger than both neighbours, never the ends; of a plateau the middle, rounded down. As scipy's <c>find_peaks</c>.
    /// </summary>
    /// <param name="values">The grid.</param>
    /// <param name="offset">Where the line starts.</param>
    /// <param name="stride">The distance of its places.</param>
    /// <param name="count">How many there are.</param>
    public static IEnumerable<int> Find(double[] values, int offset, int stride, int count)
    {
        for (int i = 1; i < count - 1; i++)
        {
            double value = values[offset + i * stride];
            if (!(values[offset + (i - 1) * stride] < value)) continue;
            int next = i + 1;
            while (next < count - 1 && values[offset + next * stride] == value) next++;
            if (!(values[offset + next * stride] < value)) continue;
            yield return (i + next - 1) / 2;
            i = next - 1;
        }
    }
}
