using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>Where a value came about, for what is reported only once it is misused.</summary>
/// <param name="Location">The operation.</param>
/// <param name="Operation">Its name.</param>
internal sealed record Origin(Location Location, string Operation);
