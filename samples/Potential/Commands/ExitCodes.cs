namespace Potential.Commands;

/// <summary>What commands return.</summary>
internal static class ExitCodes
{
    /// <summary>Input that has no result.</summary>
    public const int Failed = 1;

    /// <summary>A malformed command line.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl-C, as shells have it.</summary>
    public const int Stopped = 130;
}
