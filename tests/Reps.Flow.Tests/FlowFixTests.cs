using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Reps.Tests;

/// <summary>A program with one mistake or several of a kind, which are repaired.</summary>
/// <param name="Source">A file with a class <c>P</c> that has a method <c>Run</c>.</param>
internal sealed record FixCase(string Source)
{
    /// <summary>The title of the fix to apply, once; null to apply the first ones until none is offered, one by one and all at once.</summary>
    public string? Title { get; init; }

    /// <summary>The representation of the result, where it is not annotated and not invariant.</summary>
    public string? Result { get; init; }

    /// <summary>What numbers of single precision, or a grid, leave.</summary>
    public double Tolerance { get; init; } = 1e-5;
}

/// <summary>Fixes of operations: nothing is left to report, the program compiles, and it keeps the symmetry when it runs.</summary>
public sealed partial class FlowFixTests
{
    private const string Usings = "using Reps;\nusing Reps.Layers;\nusing TorchSharp;\nusing TorchSharp.Modules;\nusing static TorchSharp.torch;\nusing Linear = TorchSharp.Modules.Linear;\n\n";

    private static readonly ConcurrentDictionary<string, Task<string>> s_fixed = new();

    public static TheoryData<string> Names => [.. s_cases.Keys];

    public static TheoryData<string> NamesWithoutFix => [.. s_without.Keys];

    /// <summary>The rules that have a test of a fix.</summary>
    internal static IEnumerable<string> Rules => s_cases.Keys.Select(name => name[..8]).Distinct();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task FixedProgramsAreCleanAndKeepTheSymmetry(string name)
    {
        FixCase example = s_cases[name];
        Analysis before = Analysis.Run(Usings + example.Source);
        before.AssertCompiles();
        Assert.Contains(before.Diagnostics, d => d.Id == name[..8]);
        Analysis after = Analysis.Run(await Fixed(name));
        after.AssertCompiles();
        Assert.Empty(after.Diagnostics);
        double error = Worker.Error(new([Worker.Emit(after.Compilation)], "P") { Result = example.Result });
        Assert.True(error < example.Tolerance, $"The fixed program breaks the symmetry: {error}");
    }

    [Fact]
    public async Task FixedProgramsAreWrittenAsRead()
    {
        Dictionary<string, string> texts = [];
        foreach (string name in s_cases.Keys) texts.Add(name, await Fixed(name));
        Snapshot.Verify(texts);
    }

    [Theory]
    [MemberData(nameof(NamesWithoutFix))]
    public async Task NothingIsOfferedWhereNoEditIsRight(string name)
    {
        string source = Usings + s_without[name];
        Assert.Equal([name[..8]], Analysis.Run(source).Diagnostics.Select(d => d.Id).Distinct());
        Assert.Empty((await FixDriver.FixOneByOne(source)).Titles);
    }

    // In a namespace with braces, without the usings of the library, in a file of another system.
    [Fact]
    public async Task NewMembersFitTheirSurroundings()
    {
        const string Source = """
            namespace Mine.Reps
            {
                using static global::TorchSharp.torch;

                public sealed class Outer
                {
                    private sealed class Model : nn.Module<Tensor, Tensor>
                    {
                        private readonly global::TorchSharp.Modules.Linear _mix;

                        public Model()
                            : base("Model")
                        {
                            _mix = nn.Linear(12, 12);
                            RegisterComponents();
                        }

                        // Comments stay where they are.
                        public override Tensor forward([global::Reps.Rep("4x1o")] Tensor x) => _mix.call(x.relu());
                    }

                    public nn.Module<Tensor, Tensor> Create() => new Model();
                }
            }
            """;
        string source = Source.Replace("\n", "\r\n", StringComparison.Ordinal);
        (string text, string[] titles) = await FixDriver.FixOneByOne(source);
        Assert.Equal(["Scale each irrep by the function of its length (NormActivation)", "Use a [Linear] layer from 4x1o to 4x1o"], titles);
        Assert.Equal(text, await FixDriver.FixAll(source));
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Contains("            private readonly global::Reps.Layers.NormActivation _normActivation = ", text);
        Analysis.Run(text).AssertCompiles();

        (text, titles) = await FixDriver.FixOneByOne(source.Replace("x.relu()", "x", StringComparison.Ordinal));
        Assert.Equal(["Use a [Linear] layer from 4x1o to 4x1o"], titles);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Contains("\r\n    [global::Reps.Linear<Rep4x1o, Rep4x1o>] internal sealed partial class ModelMix;\r\n}", text);
        Analysis after = Analysis.Run(text);
        after.AssertCompiles();
        Assert.Empty(after.Diagnostics);
    }

    private static Task<string> Fixed(string name) => s_fixed.GetOrAdd(name, static name => Fix(s_cases[name]));

    private static async Task<string> Fix(FixCase example)
    {
        string source = Usings + example.Source;
        if (example.Title is string title) return (await FixDriver.Fix(source, title)).Text;
        (string text, _) = await FixDriver.FixOneByOne(source);
        Assert.Equal(text, await FixDriver.FixAll(source));
        return text;
    }
}
