extern alias gen;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using gen::Reps.Generators;

namespace Reps.Tests;

/// <summary>What an edit recomputes, and what the pipeline holds on to.</summary>
public sealed class IncrementalTests
{
    private const string Model = """
        using Reps;
        namespace Demo;
        [Rep("4x0e + 4x1o")] public readonly partial struct Hidden;
        [Rep("0e + 1o")] public readonly partial struct Harmonics;
        [TensorProduct<Hidden, Harmonics, Hidden>(Mode.Uvu)] public sealed partial class Convolve;
        [Linear<Hidden, Hidden>] public sealed partial class Mix;
        [SphericalHarmonics<Harmonics>] public sealed partial class Embed;
        [SymmetricContraction<Hidden, Hidden>] public sealed partial class Power;
        [Rep("S(n): 2xV^2")] public readonly partial struct Pairs;
        [DiagramLinear<Pairs, Pairs>] public sealed partial class MixPairs;
        [Rep("Aut(petersen): 2xV")] public readonly partial struct Vertices;
        [DiagramLinear<Vertices, Vertices>] public sealed partial class MixVertices;
        [DiagramStack<MixPairs, MixPairs>] public sealed partial class MixTwice;
        """;

    private const string Other = "class Unrelated { void M() { } }";

    [Theory]
    [InlineData("// a comment above everything\n" + Model, Other)]
    [InlineData(Model, "class Unrelated { void M() { int x = 1; } int Added; }")]
    [InlineData(Model + "\nclass Appended { }", Other)]
    public void UnrelatedEditRecomputesNothing(string model, string other)
    {
        GeneratorRunResult result = Edit(model, other);
        foreach (Steps steps in Steps.All)
        {
            Assert.All(Reasons(result, steps.Parse), reason => Assert.Contains(reason, new[] { IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached }));
            Assert.All(Reasons(result, steps.Emit), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
            Assert.NotEmpty(Reasons(result, steps.Emit));
        }
        Assert.All(Outputs(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void RelatedEditRecomputesOnlyWhatDependsOnIt()
    {
        GeneratorRunResult result = Edit(Model.Replace("0e + 1o\"", "0e + 1o + 2e\""), Other);
        Assert.Equal(
            [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached],
            Reasons(result, Steps.Rep.Emit).Order());
        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(result, Steps.TensorProduct.Emit));
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(result, Steps.Linear.Emit));
        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(result, Steps.Harmonics.Emit));
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(result, Steps.SymmetricContraction.Emit));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], Reasons(result, Steps.DiagramLinear.Emit));
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(result, Steps.DiagramStack.Emit));
    }

    [Fact]
    public void RemovedAttributeRemovesItsFile()
    {
        GeneratorRunResult result = Edit(Model.Replace("[Linear<Hidden, Hidden>] ", ""), Other);
        Assert.DoesNotContain(result.GeneratedSources, s => s.HintName.Contains(".Linear."));
        Assert.Equal(10, result.GeneratedSources.Length);
    }

    [Fact]
    public void PipelineHoldsNothingOfTheCompilation()
    {
        GeneratorRunResult result = Edit(Model, Other);
        foreach (Steps steps in Steps.All)
        foreach (string name in new[] { steps.Parse, steps.Emit })
        foreach ((object value, _) in result.TrackedSteps[name].SelectMany(step => step.Outputs))
            Assert.Null(FindRoslynObject(value, name, []));
    }

    [Fact]
    public void TheWalkFindsWhatItLooksFor()
    {
        Compilation compilation = Compile.Create(Model);
        Assert.NotNull(FindRoslynObject(new { Symbol = compilation.Assembly }, "leak", []));
        Assert.NotNull(FindRoslynObject(new object[] { Location.None }, "leak", []));
    }

    private static GeneratorRunResult Edit(string model, string other)
    {
        CSharpCompilation before = Compile.Create(Model, Other);
        GeneratorDriver driver = Driver.Create().RunGenerators(before);
        CSharpCompilation after = before
            .ReplaceSyntaxTree(before.SyntaxTrees[0], CSharpSyntaxTree.ParseText(model, Compile.Parse, before.SyntaxTrees[0].FilePath))
            .ReplaceSyntaxTree(before.SyntaxTrees[1], CSharpSyntaxTree.ParseText(other, Compile.Parse, before.SyntaxTrees[1].FilePath));
        return driver.RunGenerators(after).GetRunResult().Results.Single();
    }

    private static List<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? [.. steps.SelectMany(s => s.Outputs).Select(o => o.Reason)]
            : [];

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorRunResult result) =>
        result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(s => s.Outputs).Select(o => o.Reason);

    // The path to the first Roslyn object reachable from a value, or null.
    private static string? FindRoslynObject(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum) return null;
        if (value is ISymbol or Compilation or SyntaxNode or SyntaxTree or Location or SemanticModel) return path;
        if (!value.GetType().IsValueType && !seen.Add(new Reference(value))) return null;
        if (value is System.Collections.IEnumerable items)
            foreach (object? item in items)
                if (FindRoslynObject(item, path + "[]", seen) is string found)
                    return found;
        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (!field.FieldType.IsPointer && FindRoslynObject(field.GetValue(value), $"{path}.{field.Name}", seen) is string found)
                    return found;
        return null;
    }

    private sealed class Reference(object value)
    {
        public override bool Equals(object? obj) => obj is Reference other && ReferenceEquals(other.Value, Value);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(Value);

        private object Value { get; } = value;
    }
}
