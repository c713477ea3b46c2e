namespace Reps.Layers;

/// <summary>How the messages of an <see cref="EquivariantConvolution"/> join its self-connection.</summary>
public enum ConvolutionMixing
{
    /// <summary>By a fixed angle, sin(π/8) of the self-connection and cos(π/8) of the messages: e3nn's models of January 2021.</summary>
    Angle,

    /// <summary>By a factor for each node that is learned and zero at first: e3nn's models of June 2021.</summary>
    Learned,
}
