namespace Reps.Algebra;

/// <summary>Operations on permutations as bare lists of images, without the checks of <see cref="Permutation"/>.</summary>
internal static class PermutationTables
{
    public static int[] Identity(int degree)
    {
        int[] images = new int[degree];
        for (int i = 0; i < degree; i++) images[i] = i;
        return images;
    }

    public static int[] Inverse(int[] images)
    {
        int[] inverse = new int[images.Length];
        for (int i = 0; i < images.Length; i++) inverse[images[i]] = i;
        return inverse;
    }

    /// <summary>The composition, <paramref name="first"/> first.</summary>
    public static int[] Compose(int[] second, int[] first)
    {
        int[] images = new int[first.Length];
        for (int i = 0; i < images.Length; i++) images[i] = second[first[i]];
        return images;
    }

    /// <summary>Lets a permutation follow another, in the memory of that one.</summary>
    public static void Follow(int[] images, int[] second)
    {
        for (int i = 0; i < images.Length; i++) images[i] = second[images[i]];
    }

    /// <summary>The smallest point that is moved, or −1.</summary>
    public static int FirstMoved(int[] images)
    {
        for (int i = 0; i < images.Length; i++)
            if (images[i] != i)
                return i;
        return -1;
    }
}
