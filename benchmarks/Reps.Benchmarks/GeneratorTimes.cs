extern alias gen;

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using gen::Reps.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Reps.Benchmarks;

/// <summary>How long the generator takes for a model of twelve layers up to l = 4: cold in a fresh process, and after edits.</summary>
internal static class GeneratorTimes
{
    private const int Processes = 5;

    /// <summary>Measures in fresh processes.</summary>
    public static int Report()
    {
        double[][] runs =
        [
            .. Enumerable
                .Range(0, Processes)
                .Select(_ => FreshProcess.Run("generator-once").Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()),
        ];
        string[] names = ["cold, ms", "same model again in a warm process, ms", "unrelated edit, ms", "generated text, kB", "cancelled in a huge table, ms to stop"];
        Console.WriteLine("twelve layers up to l = 4, minimum and median of " + Processes + " processes");
        Print(names, runs);
        runs =
        [
            .. Enumerable
                .Range(0, Processes)
                .Select(_ => FreshProcess.Run("generator-diagrams-once").Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()),
        ];
        Console.WriteLine("one layer of 203 diagrams, S(n): 16xV^3 to itself");
        Print(["cold, ms", "again in a warm process, ms", "generated text, kB", "compiled with the text, ms"], runs);
        return 0;
    }

    private static void Print(string[] names, double[][] runs)
    {
        for (int n = 0; n < names.Length; n++)
        {
            double[] values = [.. runs.Select(run => run[n]).Order()];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{names[n], -40} {values[0], 8:F1} {values[Processes / 2], 8:F1}"));
        }
    }

    /// <summary>One measurement of a layer with many diagrams, in this process, which must be fresh.</summary>
    public static int DiagramsOnce()
    {
        const string Text = "using Reps; [Rep(\"S(n): 16xV^3\")] public partial struct Triples; [DiagramLinear<Triples, Triples>] public partial class Mix;";
        CSharpCompilation compilation = CSharpCompilation.Create("Model", [CSharpSyntaxTree.ParseText(Text)], References(), new(OutputKind.DynamicallyLinkedLibrary));
        compilation.GetDiagnostics();
        (GeneratorDriver driver, double cold) = Time(Driver(), compilation);
        (_, double warm) = Time(Driver(), compilation);
        double size = driver.GetRunResult().GeneratedTrees.Sum(tree => tree.Length) / 1024.0;
        Compilation complete = compilation.AddSyntaxTrees(driver.GetRunResult().GeneratedTrees);
        long start = Stopwatch.GetTimestamp();
        using MemoryStream assembly = new();
        if (!complete.Emit(assembly).Success) throw new InvalidOperationException("The generated layer does not compile.");
        double[] values = [cold, warm, size, Stopwatch.GetElapsedTime(start).TotalMilliseconds];
        Console.WriteLine(string.Join(" ", values.Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
        return 0;
    }

    /// <summary>One measurement in this process, which must be fresh.</summary>
    public static int Once()
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Model", [CSharpSyntaxTree.ParseText(Source())], References(), new(OutputKind.DynamicallyLinkedLibrary));
        // Binding is the compiler's work and would be done anyway.
        compilation.GetDiagnostics();
        (GeneratorDriver driver, double cold) = Time(Driver(), compilation);
        (_, double warm) = Time(Driver(), compilation);
        (_, double edit) = Time(driver, compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;")));
        GeneratorDriverRunResult result = driver.GetRunResult();
        if (result.GeneratedTrees.Length != 24) throw new InvalidOperationException($"{result.GeneratedTrees.Length} files instead of 24.");
        double size = result.GeneratedTrees.Sum(tree => tree.Length) / 1024.0;
        Console.WriteLine(string.Join(" ", new[] { cold, warm, edit, size }.Append(Cancelled()).Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
        return 0;
    }

    // From the request to the exception, the longest of several moments in the middle of tables at the limit of the budget.
    private static double Cancelled()
    {
        const string Source = "using Reps; [Rep(\"23o+24e+25o+26e\")] partial struct A; [TensorProduct<A, A, A>(Mode.Uvu)] partial class Product;";
        CSharpCompilation compilation = CSharpCompilation.Create("Huge", [CSharpSyntaxTree.ParseText(Source)], References(), new(OutputKind.DynamicallyLinkedLibrary));
        double[] times = [.. new[] { 30, 60, 90, 120, 150, 200 }.Select(delay => Cancelled(compilation, delay)).Where(time => time >= 0)];
        return times.Length >= 3 ? times.Max() : throw new InvalidOperationException("The tables were finished before they could be cancelled.");
    }

    private static double Cancelled(CSharpCompilation compilation, int delay)
    {
        using CancellationTokenSource cancellation = new();
        long requested = 0;
        using Timer timer = new(
            _ =>
            {
                requested = Stopwatch.GetTimestamp();
                cancellation.Cancel();
            },
            null,
            delay,
            Timeout.Infinite
        );
        try
        {
            Driver().RunGenerators(compilation, cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            return Stopwatch.GetElapsedTime(requested).TotalMilliseconds;
        }
        return -1;
    }

    private static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(new RepsGenerator());

    private static (GeneratorDriver Driver, double Milliseconds) Time(GeneratorDriver driver, Compilation compilation)
    {
        long start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        return (driver, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    // For each lmax 1 to 4: harmonics, a channelwise product with every path, and a linear layer; three representations each.
    private static string Source()
    {
        StringBuilder source = new("using Reps; namespace Model;\n");
        for (int lmax = 1; lmax <= 4; lmax++)
        {
            string harmonics = Irreps.SphericalHarmonics(lmax).ToString();
            string hidden = string.Join("+", Irreps.SphericalHarmonics(lmax).Select(entry => "64x" + entry.Irrep));
            source.Append($"[Rep(\"{harmonics}\")] public partial struct Y{lmax};\n[Rep(\"{hidden}\")] public partial struct H{lmax};\n");
            source.Append($"[Rep(\"{hidden}+16x0e\")] public partial struct G{lmax};\n");
            source.Append($"[SphericalHarmonics<Y{lmax}>] public partial class Embed{lmax};\n");
            source.Append($"[TensorProduct<H{lmax}, Y{lmax}, H{lmax}>(Mode.Uvu)] public partial class Product{lmax};\n");
            source.Append($"[Linear<H{lmax}, G{lmax}>] public partial class Mix{lmax};\n");
        }
        return source.ToString();
    }

    /// <summary>What the compiled text refers to.</summary>
    public static IEnumerable<MetadataReference> References()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        foreach (string name in new[] { "System.Private.CoreLib", "System.Runtime", "System.Memory", "System.Collections", "netstandard" })
            yield return MetadataReference.CreateFromFile(Path.Combine(framework, name + ".dll"));
        yield return MetadataReference.CreateFromFile(typeof(RepAttribute).Assembly.Location);
    }
}
