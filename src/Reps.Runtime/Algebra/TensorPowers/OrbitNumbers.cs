using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>Says to which orbit a pair (J, I) belongs, with J any list of outputs.</summary>
internal sealed class OrbitNumbers
{
    private readonly EquatableArray<TensorSpace> _spaces;
    private readonly int[] _offsets;
    private readonly int[] _axes;
    private readonly (int[] Ids, int First)[] _ofList;
    private readonly int[][] _back;

    /// <summary>The orbits between two terms, numbered in the order of <see cref="OrbitPaths.Between"/>.</summary>
    /// <param name="spaces">The spaces.</param>
    /// <param name="input">The input term.</param>
    /// <param name="output">The output term.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public OrbitNumbers(EquatableArray<TensorSpace> spaces, TensorPower input, TensorPower output, CancellationToken cancellationToken)
    {
        _spaces = spaces;
        _offsets = [.. spaces.Select((_, s) => spaces.Take(s).Sum(static space => space.N))];
        _axes = [.. spaces.SelectMany((_, s) => Enumerable.Repeat(s, input.Powers[s]))];
        ListOrbits orbits = new(spaces, output, cancellationToken);
        int lists = orbits.Classes.Sum(static own => own.Count);
        (_ofList, _back) = (new (int[], int)[lists], new int[lists][]);
        int first = 0;
        for (int number = 0; number < orbits.Classes.Length; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int[] ids, int count) = orbits.Inputs(number, input);
            foreach (int list in orbits.Classes[number])
            {
                _ofList[list] = (ids, first);
                _back[list] = Inverse([.. orbits.Mover(list)]);
            }
            first += count;
        }
    }

    /// <summary>The number of lists J.</summary>
    public int Lists => _ofList.Length;

    /// <summary>The orbit of a pair.</summary>
    /// <param name="list">The position of J.</param>
    /// <param name="points">The points of I.</param>
    public int Of(int list, IReadOnlyList<int> points)
    {
        // An element that moves the first list of the class to J takes the pair's orbit to itself.
        int place = 0;
        for (int axis = 0; axis < _axes.Length; axis++)
            place = (place * _spaces[_axes[axis]].N) + _back[list][_offsets[_axes[axis]] + points[axis]];
        return _ofList[list].First + _ofList[list].Ids[place];
    }

    private int[] Inverse(int[] images)
    {
        int[] inverse = new int[images.Length];
        for (int s = 0; s < _offsets.Length; s++)
            for (int point = 0; point < _spaces[s].N; point++)
                inverse[_offsets[s] + images[_offsets[s] + point]] = point;
        return inverse;
    }
}
