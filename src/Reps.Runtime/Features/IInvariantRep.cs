namespace Reps;

/// <summary>A representation that the group leaves alone: every irrep is trivial, so that its features may be used as any numbers.</summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
public interface IInvariantRep<TSelf> : IRep<TSelf>
    where TSelf : struct, IInvariantRep<TSelf>;
