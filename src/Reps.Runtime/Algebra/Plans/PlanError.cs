using System;
using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>A reason why a map cannot be derived from its representations.</summary>
/// <param name="Code">The rule, for example REPS2004; each has a page in docs/rules.</param>
/// <param name="Message">What was found, what was expected and the remedy.</param>
/// <param name="Instruction">The index of the offending instruction, or −1.</param>
public sealed record PlanError(string Code, string Message, int Instruction = -1)
{
    /// <summary>Throws if there is an error.</summary>
    /// <param name="errors">The errors found.</param>
    /// <exception cref="ArgumentException">The list is not empty; the message is that of the first error.</exception>
    internal static void ThrowIfAny(IReadOnlyList<PlanError> errors)
    {
        if (errors.Count > 0) throw new ArgumentException(errors[0].Message);
    }
}
