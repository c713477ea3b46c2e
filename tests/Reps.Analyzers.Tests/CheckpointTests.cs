using Microsoft.CodeAnalysis;

namespace Reps.Tests;

/// <summary>Layers and the layouts of files of weights.</summary>
public sealed class CheckpointTests
{
    private const string Types = """
        using Reps;
        namespace Models;
        [Rep("4x1o + 8x0e")] public readonly partial struct Hidden;
        [Rep("0e + 1o")] public readonly partial struct Direction;
        [Rep("8x0e")] public readonly partial struct Scalars;
        [Rep("4x1o + 4x0e")] public readonly partial struct Message;
        """;

    [Theory]
    [InlineData("[{|REPS2013:Linear<Hidden, Hidden>|}] public sealed partial class Mix;", "mix\tModels.Mix\tO(3): 8x0e+4x1o -> O(3): 8x0e+4x1o")]
    [InlineData("[{|REPS2013:Linear<Hidden, Hidden>|}] public sealed partial class Mix;", "a\tModels.Other\t1o\r\nno such line\r\nb\tModels.Mix\t8x0e+4x1o -> 4x1o+8x0e\r\n")]
    [InlineData("public static partial class Outer { [{|REPS2013:Linear<Hidden, Hidden>|}] public sealed partial class Mix; }", "mix\tModels.Outer+Mix\t4x1o+8x0e -> 8x0e+4x1o")]
    [InlineData(
        "[{|REPS2013:TensorProduct<Hidden, Direction, Scalars>(Mode.Uvw)|}] public sealed partial class Send;",
        "\tModels.Send\t4x1o+8x0e, 1o+0e -> 8x0e"
    )]
    [InlineData("[{|REPS2013:SymmetricContraction<Message, Message>(Correlation = 2)|}] public sealed partial class Power;", "p\tModels.Power\t4x1o+4x0e -> 4x0e+4x1o")]
    public void AnotherOrderIsReported(string layer, string layout) =>
        Assert.Single(Marked.CheckAtLeast(Types + "\n" + layer, new TextFile("/weights/model.LAYOUT.txt", layout)));

    [Theory]
    [InlineData("mix\tModels.Mix\tO(3): 4x1o+8x0e -> O(3): 4x1o+8x0e")]
    [InlineData("mix\tModels.Mix\tO(3): 4x1o+9x0e -> O(3): 4x1o+8x0e")]
    [InlineData("mix\tModels.Mix\tSO(3): 8x0+4x1 -> SO(3): 8x0+4x1")]
    [InlineData("mix\tModels.Mix\t8x0e+4x1o")]
    [InlineData("mix\tModels.Mix\t -> ")]
    [InlineData("mix\tMix\t8x0e+4x1o -> 8x0e+4x1o")]
    [InlineData("")]
    public void OthersAreNot(string layout) =>
        Assert.Empty(
            Analysis.Run(
                Compile.Create(Types + "\n[Linear<Hidden, Hidden>] public sealed partial class Mix;"), files: new TextFile("model.layout.txt", layout)
            ).Diagnostics
        );

    [Fact]
    public void TheMessageNamesBothOrdersAndTheFile()
    {
        Diagnostic found = Assert.Single(
            Analysis.Run(
                Compile.Create(Types + "\n[Linear<Hidden, Hidden>] public sealed partial class Mix;"),
                files: new TextFile("weights/model.layout.txt", "mix\tModels.Mix\t8x0e+4x1o -> 8x0e+4x1o")
            ).Diagnostics
        );
        Assert.Equal(
            "'Mix' is O(3): 4x1o+8x0e -> O(3): 4x1o+8x0e, but its weights in 'model.layout.txt' are those of 8x0e+4x1o -> 8x0e+4x1o: the same irreps in another order. "
                + "Declare them in the order of the file, or remove the file.",
            found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
    }
}
