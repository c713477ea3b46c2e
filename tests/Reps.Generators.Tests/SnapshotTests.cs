namespace Reps.Tests;

/// <summary>The text of generated code, as a reader sees it.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Representation() =>
        Snapshot.Verify(Driver.Generate("using Reps; namespace Demo; [Rep(\"O(3): 4x0e + 2x1o + 1o\")] public readonly partial struct Hidden;"));

    [Fact]
    public void Layers() =>
        Snapshot.Verify(
            Driver.Generate(
                """
                using Reps;
                namespace Demo;
                [Rep("16x0e + 16x1o")] public readonly partial struct Hidden;
                [Rep("0e + 1o")] public readonly partial struct Harmonics;
                [TensorProduct<Hidden, Harmonics, Hidden>(Mode.Uvu)] public sealed partial class Convolve;
                [Linear<Hidden, Hidden>] public sealed partial class Mix;
                [SphericalHarmonics<Harmonics>] public sealed partial class Embed;
                """
            )
        );

    [Fact]
    public void EveryMode() =>
        Snapshot.Verify(
            Driver.Generate(
                """
                using Reps;
                namespace Demo;
                [Rep("3x1o")] partial struct In;
                [Rep("3x1o + 3x0e + 2x1e + 9x2e + 3x2e")] partial struct Out;
                [TensorProduct<In, In, Out>]
                [Path(0, 0, 1, Mode.Uuu)]
                [Path(0, 0, 1, Mode.Uvu, HasWeight = false)]
                [Path(0, 0, 1, Mode.Uvv)]
                [Path(0, 0, 2, Mode.Uvw)]
                [Path(0, 0, 2, Mode.Uuw)]
                [Path(0, 0, 3, Mode.Uvuv, PathWeight = 0.5)]
                [Path(0, 0, 4, Mode.UvuLessV)]
                [Path(0, 0, 2, Mode.ULessVw)]
                internal sealed partial class Couple;
                """
            )
        );

    [Fact]
    public void TableForm() =>
        Snapshot.Verify(
            Driver.Generate(
                """
                using Reps;
                namespace Demo;
                [Rep("2x3o")] partial struct A;
                [Rep("2e")] partial struct B;
                [Rep("2x3o")] partial struct C;
                [TensorProduct<A, B, C>(Mode.Uvu)] internal sealed partial class Couple;
                """
            )
        );

    [Fact]
    public void Contraction() =>
        Snapshot.Verify(
            Driver.Generate(
                """
                using Reps;
                namespace Demo;
                [Rep("4x0e + 4x1o")] partial struct Hidden;
                [Rep("4x0e")] partial struct Scalars;
                [SymmetricContraction<Hidden, Scalars>(Correlation = 2)] internal sealed partial class Power;
                """
            )
        );

    [Fact]
    public void Diagrams() =>
        Snapshot.Verify(
            Driver.Generate(
                """
                using Reps;
                namespace Demo;
                [Rep("S(n): 4xV^2 + V")] public readonly partial struct Edges;
                [Rep("S(n): 2xV")] public readonly partial struct Nodes;
                [Rep("SO(3): 4xV^2")] public readonly partial struct Matrices;
                [Rep("SO(3): 4xV + 2xV^0")] public readonly partial struct Vectors;
                [Rep("Sp(4): V^2")] public readonly partial struct Forms;
                [DiagramLinear<Edges, Nodes>] public sealed partial class Pool;
                [DiagramLinear<Matrices, Vectors>] public sealed partial class Axial;
                [DiagramLinear<Forms, Forms>(Spanning = true)] public sealed partial class Mix;
                """
            )
        );

    [Fact]
    public void Orbits() =>
        Snapshot.Verify(
            Driver.Generate(
                """
                using Reps;
                namespace Demo;
                public static class Molecule { public const string Bonds = "0-1 1-2 2-3"; }
                [Rep($"Aut({Molecule.Bonds}): 4xV^2 + V")] public readonly partial struct Pairs;
                [Rep($"Aut({Molecule.Bonds}): 2xV")] public readonly partial struct Atoms;
                [DiagramLinear<Pairs, Atoms>] public sealed partial class Pool;
                """
            )
        );

    [Fact]
    public void Stack() =>
        Snapshot.Verify(
            Driver.Generate(
                """
                using Reps;
                namespace Demo;
                [Rep("S(n): 2xV")] public readonly partial struct Nodes;
                [Rep("S(n): V^0")] public readonly partial struct Count;
                [DiagramLinear<Nodes, Nodes>] public sealed partial class Mix;
                [DiagramLinear<Nodes, Count>] public sealed partial class Sum;
                [DiagramStack<Mix, Sum>] public sealed partial class Both;
                """
            )
        );

    [Fact]
    public void InvalidSignature() =>
        Snapshot.Verify(
            Driver.Generate(
                """
                using Reps;
                [Rep("4x0e + 2x1q")] partial struct Broken;
                [Linear<Broken, Broken>] partial class Layer;
                """
            )
        );
}
