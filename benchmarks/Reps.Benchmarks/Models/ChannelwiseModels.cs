namespace Reps.Benchmarks;

[Rep("64x0e + 64x1o + 64x2e")] public readonly partial struct NodesA;
[Rep("0e + 1o + 2e")] public readonly partial struct DirectionsA;
[Rep(
    "64x0e + 64x0e + 64x0e + 64x1o + 64x1o + 64x1o + 64x1o + 64x1e + 64x1e + 64x2o + 64x2o + 64x2e + 64x2e + 64x2e + 64x2e"
)]
public readonly partial struct MessagesA;

/// <summary>Every path up to l = 2, of both parities, each into a segment of its own; the segments are sorted.</summary>
[TensorProduct<NodesA, DirectionsA, MessagesA>]
[Path(0, 0, 0, Mode.Uvu), Path(0, 1, 3, Mode.Uvu), Path(0, 2, 11, Mode.Uvu), Path(1, 0, 4, Mode.Uvu)]
[Path(1, 1, 1, Mode.Uvu), Path(1, 1, 7, Mode.Uvu), Path(1, 1, 12, Mode.Uvu), Path(1, 2, 5, Mode.Uvu)]
[Path(1, 2, 9, Mode.Uvu), Path(2, 0, 13, Mode.Uvu), Path(2, 1, 6, Mode.Uvu), Path(2, 1, 10, Mode.Uvu)]
[Path(2, 2, 2, Mode.Uvu), Path(2, 2, 8, Mode.Uvu), Path(2, 2, 14, Mode.Uvu)]
public sealed partial class ProductA;

[Rep("128x0e + 128x1o")] public readonly partial struct NodesB;
[Rep("0e + 1o + 2e + 3o")] public readonly partial struct DirectionsB;
[Rep(
    "128x0e + 128x0e + 128x1o + 128x1o + 128x1o + 128x1e + 128x2o + 128x2e + 128x2e + 128x2e + 128x3o + 128x3o + 128x3e"
)]
public readonly partial struct MessagesB;

/// <summary>Every path up to l = 3, of both parities, each into a segment of its own; the segments are sorted.</summary>
[TensorProduct<NodesB, DirectionsB, MessagesB>]
[Path(0, 0, 0, Mode.Uvu), Path(0, 1, 2, Mode.Uvu), Path(0, 2, 7, Mode.Uvu), Path(0, 3, 10, Mode.Uvu)]
[Path(1, 0, 3, Mode.Uvu), Path(1, 1, 1, Mode.Uvu), Path(1, 1, 5, Mode.Uvu), Path(1, 1, 8, Mode.Uvu)]
[Path(1, 2, 4, Mode.Uvu), Path(1, 2, 6, Mode.Uvu), Path(1, 2, 11, Mode.Uvu), Path(1, 3, 9, Mode.Uvu)]
[Path(1, 3, 12, Mode.Uvu)]
public sealed partial class ProductB;
