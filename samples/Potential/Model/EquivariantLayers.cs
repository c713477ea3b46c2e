using Reps;

namespace Potential.Model;

/// <summary>Harmonics of the edges.</summary>
[SphericalHarmonics<Direction>]
public sealed partial class EmbedDirection;

/// <summary>Mixes the channels of the first layer's features.</summary>
[Linear<Scalars, Scalars>]
public sealed partial class MixScalars;

/// <summary>The first layer's messages: features without direction times harmonics.</summary>
[TensorProduct<Scalars, Direction, Message>(Mode.Uvu)]
public sealed partial class FirstMessage;

/// <summary>The next layers' messages.</summary>
[TensorProduct<Hidden, Direction, Message>(Mode.Uvu)]
public sealed partial class NextMessage;

/// <summary>Mixes the channels of the messages.</summary>
[Linear<Message, Message>]
public sealed partial class MixMessage;

/// <summary>Products of up to three messages: up to four bodies see each other.</summary>
[SymmetricContraction<Message, Hidden>(Correlation = 3)]
public sealed partial class HiddenPower;

/// <summary>Products of up to three messages, without direction: all that the last layer needs.</summary>
[SymmetricContraction<Message, Scalars>(Correlation = 3)]
public sealed partial class ScalarPower;

/// <summary>Mixes the channels of hidden features.</summary>
[Linear<Hidden, Hidden>]
public sealed partial class MixHidden;

/// <summary>Brings the hidden features past the last layer's messages.</summary>
[Linear<Hidden, Scalars>]
public sealed partial class HiddenToScalars;

/// <summary>Reads an energy out of hidden features.</summary>
[Linear<Hidden, Energy>]
public sealed partial class ReadHidden;
