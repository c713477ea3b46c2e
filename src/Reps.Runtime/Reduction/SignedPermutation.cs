namespace Reps;

/// <summary>A permutation of the indices of a tensor, with the sign that the tensor takes on.</summary>
/// <param name="Sign">+1 or −1.</param>
/// <param name="Permutation">p: T[x(0), x(1), …] = sign·T[x(p(0)), x(p(1)), …].</param>
public readonly record struct SignedPermutation(int Sign, Permutation Permutation)
{
    /// <summary>The composition, the right one first.</summary>
    public static SignedPermutation operator *(SignedPermutation left, SignedPermutation right) =>
        new(left.Sign * right.Sign, left.Permutation * right.Permutation);
}
