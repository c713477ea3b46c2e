namespace Reps.Tests;

/// <summary>The place and the whole message of every rule about operations.</summary>
public sealed class MessageTests
{
    private const string Usings = "using Reps;\nusing Reps.Layers;\nusing TorchSharp;\nusing static TorchSharp.torch;\n";

    [Fact]
    public void SumOfUnlike() =>
        Is("""[Rep("4x1o")] Tensor x, [Rep("4x1e")] Tensor y""", "x {|REPS3001:+|} y",
            "'+' joins 4x1o with 4x1e, on which the group acts differently: the inversion changes the sign of one of them. Add and stack features of one representation only.");

    [Fact]
    public void ComponentProduct() =>
        Is("""[Rep("1o")] Tensor x, [Rep("1o")] Tensor y""", "(x {|REPS3002:*|} y).relu()",
            "'*' multiplies 1x1o and 1x1o component by component: a rotation by 90° about z maps (1,0,0) to (0,1,0). Sum the products over the components for an inner product, or use a [TensorProduct] layer.");

    [Fact]
    public void SliceAcross() =>
        Is("""[Rep("2x0e + 4x1o")] Tensor x""", "x.{|REPS3003:narrow|}(-1, 2, 3)",
            "'narrow' takes the numbers 2 to 5 of 2x0e+4x1o, which cuts through 4x1o: a rotation by 90° about z maps (1,0,0) to (0,1,0). Take whole segments, by their generated slices.");

    [Fact]
    public void SliceByIndex() =>
        Is("""[Rep("1x2e")] Tensor x""", "x{|REPS3003:[TensorIndex.Ellipsis, 0]|}",
            "'[]' takes the numbers 0 to 1 of 1x2e, which cuts through 1x2e: a rotation by 45° about y maps the last of the 5 components of 2e to the first, up to sign. Take whole segments, by their generated slices.");

    [Fact]
    public void ReductionAlong() =>
        Is("""[Rep("4x1o")] Tensor x""", "x.{|REPS3004:sum|}(-1)",
            "'sum' reduces components of 4x1o: a rotation by 90° about z maps (1,0,0) to (0,1,0). Reduce over axes without components, or take the Euclidean norm over all components.");

    [Fact]
    public void OrderingAlong() =>
        Is("""[Rep("4x1o")] Tensor x""", "nn.functional.{|REPS3005:softmax|}(x, -1)",
            "'softmax' weighs, orders or accumulates components of 4x1o: a rotation by 90° about z maps (1,0,0) to (0,1,0). Apply it to invariants such as norms.");

    [Fact]
    public void ReshapeMixing() =>
        Is("""[Rep("16x1o")] Tensor x""", "x.{|REPS3006:reshape|}(-1, 16, 3)",
            "'reshape' cuts 16x1o into pieces that are no components: a rotation by 90° about z maps (1,0,0) to (0,1,0). Inside a segment the component is outer and the channel inner: [..., components, channels].");

    [Fact]
    public void LinearAlong() =>
        Is("""[Rep("4x1o")] Tensor x""", "s_linear.{|REPS3007:call|}(x)",
            "'Linear' multiplies components of 4x1o with a matrix of weights: a rotation by 90° about z maps (1,0,0) to (0,1,0). Use a [Linear] layer, or let the matrix act on channels.",
            "private static readonly TorchSharp.Modules.Linear s_linear = nn.Linear(12, 12);");

    [Fact]
    public void DropoutPerComponent() =>
        Is("""[Rep("4x1o")] Tensor x""", "nn.functional.{|REPS3008:dropout|}(x)",
            "'dropout' drops components of 4x1o one by one: a rotation by 90° about z maps (1,0,0) to (0,1,0). Drop whole irreps: multiply with a dropped-out tensor of ones, one for each.");

    [Fact]
    public void NormalizationPerComponent() =>
        Is("""[Rep("4x1o")] Tensor x""", "s_norm.{|REPS3009:call|}(x)",
            "'LayerNorm' normalises components of 4x1o by statistics of their own: a rotation by 90° about z maps (1,0,0) to (0,1,0). Divide by the norm, or use BatchNorm of Reps.Layers.",
            "private static readonly TorchSharp.Modules.LayerNorm s_norm = nn.LayerNorm([12L]);");

    [Fact]
    public void ComparisonOfNonInvariants() =>
        Is("""[Rep("4x0o")] Tensor x""", "x {|REPS3010:>|} 0",
            "'>' compares components of pseudoscalars (0o), so that what follows depends on the frame: the inversion changes the sign. Compare invariants such as norms.");

    [Fact]
    public void DeclaredDiffers() =>
        Is("""[Rep("2e")] Tensor x""", "{|REPS3011:x * 2|}",
            "the result of 'Run' is declared as 1x1o, but is 1x2e: a rotation by 45° about y maps the last of the 5 components of 2e to the first, up to sign. Declare what it is, or apply the layer that is missing.",
            attributes: """[return: Rep("1o")]""");

    [Fact]
    public void OrderDiffers() =>
        Is("""[Rep("4x0e")] Tensor s, [Rep("4x1o")] Tensor x""", "{|REPS3012:cat([x, s], -1)|}",
            "the result of 'Run' is declared as 4x0e+4x1o, but holds 4x1o+4x0e: the same irreps in another order. Concatenate in the declared order, or declare the order that there is.",
            attributes: """[return: Rep("4x0e + 4x1o")]""");

    [Fact]
    public void OddAsInvariant() =>
        Is("""[Rep("1x0o")] Tensor x""", "{|REPS3013:x * 2|}",
            "the result of 'Run' is declared as invariants, but is pseudoscalars (0o): the inversion changes the sign. Use its absolute value, its square or a product of two odd features.",
            attributes: """[return: Rep("1x0e")]""");

    [Fact]
    public void AbsolutePositions() =>
        Is("[Positions] Tensor x", "x.{|REPS3014:norm|}(-1)",
            "'norm' depends on positions: moving the origin by (1,0,0) adds (1,0,0) to every position. Subtract a position or the mean of all positions first.");

    [Fact]
    public void NodeNumbering() =>
        Is("""[Nodes(0), Rep("4x0e", Rank = 2)] Tensor x""", "x{|REPS3015:[0]|}",
            "'[]' depends on one node by its number: exchanging nodes 0 and 1 exchanges their rows. Use what treats all nodes alike: a sum, a mean, a maximum, or indices of edges.");

    [Fact]
    public void BiasOnNonInvariants() =>
        Is("""[Rep("4x1o")] Tensor x""", "s_linear.{|REPS3016:call|}(x.reshape(-1, 3, 4))",
            "'Linear' adds a bias to [*, 1x1o, 4]: a rotation by 90° about z maps (1,0,0) to (0,1,0). Make it without: hasBias: false.",
            "private static readonly TorchSharp.Modules.Linear s_linear = nn.Linear(4, 4);");

    [Fact]
    public void ConstantAdded() =>
        Is("""[Rep("4x1o")] Tensor x""", "x {|REPS3101:+|} 1",
            "'+' adds a constant to 4x1o, and no constant is invariant there: a rotation by 90° about z maps (1,0,0) to (0,1,0). Add it to invariants only.");

    [Fact]
    public void PointwiseOnSigns() =>
        Is("""[Rep("4x0o")] Tensor x""", "x.{|REPS3102:relu|}()",
            "'relu' is applied to pseudoscalars (0o): the inversion changes the sign, and f(-x) is not -f(x). Use an odd function such as tanh, or an even one, whose result is invariant.");

    [Fact]
    public void PointwiseOnMixing() =>
        Is("""[Rep("4x1o")] Tensor x""", "x.{|REPS3106:relu|}()",
            "'relu' is applied to components of 4x1o: a rotation by 90° about z maps (1,0,0) to (0,1,0), and only linear functions of single components commute with that. Scale by a function of the norm, or use Gate or NormActivation.");

    [Fact]
    public void FactorPerComponent() =>
        Is("""[Rep("4x1o")] Tensor x""", "x {|REPS3110:*|} s_factors",
            "'*' multiplies the components of 4x1o by factors of their own: a rotation by 90° about z maps (1,0,0) to (0,1,0). Use one factor for each irrep, the same for all its components.",
            "private static readonly TorchSharp.Modules.Parameter s_factors = new(rand(12));");

    [Fact]
    public void VectorsOfAnyDimension() =>
        Is("""[Rep("O(4): 8xV")] Tensor x""", "x.{|REPS3106:relu|}()",
            "'relu' is applied to components of [V of O(4), 8]: a quarter turn of the first two coordinates maps (1,0,…) to (0,1,…), and only linear functions of single components commute with that. Scale by a function of the norm, or use Gate or NormActivation.");

    [Fact]
    public void PointsOfAGraph() =>
        Is("""[Rep("Aut(0-1 0-2): 8xV")] Tensor x""", "x.{|REPS3015:select|}(-2, 2)",
            "'select' depends on one point by its number: an element of Aut(0-1 0-2) maps point 2 to point 1. Use what treats all nodes alike: a sum, a mean, a maximum, or indices of edges.");

    [Fact]
    public void NumbersInMemory() =>
        Is("""[Rep("2x0e + 4x1o")] System.Span<float> x""", "zeros((long)(x[3] {|REPS3101:+=|} 1))",
            "'+=' adds a constant to 4x1o, and no constant is invariant there: a rotation by 90° about z maps (1,0,0) to (0,1,0). Add it to invariants only.");

    [Fact]
    public void InsideAMethodIsReportedAtTheCall() =>
        Is("""[Rep("4x1o")] Tensor x""", "{|REPS3106:Twice|}(x)",
            "'Twice: relu' is applied to components of 4x1o: a rotation by 90° about z maps (1,0,0) to (0,1,0), and only linear functions of single components commute with that. Scale by a function of the norm, or use Gate or NormActivation.",
            "private static Tensor Twice(Tensor t) => 2 * t.relu();");

    private static void Is(string parameters, string body, string message, string members = "", string attributes = "")
    {
        string source = $$"""
            {{Usings}}
            public static class Program
            {
                {{members}}

                {{attributes}}
                public static Tensor Run({{parameters}}) => {{body}};
            }
            """;
        Assert.Equal([message], Marked.Check(source));
    }
}
