using Reps;

namespace Tetris;

/// <summary>Harmonics of the edges.</summary>
[SphericalHarmonics<Direction>]
public sealed partial class EmbedDirection;

/// <summary>The messages of each layer: features of the neighbours times harmonics of the edges.</summary>
[TensorProduct<Cube, Direction, Direction>(Mode.Uvu)]
public sealed partial class FirstMessage;

[TensorProduct<First, Direction, Second>(Mode.Uvu)]
public sealed partial class SecondMessage;

[TensorProduct<Second, Direction, Numbers>(Mode.Uvu)]
public sealed partial class LastMessage;

/// <summary>Mixes of messages.</summary>
[Linear<Direction, FirstGates>]
public sealed partial class FirstMix;

[Linear<Second, SecondGates>]
public sealed partial class SecondMix;

[Linear<Numbers, Answer>]
public sealed partial class LastMix;
