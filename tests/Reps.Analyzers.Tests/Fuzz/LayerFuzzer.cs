using System;
using System.Linq;

namespace Reps.Tests.Fuzz;

/// <summary>Random layer attributes over a pool of operands: most are nearly right, some do not compile.</summary>
internal sealed class LayerFuzzer(Random random, string[] operands)
{
    private static readonly string[] s_modes = ["Mode.Uvw", "Mode.Uvu", "Mode.Uvv", "Mode.Uuw", "Mode.Uuu", "Mode.Uvuv", "Mode.UvuLessV", "Mode.ULessVw"];

    private static readonly string[] s_oddModes = ["(Mode)8", "(Mode)(-1)", "(Mode)int.MinValue", "default", "(Mode)42", "0"];

    private static readonly string[] s_broken = ["\"uvw\"", "null", "Mode.Missing", "1.5", "typeof(int)", "new[] { 1 }", "2147483648", "!"];

    private static readonly string[] s_weights = ["1", "0", "2.5", "-1", "double.NaN", "double.PositiveInfinity", "1e-300", "-0.0", "double.Epsilon"];

    /// <summary>The attributes of one class.</summary>
    public string Next() =>
        random.Next(13) switch
        {
            0 or 1 or 2 => Linear(),
            3 or 4 => Harmonics(),
            12 => Contraction(),
            5 => string.Join(" ", Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(4) switch { 0 => Linear(), 1 => Harmonics(), 2 => Path(), _ => Product() })),
            6 or 7 => $"[TensorProduct<{Operand()}, {Operand()}, {Operand()}>{Options("")}] " + string.Join(" ", Enumerable.Range(0, random.Next(5)).Select(_ => Path())),
            _ => Product(),
        };

    private string Operand() => operands[random.Next(operands.Length)];

    private string Linear() => $"[Linear<{Operand()}, {Operand()}>{Options("", "PathNormalization")}]";

    private string Harmonics() => $"[SphericalHarmonics<{Operand()}>{Options("", "Normalization", "Normalize")}]";

    private string Contraction() => $"[SymmetricContraction<{Operand()}, {Operand()}>{Options("", "Correlation", "PathNormalization")}]";

    private string Product() => $"[TensorProduct<{Operand()}, {Operand()}, {Operand()}>{Options((random.Next(8) == 0 ? "mode: " : "") + Mode())}]";

    private string Path() =>
        $"[Path({Index()}, {Index()}, {Index()}, {Mode()}{(random.Next(4) == 0 ? ", HasWeight = " + Bool() : "")}{(random.Next(4) == 0 ? ", PathWeight = " + s_weights[random.Next(s_weights.Length)] : "")})]";

    private string Options(string first, params string[] names)
    {
        if (names.Length == 0) names = ["HasWeights", "IrrepNormalization", "PathNormalization"];
        System.Collections.Generic.List<string> arguments = first.Length > 0 ? [first] : [];
        foreach (string name in names)
            if (random.Next(5) == 0)
                arguments.Add($"{name} = {Value(name)}");
        return arguments.Count == 0 && random.Next(2) == 0 ? "" : $"({string.Join(", ", arguments)})";
    }

    private string Value(string name)
    {
        if (random.Next(25) == 0) return s_broken[random.Next(s_broken.Length)];
        if (name == "Correlation") return random.Next(-1, 6).ToString();
        string type = name == "Normalization" ? "HarmonicsNormalization" : name;
        return name is "HasWeights" or "Normalize" ? Bool() : $"({type}){(random.Next(6) == 0 ? random.Next(-2, 9) : random.Next(3))}".Replace(")-", ")(-").Replace("(-1", "(-1)").Replace("(-2", "(-2)");
    }

    private string Bool() => random.Next(2) == 0 ? "true" : "false";

    private string Index() => random.Next(20) switch { 0 => "-1", 1 => "int.MaxValue", 2 => "5", 3 => s_broken[random.Next(s_broken.Length)], _ => random.Next(2).ToString() };

    private string Mode() =>
        random.Next(30) switch
        {
            0 => s_broken[random.Next(s_broken.Length)],
            1 or 2 => s_oddModes[random.Next(s_oddModes.Length)],
            _ => s_modes[random.Next(s_modes.Length)],
        };
}
