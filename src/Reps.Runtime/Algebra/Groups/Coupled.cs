namespace Reps;

/// <summary>A path of a tensor product: an entry of the left factor, an entry of the right factor, and an irrep in their product.</summary>
/// <param name="Left">Position of the entry in the left factor.</param>
/// <param name="Right">Position of the entry in the right factor.</param>
/// <param name="Irrep">The irrep; it occurs Mul(left)·Mul(right) times.</param>
public readonly record struct Coupled(int Left, int Right, Irrep Irrep);
