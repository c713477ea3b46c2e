namespace Reps.Algebra;

/// <summary>A partition of 0 … n−1 that only grows coarser (union-find); each set is known by its smallest member.</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] _parents = PermutationTables.Identity(count);

    /// <summary>The smallest member of the set that contains <paramref name="item"/>.</summary>
    public int Find(int item)
    {
        while (_parents[item] != item) item = _parents[item] = _parents[_parents[item]];
        return item;
    }

    public void Join(int left, int right)
    {
        (left, right) = (Find(left), Find(right));
        if (left < right) _parents[right] = left;
        else _parents[left] = right;
    }

    /// <summary>Joins every item with its image.</summary>
    public void JoinImages(int[] images)
    {
        for (int i = 0; i < images.Length; i++) Join(i, images[i]);
    }
}
