using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Reps.Tests.Fuzz;

namespace Reps.Tests;

/// <summary>Random and hostile texts in every kind of literal through the generator, the analyzers and the code fixes.</summary>
public sealed class SignatureFuzzTests
{
    private const int PerCompilation = 400;

    [Theory]
    [InlineData(1, 10_000)]
    [InlineData(2, 6_000)]
    public void AnySignatureIsCompletedOrReported(int seed, int count)
    {
        Random random = new(seed);
        SignatureMutator mutator = new(random);
        LiteralWriter writer = new(random);
        int valid = 0;
        for (int done = 0; done < count; done += PerCompilation)
        {
            List<string> types = [.. Enumerable.Range(0, PerCompilation).Select(n => $"[Rep({writer.Write(mutator.Next())})] public partial struct T{n};")];
            Batch batch = Batch.Run("using Reps;", types);
            batch.AssertHarmless();
            // An invalid signature leaves a skeleton, so its own error is the only one.
            Assert.Empty(batch.Errors);
            for (int n = 0; n < types.Count; n++)
            {
                string signature = (string)batch.Type("T" + n).GetMembers("Signature").OfType<IFieldSymbol>().Single().ConstantValue!;
                Assert.True(signature.Length > 0 != batch.HasRepsError(n), types[n]);
                if (signature.Length > 0) valid++;
            }
        }
        Assert.InRange(valid, count / 5, count * 4 / 5);
    }

    // A fix leaves C# that has no more errors than before, and in the end no fix is offered any more.
    [Fact]
    public async Task AnySuggestionCanBeFollowed()
    {
        Random random = new(5);
        SignatureMutator mutator = new(random);
        LiteralWriter writer = new(random);
        string source = "using Reps;\n" + string.Join("\n", Enumerable.Range(0, PerCompilation).Select(n => $"[Rep({writer.Write(mutator.Next())})] public struct T{n};"));
        string[] before = [.. Analysis.Run(source).Diagnostics.Select(d => d.Id)];
        string text = await FixDriver.FixAll(source);
        Analysis after = Analysis.Run(text);
        Assert.DoesNotContain(after.Problems, d => d.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(after.Diagnostics, d => d.Id == "REPS1101" || d.Properties.ContainsKey("Suggestion"));
        Assert.InRange(after.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error), 1, before.Length / 2);
    }
}
