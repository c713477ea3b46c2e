using Reps;

namespace QuickStart;

/// <summary>Directions as spherical harmonics.</summary>
[SphericalHarmonics<Direction>]
public sealed partial class EmbedDirection;

/// <summary>The first message: species and direction.</summary>
[TensorProduct<Species, Direction, Hidden>(Mode.Uvu)]
public sealed partial class FirstMessage;

/// <summary>The second message: everything known of a neighbour, and its direction.</summary>
[TensorProduct<Hidden, Direction, Hidden>(Mode.Uvu)]
public sealed partial class SecondMessage;

/// <summary>Mixes the channels of one atom.</summary>
[Linear<Hidden, Hidden>]
public sealed partial class Mix;

/// <summary>One atom's share of the prediction.</summary>
[Linear<Hidden, Prediction>]
public sealed partial class ReadOut;
