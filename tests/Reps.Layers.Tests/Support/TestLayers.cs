namespace Reps.Tests;

[Rep("6x0e + 6x1o + 6x2e")]
public readonly partial struct Hidden;

[Rep("0e + 1o + 2e")]
public readonly partial struct Direction;

[Rep("20x0e + 20x1o")]
public readonly partial struct Wide;

[Rep("20x0e + 20x1o + 20x2e")]
public readonly partial struct WideOut;

[Rep("3x0e + 2x1o + 4x1e")]
public readonly partial struct Mixed;

[Rep("4x0e")]
public readonly partial struct Scalars;

[Rep("18x0e")]
public readonly partial struct Gates;

[TensorProduct<Hidden, Direction, Hidden>(Mode.Uvu)]
public sealed partial class Convolve;

[TensorProduct<Wide, Direction, WideOut>(Mode.Uvu)]
public sealed partial class ConvolveWide;

[TensorProduct<Hidden, Hidden, Mixed>(Mode.Uvw)]
public sealed partial class FullyConnected;

[TensorProduct<Hidden, Hidden, Hidden>(Mode.Uuu, HasWeights = false)]
public sealed partial class Channelwise;

[TensorProduct<Hidden, Direction, Hidden>]
[Path(0, 1, 1, Mode.Uvu)]
[Path(1, 1, 0, Mode.Uvu, PathWeight = 0.3)]
[Path(1, 1, 2, Mode.Uvu, HasWeight = false)]
public sealed partial class Chosen;

[Linear<Hidden, Hidden>]
public sealed partial class Mix;

[SymmetricContraction<Hidden, Hidden>(Correlation = 3)]
public sealed partial class Power;

[SphericalHarmonics<Direction>]
public sealed partial class Embed;

[SphericalHarmonics<Direction>(Normalize = false, Normalization = HarmonicsNormalization.Integral)]
public sealed partial class Solid;
