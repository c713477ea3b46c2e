namespace Reps.Benchmarks;

[Rep("32x0e + 32x1o")] public readonly partial struct Hidden1;
[Rep("0e + 1o")] public readonly partial struct Harmonics1;
[TensorProduct<Hidden1, Harmonics1, Hidden1>(Mode.Uvu)] public sealed partial class Product1;

[Rep("32x0e + 32x1o + 32x2e")] public readonly partial struct Hidden2;
[Rep("0e + 1o + 2e")] public readonly partial struct Harmonics2;
[TensorProduct<Hidden2, Harmonics2, Hidden2>(Mode.Uvu)] public sealed partial class Product2;

[Rep("32x0e + 32x1o + 32x2e + 32x3o")] public readonly partial struct Hidden3;
[Rep("0e + 1o + 2e + 3o")] public readonly partial struct Harmonics3;
[TensorProduct<Hidden3, Harmonics3, Hidden3>(Mode.Uvu)] public sealed partial class Product3;

[Rep("32x0e + 32x1o + 32x2e + 32x3o + 32x4e")] public readonly partial struct Hidden4;
[Rep("0e + 1o + 2e + 3o + 4e")] public readonly partial struct Harmonics4;
[TensorProduct<Hidden4, Harmonics4, Hidden4>(Mode.Uvu)] public sealed partial class Product4;
