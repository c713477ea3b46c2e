namespace Reps.Algebra;

/// <summary>How a product is executed.</summary>
public enum ProgramForm
{
    /// <summary>Row by row, with vectors over channels: see <see cref="ChannelwiseProgram"/>.</summary>
    Channelwise,

    /// <summary>With vectors over the rows of the batch.</summary>
    Rowwise,

    /// <summary>As matrix products.</summary>
    Mixing,

    /// <summary>Through half-diagrams: see <see cref="DiagramProgram"/>.</summary>
    Diagram,

    /// <summary>Through sums over orbits: see <see cref="OrbitProgram"/>.</summary>
    Orbit,

    /// <summary>As one matrix: see <see cref="MatrixProgram"/>.</summary>
    Matrix,
}
