using Reps;

namespace QuickStart;

/// <summary>What an atom is: invariant numbers.</summary>
[Rep("O(3): 16x0e")]
public readonly partial struct Species;

/// <summary>What an atom has learnt of its surroundings: scalars, vectors and quadrupoles.</summary>
[Rep("O(3): 16x0e + 16x1o + 16x2e")]
public readonly partial struct Hidden;

/// <summary>The direction from a neighbour.</summary>
[Rep("O(3): 0e + 1o + 2e")]
public readonly partial struct Direction;

/// <summary>What is predicted: an energy-like scalar and a dipole-like vector.</summary>
[Rep("O(3): 0e + 1o")]
public readonly partial struct Prediction;
