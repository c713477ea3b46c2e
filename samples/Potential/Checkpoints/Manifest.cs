namespace Potential.Checkpoints;

/// <summary>Which file is the checkpoint. Written last: what it names is complete.</summary>
/// <param name="Format">What wrote it.</param>
/// <param name="File">The file; null before there is a first one.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its bytes.</param>
internal sealed record Manifest(string Format, string? File, long Bytes, string? Sha256)
{
    /// <summary>The format that this program reads and writes.</summary>
    public const string Known = "potential checkpoint 1";
}
