using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests;

public sealed partial class FlowFixTests
{
    private static readonly Dictionary<string, FixCase> s_cases = new()
    {
        ["REPS3001.OtherOrder"] = Method("""[return: Rep("4x0e + 4x1o")]""", """[Rep("4x0e + 4x1o")] Tensor x, [Rep("4x1o + 4x0e")] Tensor y""", "x - y + y"),
        ["REPS3003.NamedOfFeature"] = Method("""[return: Rep("4x1o")]""", "Feature<Hidden> x", "x.Tensor.narrow(-1, 5, 3)", Hidden),
        ["REPS3003.NamedOfAnnotation"] = Method("""[return: Rep("4x1o")]""", "[Rep<Hidden>] Tensor x", "x[TensorIndex.Ellipsis, TensorIndex.Slice(8, 16)]", Hidden),
        ["REPS3003.Several"] = Method("", """[Rep("4x0e + 2x1o + 1x2e")] Tensor x""", "x.narrow(-1, 3, 5) + x[TensorIndex.Ellipsis, TensorIndex.Slice(2, -6)]") with { Result = "4x0e + 2x1o" },
        ["REPS3003.Numbers"] = Method("""[return: Rep("4x1o")]""", "Feature<Hidden> x", "x.Tensor.select(-1, 15)", Hidden) with { Title = "Take whole segments" },
        ["REPS3003.Split"] = Method("""[return: Rep("2x1o")]""", """[Rep("4x0e + 2x1o")] Tensor x""", "x.split([5L, 5L], -1)[1]"),
        ["REPS3004.Reductions"] = Method("", """[Rep("4x1o")] Tensor x""", "x.sum() + x.mean([-1L], keepdim: true) + x.reshape(-1, 3, 4).amax([-2L]) + x.norm(-1, true, p: 1)"),
        ["REPS3004.Pseudoscalars"] = Method("", """[Rep("4x0o")] Tensor x""", "x.max() + x.amin(-1)"),
        ["REPS3005.Softmax"] = Method("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x""", "x.softmax(-1)"),
        ["REPS3005.Order"] = Method("", """[Rep("4x1o")] Tensor x""", "x.argmax(-1)"),
        ["REPS3005.OrderOfACall"] = Method("", """[Rep("4x1o")] Tensor x""", "Next(x).argmax(-1)", Next),
        ["REPS3005.OrderOfKnownAxes"] = Method("", """[Rep("4x1o", Rank = 2)] Tensor x""", "(x + x.roll(1, 0)).argmax(-1)"),
        ["REPS3005.SoftmaxOfAPart"] = Method("""[return: Rep("4x1o")]""", """[Rep("4x0e + 4x1o")] Tensor x""", "(-x.narrow(-1, 4, 12)).softmax(-1)"),
        ["REPS3005.SoftmaxOfAnElement"] = new(
            """
            public static class P
            {
                [return: Rep("4x1o")]
                public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
                {
                    Tensor[] parts = x.split([4L, 12L], -1);
                    return parts[1].softmax(-1);
                }
            }
            """
        ),
        ["REPS3005.Pseudoscalars"] = Method("", """[Rep("4x0o")] Tensor x""", "x.softmax(-1)"),
        ["REPS3006.Reshape"] = Method("", """[Rep("16x1o")] Tensor x""", "x.reshape(-1, 16, 3).norm(-1)"),
        ["REPS3006.Unflatten"] = Method("", """[Rep("4x2e")] Tensor x""", "x.unflatten(x.dim() - 1, 4, 5).norm(-1)"),
        ["REPS3007.Linear"] = Model(
            """[return: Rep("16x0e + 16x1o")]""", """[Rep("8x0e + 8x1o")] Tensor x""", "_second.call(_first.call(x))",
            "private readonly Linear _first = nn.Linear(32, 64);", "private readonly Linear _second = nn.Linear(64, 64, hasBias: false);"
        ),
        ["REPS3007.KnownTypes"] = Model("""[return: Rep<Hidden>]""", "[Rep<Hidden>] Tensor x", "_mix.call(x)", "private readonly Linear _mix = nn.Linear(16, 16);", Hidden),
        ["REPS3008.Function"] = Method("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x""", "nn.functional.dropout(x, 0.2) + nn.functional.dropout(x, 0.2)"),
        ["REPS3008.Module"] = Model("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x""", "_drop.call(x)", "private readonly Dropout _drop = nn.Dropout(0.1);"),
        ["REPS3009.Layer"] = Model("""[return: Rep("16x1o")]""", """[Rep("16x1o")] Tensor x""", "_norm.call(x)", "private readonly LayerNorm _norm = nn.LayerNorm([48L]);"),
        ["REPS3009.Batch"] = Model("""[return: Rep("2x0e + 2x1o")]""", """[Rep("2x0e + 2x1o")] Tensor x""", "_norm.call(x)", "private readonly BatchNorm1d _norm = nn.BatchNorm1d(8);"),
        ["REPS3009.Function"] = Method("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x""", "nn.functional.layer_norm(x, [12L])"),
        ["REPS3009.Unit"] = Method("", """[Rep("4x1o")] Tensor x""", "nn.functional.normalize(x.reshape(-1, 3, 4), dim: -1).norm(-2)"),
        ["REPS3010.Components"] = Method("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x""", "torch.where(x > 0.5, x, x.lt(1).to(ScalarType.Float64) * x)"),
        ["REPS3010.Channels"] = Method("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x""", "x.reshape(-1, 3, 4).mul(1).gt(0.5).to(ScalarType.Float64).mul(x.reshape(-1, 3, 4)).flatten(-2)"),
        ["REPS3010.Pseudoscalars"] = Method("", """[Rep("4x0o")] Tensor x""", "x.sum().item<double>() > 0.5 ? (x > x.abs() * 0.5).to(ScalarType.Float64) : x.abs()"),
        ["REPS3011.Result"] = Method("""[return: Rep("2e")]""", """[Rep("4x1o")] Tensor x""", "x * 2"),
        ["REPS3011.Parameter"] = new(
            """
            public static class P
            {
                private static Tensor Lengths([Rep("12x0e")] Tensor t) => t.reshape(-1, 3, 4).norm(-2);

                public static Tensor Run([Rep("4x1o")] Tensor x) => Lengths(x) + Lengths(2 * x);
            }
            """
        ),
        ["REPS3011.FieldAndProperty"] = new(
            """
            public sealed class P
            {
                [Rep("4x0e")]
                private Tensor _held = zeros(1);

                [Rep("2e")]
                private Tensor Held { get; set; } = zeros(1);

                public static Tensor Run([Rep("4x1o")] Tensor x) => new P().Both(x);

                private Tensor Both([Rep("4x1o")] Tensor x)
                {
                    _held = x * 2;
                    Held = x * 3;
                    return _held.norm(-1) + Held.norm(-1);
                }
            }
            """
        ),
        ["REPS3011.Local"] = new(
            """
            public static class P
            {
                public static Tensor Run([Rep("4x1o")] Tensor x, [Rep<Other>] Tensor y)
                {
                    Feature<Hidden> first = new(2 * x);
                    var second = new Feature<Hidden>(y);
                    return first.Tensor.norm(-1) + second.Tensor.norm(-1);
                }
            }

            [Rep("4x0e + 2x1o + 6x0e")] public readonly partial struct Hidden;

            [Rep("3x1o + 1x1e")] public readonly partial struct Other;

            """
        ),
        ["REPS3012.Declare"] = Method("""[return: Rep("4x0e + 4x1o")]""", """[Rep("4x0e")] Tensor s, [Rep("4x1o")] Tensor x""", "cat([x, s], -1)"),
        ["REPS3012.Reorder"] = Method("""[return: Rep("4x0e + 4x1o")]""", """[Rep("4x0e")] Tensor s, [Rep("4x1o")] Tensor x""", "cat([x, s], -1)") with { Title = "Join the parts in the other order" },
        ["REPS3012.Feature"] = Method("", """[Rep("4x1o + 4x0e")] Tensor x""", "new Feature<Hidden>(x).Tensor.norm(-1)", """[Rep("4x0e + 4x1o")] public readonly partial struct Hidden;"""),
        ["REPS3013.Result"] = Method("""[return: Rep("1x0e")]""", """[Rep("1o")] Tensor a, [Rep("1o")] Tensor b, [Rep("1o")] Tensor c""", "(linalg.cross(a, b) * c).sum(-1, keepdim: true)"),
        ["REPS3014.Center"] = Method("", "[Nodes(0), Positions(Rank = 2)] Tensor p", "p.square().sum() + p.norm(-1).sum()"),
        ["REPS3014.Vectors"] = Method("""[return: Nodes(0), Rep("1o")]""", "[Nodes(0), Positions(Rank = 2)] Tensor p", "p"),
        ["REPS3014.Mean"] = Method("[return: Positions]", "[Positions] Tensor p, [Positions] Tensor q, [Positions] Tensor r", "p + q + r"),
        ["REPS3015.OneNode"] = Method("""[return: Rep("1o")]""", """[Nodes(0), Rep("1o", Rank = 2)] Tensor x""", "(x[0] + x.select(0, 2)).unsqueeze(0)"),
        ["REPS3015.SomeNodes"] = Method("", """[Nodes(0), Rep("1o", Rank = 2)] Tensor x""", "x.narrow(0, 0, 2).norm()"),
        ["REPS3015.Returned"] = Method("""[return: Nodes(0), Rep("1o")]""", """[Nodes(0), Rep("1o", Rank = 2)] Tensor x""", "x.narrow(0, 0, 5)"),
        ["REPS3016.Module"] = Model("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x""", "_second.call(_first.call(x.reshape(-1, 3, 4))).flatten(-2)",
            "private readonly Linear _first = nn.Linear(4, 4);", "private readonly Linear _second = nn.Linear(4, 4, hasBias: true);"),
        ["REPS3016.Function"] = Method("""[return: Rep("4x0o")]""", """[Rep("4x0o")] Tensor x""", "nn.functional.linear(x, s_weight, s_bias)",
            "private static readonly Parameter s_weight = new(randn(4, 4, dtype: ScalarType.Float64));", "private static readonly Parameter s_bias = new(randn(4, dtype: ScalarType.Float64));"),
        ["REPS3101.InvariantsOnly"] = Method("""[return: Rep("8x0e + 4x1o + 2x0e")]""", """[Rep("8x0e + 4x1o + 2x0e")] Tensor x""", "(x + 1) + (2 - x)"),
        ["REPS3101.None"] = Method("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x""", "(x + 1) * 2 + (3 - x) * 3"),
        ["REPS3101.Returned"] = Method("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x""", "x + 1"),
        ["REPS3101.InPlace"] = new(
            """
            public static class P
            {
                [return: Rep("8x0e + 4x1o")]
                public static Tensor Run([Rep("8x0e + 4x1o")] Tensor x, [Rep("4x1o")] Tensor v)
                {
                    x += 2;
                    x.sub_(0.5);
                    v -= 1;
                    v.add_(2);
                    return x + cat([v.norm(-1, keepdim: true).expand(-1, 8), v], -1);
                }
            }
            """
        ),
        ["REPS3101.Fill"] = Method("""[return: Rep("1o")]""", """[Rep("1o")] Tensor x""", "x.masked_fill(x.norm(-1, keepdim: true) > 1, 1)"),
        ["REPS3102.Tanh"] = Method("""[return: Rep("2x0o")]""", """[Rep("2x0o")] Tensor x""", "x.relu() + nn.functional.silu(x) + x.clamp(0, 1)"),
        ["REPS3102.Module"] = Model("""[return: Rep("4x0o")]""", """[Rep("4x0o")] Tensor x""", "_layers.call(_act.call(x))",
            "private readonly ReLU _act = nn.ReLU();", "private readonly Sequential _layers = nn.Sequential(nn.Linear(4, 4, hasBias: false), nn.SiLU());"),
        ["REPS3102.NormActivation"] = Method("""[return: Rep("4x0o")]""", """[Rep("4x0o")] Tensor x""", "x.sigmoid()") with
        {
            Title = "Scale each irrep by the function of its length (NormActivation)",
        },
        ["REPS3106.NormActivation"] = Method("""[return: Rep("8x0e + 4x1o")]""", """[Rep("8x0e + 4x1o")] Tensor x""", "x.relu() + nn.functional.silu(x) + x.relu() + x.clamp(min: 0.5)"),
        ["REPS3106.Channels"] = Method("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x""", "x.reshape(-1, 3, 4).sigmoid().flatten(-2)"),
        ["REPS3106.ChannelsOfAnyBatch"] = new(
            """
            public static class P
            {
                [return: Rep("4x1o")]
                public static Tensor Run([Rep("4x1o")] Tensor x)
                {
                    Tensor vectors = x.unflatten(x.dim() - 1, 3, 4);
                    return (vectors.sigmoid() + nn.functional.dropout(vectors, 0.2)).flatten(-2);
                }
            }
            """
        ),
        ["REPS3106.ChannelsOfKnownAxes"] = Method("""[return: Rep("4x1o")]""", """[Rep("4x1o", Rank = 2)] Tensor x""", "(2 * x).unflatten(1, 3, 4).mul(2).sigmoid().flatten(-2)"),
        ["REPS3106.Module"] = Model("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x""", "_act.call(x) + _shared.call(x) + _shared.call(x * 2)",
            "private readonly ReLU _act = nn.ReLU();", "private readonly SiLU _shared = nn.SiLU();"),
        ["REPS3106.Gate"] = Model("""[return: Rep("8x0e + 2x0o + 4x1o")]""", """[Rep("8x0e + 2x0o + 4x1o")] Tensor x""", "x.silu()") with { Title = "Gate the irreps by scalars (Linear and Gate)" },
        ["REPS3106.S2Activation"] = Method("""[return: Rep("0e + 1o + 2e")]""", """[Rep("0e + 1o + 2e")] Tensor x""", "x.tanh()") with
        {
            Title = "Apply the function to the signal on the sphere (S2Activation)", Tolerance = 1e-3,
        },
        ["REPS3110.OneEntry"] = Method("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x""", "x * s_factors",
            "private static readonly Parameter s_factors = new(randn(12, dtype: ScalarType.Float64));"),
        ["REPS3110.OfACall"] = Method("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x""", "Next(x) * s_factors", Next,
            "private static readonly Parameter s_factors = new(randn(12, dtype: ScalarType.Float64));"),
        ["REPS3110.Several"] = Method("""[return: Rep("2x1o + 2x2e")]""", """[Rep("2x1o + 2x2e")] Tensor x""", "s_factors * x",
            "private static readonly Parameter s_factors = new(randn(16, dtype: ScalarType.Float64));"),
    };

    private static readonly Dictionary<string, string> s_without = new()
    {
        ["REPS3001.Parity"] = Method("", """[Rep("4x1o")] Tensor x, [Rep("4x1e")] Tensor y""", "x + y").Source,
        ["REPS3002.Vectors"] = Method("""[return: Rep("4x1o")]""", """[Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y""", "x * y").Source,
        ["REPS3003.Computed"] = Method("", """[Rep("4x1o")] Tensor x""", "x.unbind(-1)[0]").Source,
        ["REPS3005.Accumulated"] = Method("", """[Rep("4x1o")] Tensor x""", "x.cumsum(-1)").Source,
        ["REPS3007.Uneven"] = Model("", """[Rep("4x0e + 4x1o")] Tensor x""", "_linear.call(x)", "private readonly Linear _linear = nn.Linear(16, 5);").Source,
        ["REPS3008.Sequential"] = Model("", """[Rep("4x1o")] Tensor x""", "_layers.call(x)",
            "private readonly Sequential _layers = nn.Sequential(nn.Identity(), nn.Dropout(0.5));").Source,
        ["REPS3009.Sequential"] = Model("", """[Rep("4x1o")] Tensor x""", "_layers.call(x)",
            "private readonly Sequential _layers = nn.Sequential(nn.LayerNorm([12L]), nn.Identity());").Source,
        ["REPS3106.Sequential"] = Model("", """[Rep("4x1o")] Tensor x""", "_layers.call(x)",
            "private readonly Sequential _layers = nn.Sequential(nn.SiLU());").Source,
        ["REPS3011.CallersDisagree"] =
            """
            public static class P
            {
                private static Tensor Lengths([Rep("12x0e")] Tensor t) => t.reshape(-1, 12);

                public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("12x0e")] Tensor y) => Lengths(x) + Lengths(y);
            }
            """,
        ["REPS3011.FeatureGoesOn"] =
            """
            public static class P
            {
                public static Feature<Hidden> Run([Rep("4x1o")] Tensor x)
                {
                    Feature<Hidden> feature = new(x);
                    return feature;
                }
            }

            [Rep("12x0e")] public readonly partial struct Hidden;

            """,
        ["REPS3015.Weights"] = Method("", """[Nodes(0), Rep("4x0e", Rank = 2)] Tensor x""", "x.cumsum(0)").Source,
        ["REPS3101.EffectsTwice"] = Method("", """[Rep("8x0e + 4x1o")] Tensor x""", "Next(x) + 1",
            """[return: Rep("8x0e + 4x1o")] private static Tensor Next([Rep("8x0e + 4x1o")] Tensor t) => t * 2;""").Source,
        ["REPS3106.ChannelsOfACall"] = Method("", """[Rep("4x1o")] Tensor x""", "Next(x.unflatten(x.dim() - 1, 3, 4)).relu()",
            "private static Tensor Next(Tensor t) => t * 2;").Source,
        ["REPS3106.InPlace"] = Method("", """[Rep("4x1o")] Tensor x""", "x.relu_()").Source,
    };

    private const string Next = """[return: Rep("4x1o")] private static Tensor Next([Rep("4x1o")] Tensor t) => t * 2;""";

    private const string Hidden = """[Rep("4x0e + 4x1o")] public readonly partial struct Hidden;""";

    // A static method, and what stands beside it in the class; types stand behind the class.
    private static FixCase Method(string result, string parameters, string body, params string[] beside) =>
        new(
            "public static class P\n{\n"
                + Members(beside)
                + (result.Length == 0 ? "" : "    " + result + "\n")
                + $"    public static Tensor Run({parameters}) => {body};\n}}\n"
                + Types(beside)
        );

    // A module, of numbers of single precision as its weights are.
    private static FixCase Model(string result, string parameters, string body, params string[] beside)
    {
        string name = parameters[(parameters.LastIndexOf(' ') + 1)..];
        string annotation = result.Length == 0 ? "" : "    " + result + "\n";
        return new(
            "public static class P\n{\n    private static readonly Model s_model = new();\n\n"
                + annotation
                + $"    public static Tensor Run({parameters}) => s_model.call({name}.to(ScalarType.Float32));\n}}\n\n"
                + "public sealed class Model : nn.Module<Tensor, Tensor>\n{\n"
                + Members(beside)
                + "    public Model()\n        : base(nameof(Model)) => RegisterComponents();\n\n"
                + annotation
                + $"    public override Tensor forward({parameters}) => {body};\n}}\n"
                + Types(beside)
        ) { Tolerance = 1e-4 };
    }

    private static string Members(string[] beside) => string.Concat(beside.Where(text => !IsType(text)).Select(text => "    " + text + "\n\n"));

    private static string Types(string[] beside) => string.Concat(beside.Where(IsType).Select(text => "\n" + text + "\n"));

    private static bool IsType(string text) => text.Contains(" struct ", System.StringComparison.Ordinal);
}
