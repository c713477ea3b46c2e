using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Reps.Algebra;

namespace Reps.Generators.Emission;

/// <summary>
/// Writes the kernels of a channelwise layer without loops over components: one method for each pattern of nonzero coefficients, number type
/// and kind of vector. A step does two vectors of channels, so that a broadcast coefficient is used twice.
/// </summary>
/// <param name="writer">Receives the text.</param>
/// <param name="shapes">The patterns.</param>
internal sealed class StraightLineEmitter(CodeWriter writer, IReadOnlyList<ChannelwiseProgram.Shape> shapes)
{
    /// <summary>The name of the kernels' type; it is local to its file.</summary>
    public const string TypeName = "LayerKernels";

    /// <summary>Patterns with more pairs are driven by tables: see the measured curve in benchmarks/RESULTS.md.</summary>
    public const int PairLimit = 64;

    private const string ForwardArguments = "ref x, ref w, ref a, ref o, channels, add";
    private const string GradientsArguments = "ref x, ref w, ref g, ref a, ref o, ref v, ref m, channels, add, addV";
    private const string Interface = "global::Reps.Kernels.Channelwise.IStraightLine";

    /// <summary>Writes the types, in a namespace of their own, so that no name of the user's is in the way.</summary>
    public void Emit(CancellationToken cancellationToken)
    {
        using (writer.Block("namespace Reps.Generated"))
        {
            writer.Line("// Component i of channel u stands at i · channels + u; a[p] is the folded coefficient of the p-th nonzero pair (i, k).");
            string interfaces = string.Join(", ", ScalarType.All.Select(scalar => $"{Interface}<{scalar.Name}>"));
            using (writer.Block($"file readonly struct {TypeName} : {interfaces}"))
                foreach (ScalarType scalar in ScalarType.All)
                    Dispatch(scalar);
        }
        foreach (VectorKind kind in VectorKind.All)
        foreach (ScalarType scalar in ScalarType.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Line();
            Emit(scalar, kind);
        }
    }

    private void Dispatch(ScalarType scalar)
    {
        foreach ((string method, string parameters, string arguments) in new[] { ("Forward", ForwardParameters(scalar), ForwardArguments), ("Gradients", GradientsParameters(scalar), GradientsArguments) })
        {
            writer.Line($"public static int {method}(int shape, {parameters}) =>");
            writer.Line($"    global::System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? {Class(scalar, VectorKind.All[1])}.{method}(shape, {arguments})");
            writer.Line($"    : global::System.Numerics.Vector.IsHardwareAccelerated ? {Class(scalar, VectorKind.All[0])}.{method}(shape, {arguments})");
            writer.Line("    : 0;").Line();
        }
    }

    private void Emit(ScalarType scalar, VectorKind kind)
    {
        using (writer.Block($"namespace Reps.Generated.{scalar.Title}{kind.Name}"))
        {
            writer.Line("using System.Runtime.CompilerServices;");
            writer.Line("using static System.Runtime.CompilerServices.Unsafe;");
            writer.Line($"using static {kind.Class};");
            writer.Line($"using V = {kind.Type}<{scalar.Name}>;").Line();
            using (writer.Block($"file static class {TypeName}"))
            {
                Switch("Forward", ForwardParameters(scalar), ForwardArguments);
                Switch("Gradients", GradientsParameters(scalar), GradientsArguments);
                for (int n = 0; n < shapes.Count; n++)
                {
                    if (n > 0) writer.Line();
                    Forward(scalar, n);
                    writer.Line();
                    Gradients(scalar, n);
                }
            }
        }
    }

    private void Switch(string method, string parameters, string arguments)
    {
        using (writer.Block($"public static int {method}(int shape, {parameters})"))
        {
            using (writer.Block("switch (shape)"))
            {
                for (int n = 0; n < shapes.Count; n++)
                    writer.Line($"case {Number(n)}: return {method}{Number(n)}({arguments});");
                writer.Line("default: return 0;");
            }
        }
        writer.Line();
    }

    // output[k] (+)= w Σ a x, rounded as Gradients rounds: a gradient is the same bits from either.
    private void Forward(ScalarType scalar, int number)
    {
        ChannelwiseProgram.Shape shape = shapes[number];
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static int Forward{Number(number)}({ForwardParameters(scalar)})"))
        {
            writer.Line("nint u = 0, n = channels;");
            writer.Line("nuint d = (nuint)V.Count;");
            using (writer.Block("for (; u + 2 * V.Count <= n; u += 2 * V.Count)"))
            {
                LoadWeights();
                Load(scalar, "x", "y", "x", [.. shape.Pairs.Select(pair => pair % 256)]);
                writer.Line("V c, s, t;");
                writer.Line($"ref {scalar.Name} r = ref Add(ref o, u);");
                int p = 0;
                for (int k = 0; k < shape.Outputs; k++)
                {
                    if (k > 0) writer.Line("r = ref Add(ref r, n);");
                    bool first = true;
                    for (; p < shape.Pairs.Count && shape.Pairs[p] / 256 == k; p++, first = false)
                    {
                        string i = Number(shape.Pairs[p] % 256);
                        writer.Line(
                            first
                                ? $"c = Create(Add(ref a, {Number(p)})); s = c * x{i}; t = c * y{i};"
                                : $"c = Create(Add(ref a, {Number(p)})); s = FusedMultiplyAdd(c, x{i}, s); t = FusedMultiplyAdd(c, y{i}, t);"
                        );
                    }
                    if (first) writer.Line("s = t = V.Zero;");
                    else writer.Line("s *= wu; t *= wv;");
                    writer.Line("if (add) { s += LoadUnsafe(ref r); t += LoadUnsafe(ref r, d); }");
                    writer.Line("s.StoreUnsafe(ref r); t.StoreUnsafe(ref r, d);");
                }
            }
            writer.Line("return (int)u;");
        }
    }

    // With h = Σ a g for each component of x: gradX (+)= w h, gradW (+)= Σ x h, products += w x g.
    private void Gradients(ScalarType scalar, int number)
    {
        ChannelwiseProgram.Shape shape = shapes[number];
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static int Gradients{Number(number)}({GradientsParameters(scalar)})"))
        {
            writer.Line("nint u = 0, n = channels;");
            writer.Line("nuint d = (nuint)V.Count;");
            using (writer.Block("for (; u + 2 * V.Count <= n; u += 2 * V.Count)"))
            {
                LoadWeights();
                Load(scalar, "g", "h", "g", [.. shape.Pairs.Select(pair => pair / 256)]);
                writer.Line("V c, s, t, x_, y_, p = V.Zero, q = V.Zero;");
                writer.Line($"ref {scalar.Name} r = ref Add(ref x, u);");
                writer.Line($"ref {scalar.Name} j = ref Add(ref o, u);");
                int component = 0;
                for (int i = 0; i < shape.Inputs; i++)
                {
                    int[] pairs = [.. Enumerable.Range(0, shape.Pairs.Count).Where(p => shape.Pairs[p] % 256 == i)];
                    Advance("r", i - component);
                    Advance("j", i - component);
                    component = i;
                    if (pairs.Length == 0)
                    {
                        writer.Line("if (!add) { V.Zero.StoreUnsafe(ref j); V.Zero.StoreUnsafe(ref j, d); }");
                        continue;
                    }
                    writer.Line("x_ = LoadUnsafe(ref r); y_ = LoadUnsafe(ref r, d);");
                    for (int e = 0; e < pairs.Length; e++)
                    {
                        string k = Number(shape.Pairs[pairs[e]] / 256);
                        writer.Line(
                            e == 0
                                ? $"c = Create(Add(ref a, {Number(pairs[e])})); s = c * g{k}; t = c * h{k};"
                                : $"c = Create(Add(ref a, {Number(pairs[e])})); s = FusedMultiplyAdd(c, g{k}, s); t = FusedMultiplyAdd(c, h{k}, t);"
                        );
                    }
                    writer.Line("p = FusedMultiplyAdd(x_, s, p); q = FusedMultiplyAdd(y_, t, q); x_ *= wu; y_ *= wv; s *= wu; t *= wv;");
                    writer.Line("if (add) { s += LoadUnsafe(ref j); t += LoadUnsafe(ref j, d); }");
                    writer.Line("s.StoreUnsafe(ref j); t.StoreUnsafe(ref j, d);");
                    foreach (int pair in pairs)
                    {
                        string k = Number(shape.Pairs[pair] / 256);
                        string at = pair == 0 ? "0" : $"{Number(pair)} * d";
                        writer.Line($"FusedMultiplyAdd(y_, h{k}, FusedMultiplyAdd(x_, g{k}, LoadUnsafe(ref m, {at}))).StoreUnsafe(ref m, {at});");
                    }
                }
                writer.Line("if (addV) { p += LoadUnsafe(ref v, (nuint)u); q += LoadUnsafe(ref v, (nuint)u + d); }");
                writer.Line("p.StoreUnsafe(ref v, (nuint)u); q.StoreUnsafe(ref v, (nuint)u + d);");
            }
            writer.Line("return (int)u;");
        }
    }

    private void LoadWeights() =>
        writer.Line("V wu = LoadUnsafe(ref w, (nuint)u), wv = LoadUnsafe(ref w, (nuint)u + d);");

    // Two vectors of every component that is used.
    private void Load(ScalarType scalar, string first, string second, string source, SortedSet<int> components)
    {
        writer.Line($"ref {scalar.Name} i = ref Add(ref {source}, u);");
        int current = 0;
        foreach (int component in components)
        {
            Advance("i", component - current);
            current = component;
            string n = Number(component);
            writer.Line($"V {first}{n} = LoadUnsafe(ref i), {second}{n} = LoadUnsafe(ref i, d);");
        }
    }

    private void Advance(string reference, int components)
    {
        if (components == 1) writer.Line($"{reference} = ref Add(ref {reference}, n);");
        else if (components > 1) writer.Line($"{reference} = ref Add(ref {reference}, {Number(components)} * n);");
    }

    private string Class(ScalarType scalar, VectorKind kind) => $"global::Reps.Generated.{scalar.Title}{kind.Name}.{TypeName}";

    private static string ForwardParameters(ScalarType scalar) =>
        string.Join(", ", new[] { "x", "w", "a", "o" }.Select(parameter => $"ref {scalar.Name} {parameter}")) + ", int channels, bool add";

    private static string GradientsParameters(ScalarType scalar) =>
        string.Join(", ", new[] { "x", "w", "g", "a", "o", "v", "m" }.Select(parameter => $"ref {scalar.Name} {parameter}")) + ", int channels, bool add, bool addV";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
