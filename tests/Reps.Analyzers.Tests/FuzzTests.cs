using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Reps.Tests.Fuzz;

namespace Reps.Tests;

/// <summary>
/// Random and hostile attributes through the generator and the analyzers together: nothing throws, generated text is valid C# and holds
/// nothing that a user wrote, and whatever is not generated has been reported.
/// </summary>
public sealed class FuzzTests
{
    private const int PerCompilation = 400;

    [Theory]
    [InlineData(3, 2_000)]
    public void AnyLayerIsCompletedOrReported(int seed, int count)
    {
        Random random = new(seed);
        SignatureMutator mutator = new(random);
        int derived = 0;
        for (int done = 0; done < count; done += PerCompilation)
        {
            List<string> operands = [.. Enumerable.Range(0, 24).Select(n => $"[Rep(\"{mutator.Valid()}\")] public partial struct R{n};")];
            operands.AddRange(["[Rep(\"oops\")] public partial struct R24;", "[Rep(\"0e\")] public struct R25;", "public struct R26;", "[Rep(\"0e\")] public partial struct R27 { int Dim; }"]);
            LayerFuzzer fuzzer = new(random, [.. Enumerable.Range(0, 20).Select(n => "R" + n % 8), .. Enumerable.Range(8, 20).Select(n => "R" + n), "int", "string", "Missing", "R0?"]);
            List<string> types = [.. Enumerable.Range(0, PerCompilation).Select(n => $"{fuzzer.Next()} public partial class T{n};")];
            Batch batch = Batch.Run("using Reps;\n" + string.Join("\n", operands), types);
            batch.AssertHarmless();
            for (int n = 0; n < types.Count; n++)
            {
                bool isLayer = types[n].Contains("[TensorProduct") || types[n].Contains("[Linear") || types[n].Contains("[Spherical");
                bool isDerived = batch.IsDerived("T" + n);
                if (isDerived) derived++;
                // The operands that cannot be used are reported where they are declared.
                bool reported = batch.HasRepsError(n) || batch.HasError(n) || new[] { "R24", "R25", "R27" }.Any(types[n].Contains);
                Assert.True(isDerived ? !batch.HasRepsError(n) : !isLayer || reported, types[n]);
            }
        }
        Assert.InRange(derived, count / 10, count);
    }

    [Fact]
    public void AnyDeclarationIsCompletedOrReported()
    {
        Random random = new(4);
        const int Count = 2000;
        for (int done = 0; done < Count; done += PerCompilation)
        {
            List<string> types = [.. Enumerable.Range(0, PerCompilation).Select(n => Declaration(random, n))];
            Batch batch = Batch.Run("using Reps;\n[Rep(\"0e\")] public partial struct R;", types);
            batch.AssertHarmless();
            for (int n = 0; n < types.Count; n++)
                Assert.True(batch.HasError(n) || batch.HasRepsError(n) != batch.IsGenerated($"T{n}"), types[n]);
        }
    }

    private static string Declaration(Random random, int n)
    {
        string[] modifiers = ["public", "internal", "partial", "readonly", "ref", "static", "sealed", "abstract", "file", "unsafe", "private"];
        string[] kinds = ["struct", "class", "record", "record struct", "record class", "interface", "enum"];
        string[] members = ["int Dim;", "int Dim() => 1;", "class L0e;", "const int Forward = 1;", "static void Forward() { }", "int x;", "T{0}? Segments;"];
        string attribute = random.Next(2) == 0 ? "[Rep(\"0e\")]" : "[Linear<R, R>]";
        string kind = random.Next(3) > 0 ? (attribute[1] == 'R' ? "struct" : "class") : kinds[random.Next(kinds.Length)];
        string before = string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => modifiers[random.Next(modifiers.Length)] + " "));
        string body = random.Next(4) == 0 ? " { " + members[random.Next(members.Length)].Replace("{0}", n.ToString()) + " }" : ";";
        string type = $"{attribute} {before}{(random.Next(5) > 0 ? "partial " : "")}{kind} T{n}{(random.Next(12) == 0 ? "<X>" : "")}{body}";
        return random.Next(4) > 0 ? type : $"{(random.Next(3) > 0 ? "partial " : "")}{kinds[random.Next(6)]} O{n}{(random.Next(6) == 0 ? "<X>" : "")} {{ {type} }}";
    }
}
