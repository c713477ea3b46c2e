using Reps;

namespace Tetris;

/// <summary>What is known of a cube by itself: that it is there.</summary>
[Rep("0e")]
public readonly partial struct Cube;

/// <summary>The harmonics of an edge's direction.</summary>
[Rep("0e + 1o + 2e")]
public readonly partial struct Direction;

/// <summary>Features after the first layer, and what its gate takes: a scalar for each feature with a direction.</summary>
[Rep("8x0e + 8x1o + 8x2e")]
public readonly partial struct First;

[Rep("24x0e + 8x1o + 8x2e")]
public readonly partial struct FirstGates;

/// <summary>Features after the second layer. Axial vectors, 1e, are the first that know left from right.</summary>
[Rep("8x0e + 8x1o + 8x1e + 8x2o + 8x2e")]
public readonly partial struct Second;

[Rep("40x0e + 8x1o + 8x1e + 8x2o + 8x2e")]
public readonly partial struct SecondGates;

/// <summary>What the last messages bring: numbers, and numbers that change their sign in a mirror.</summary>
[Rep("8x0o + 8x0e")]
public readonly partial struct Numbers;

/// <summary>One number for each shape, the chiral pair counted once, after one that tells left from right.</summary>
[Rep("0o + 7x0e")]
public readonly partial struct Answer;
