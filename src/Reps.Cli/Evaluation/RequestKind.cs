namespace Reps.Cli.Evaluation;

/// <summary>Where the instructions of a product come from.</summary>
internal enum RequestKind
{
    /// <summary>Every path between the given irreps, with weights.</summary>
    FullyConnected,

    /// <summary>Every path, without weights.</summary>
    Full,

    /// <summary>Copy by copy, without weights.</summary>
    Elementwise,

    /// <summary>The file lists them.</summary>
    Instructions,
}
