namespace Reps.Benchmarks;

[Rep("8x0e + 8x1e + 8x2e + 8x3o")] public readonly partial struct EightEach;
[TensorProduct<EightEach, EightEach, EightEach>(Mode.Uvw)] public sealed partial class ProductC;

[Linear<NodesA, NodesA>] public sealed partial class LinearD;

[Rep("0e + 1o + 2e + 3o")] public readonly partial struct UpToThree;
[SphericalHarmonics<UpToThree>] public sealed partial class HarmonicsE3;
[SphericalHarmonics<UpToSix>] public sealed partial class HarmonicsE6;

[Rep("0e + 1o + 2e + 3o + 4e + 5o + 6e + 7o + 8e + 9o + 10e")] public readonly partial struct UpToTen;
[SphericalHarmonics<UpToTen>] public sealed partial class HarmonicsE10;

[Rep("128x0e + 128x1o + 128x2e")] public readonly partial struct DensitiesG;
[SymmetricContraction<DensitiesG, NodesB>] public sealed partial class ContractionG;
