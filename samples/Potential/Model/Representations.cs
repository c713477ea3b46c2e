using Reps;

namespace Potential.Model;

/// <summary>An energy.</summary>
[Rep("0e")]
public readonly partial struct Energy;

/// <summary>Features that do not turn with the atoms.</summary>
[Rep("64x0e")]
public readonly partial struct Scalars;

/// <summary>Features of an atom between the layers.</summary>
[Rep("64x0e + 64x1o")]
public readonly partial struct Hidden;

/// <summary>The harmonics of an edge's direction.</summary>
[Rep("0e + 1o + 2e + 3o")]
public readonly partial struct Direction;

/// <summary>What an atom receives from its neighbours.</summary>
[Rep("64x0e + 64x1o + 64x2e + 64x3o")]
public readonly partial struct Message;
