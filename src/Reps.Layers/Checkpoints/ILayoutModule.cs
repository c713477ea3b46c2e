namespace Reps.Layers.Checkpoints;

/// <summary>A module whose parameters mean something only together with the order of its irreps.</summary>
internal interface ILayoutModule
{
    /// <summary>Its signatures: <c>O(3): 8x0e + 8x1o -> O(3): 8x1o</c>, several inputs with commas between.</summary>
    string Layout { get; }
}
