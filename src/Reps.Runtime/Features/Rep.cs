namespace Reps;

/// <summary>The representation behind a type, for code that computes with it at run time.</summary>
/// <typeparam name="TRep">A struct completed by <see cref="RepAttribute"/>.</typeparam>
public static class Rep<TRep>
    where TRep : struct, IRep<TRep>
{
    /// <summary>The group and its representation; parsed once, on first use.</summary>
    public static Signature Signature { get; } = Reps.Signature.Parse(TRep.Signature);

    /// <summary>The list of irreps with multiplicities.</summary>
    public static Irreps Irreps => Signature.Irreps;
}
