using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests;

/// <summary>The rules of layers: which maps do not exist, and what the ones that do leave out.</summary>
public sealed class LayerTests
{
    private static readonly Dictionary<string, string> s_representations = new()
    {
        ["Hidden"] = "8x0e + 8x1o",
        ["Direction"] = "0e + 1o + 2e",
        ["Wide"] = "8x0e + 8x1o + 8x2e",
        ["Scalars"] = "8x0e",
        ["Vectors"] = "8x1o",
        ["Axials"] = "8x1e",
        ["Few"] = "4x0e",
        ["Rotated"] = "SO(3): 8x0 + 8x1",
        ["Spinors"] = "SU(2): 2x1/2",
    };

    [Theory]
    [InlineData("[Linear<Hidden, {|REPS1107:double|}>] partial class A;", "double")]
    [InlineData("[SphericalHarmonics<{|REPS1107:System.Guid|}>] partial class A;", "Guid")]
    [InlineData("[TensorProduct<{|REPS1107:(int, int)|}, Hidden, Hidden>(Mode.Uuu)] partial class A;", "(int, int)")]
    [InlineData("[Reps.Linear<Hidden, {|REPS1107:System.Guid|}>] partial class A;", "Guid")]
    [InlineData("[global::Reps.LinearAttribute<Hidden, {|REPS1107:System.Guid|}>] partial class A;", "Guid")]
    public void OperandsAreRepresentations(string source, string name) =>
        Assert.Equal([$"'{name}' does not say how a group acts on it: use a struct with a [Rep] attribute"], Marked.Check(With(source)));

    [Theory]
    [InlineData("public static double[] Run([Rep<{|REPS1107:double|}>] double[] x) => x;")]
    [InlineData("[return: Rep<{|REPS1107:System.Guid|}>] public static double[] Run([Rep<Hidden>] double[] x) => x;")]
    [InlineData("[Rep<{|REPS1107:int|}>] public static double[]? Field;")]
    [InlineData("[Rep<{|REPS1107:Other|}>] public static double[]? Property { get; set; }")]
    public void AnnotationNeedsARepresentation(string member) => Marked.Check(With($"public struct Other; public static class A {{ {member} }}"));

    [Fact]
    public void AttributeThroughAnAliasIsReportedAsAWhole() =>
        Marked.Check("using Reps;\nusing Map = Reps.LinearAttribute<int, int>;\n[{|REPS1107:{|REPS1107:Map|}|}] partial class A;");

    [Fact]
    public void UnknownOperandsAreTheCompilersBusiness() => Marked.CheckWithErrors(["CS0246"], With("[Linear<Hidden, Nothing>] partial class A;"));

    [Fact]
    public void ClassOperandsAreReportedBesideTheCompiler() =>
        Marked.CheckWithErrors(["CS0453"], With("[Linear<Hidden, {|REPS1107:string|}>] partial class A;"));

    [Theory]
    [InlineData("[{|REPS1109:Path(0, 0, 0, Mode.Uuu)|}] class A;", "'A' has no [TensorProduct] attribute")]
    [InlineData("[Linear<Hidden, Hidden>, {|REPS1109:Path(0, 0, 0, Mode.Uuu)|}] partial class A;", "'A' has no [TensorProduct] attribute")]
    [InlineData(
        "[TensorProduct<Hidden, Hidden, Scalars>(Mode.Uuu)] [{|REPS1109:Path(0, 0, 0, Mode.Uuu)|}] partial class A;",
        "the mode of the [TensorProduct] attribute gives all paths; remove one of the two"
    )]
    public void PathsBelongToAProductWithoutMode(string source, string reason) =>
        Assert.Equal([$"This path is ignored: {reason}"], Marked.Check(With(source)));

    [Fact]
    public void ProductHasPaths() =>
        Assert.Equal(
            ["The paths are not given: pass a mode, or name them with [Path] attributes."],
            Marked.Check(With("[{|REPS1110:TensorProduct<Hidden, Hidden, Hidden>|}] partial class A;"))
        );

    [Theory]
    [InlineData("[Linear<Hidden, {|REPS2001:Rotated|}>] partial class A;", "The input is a representation of O(3) and the output of SO(3)")]
    [InlineData("[TensorProduct<Hidden, {|REPS2001:Rotated|}, Hidden>(Mode.Uvu)] partial class A;", "different groups (O(3), SO(3) and O(3))")]
    [InlineData("[TensorProduct<Hidden, Hidden, {|REPS2001:Rotated|}>(Mode.Uvu)] partial class A;", "different groups (O(3), O(3) and SO(3))")]
    [InlineData("[TensorProduct<Hidden, Hidden, {|REPS2001:Spinors|}>] [Path(0, 0, 0, Mode.Uvw)] partial class A;", "different groups (O(3), O(3) and SU(2))")]
    public void OperandsHaveOneGroup(string source, string message) => Assert.Contains(message, Assert.Single(Marked.Check(With(source))));

    [Theory]
    [InlineData(
        "[Linear<Hidden, {|REPS2002:Wide|}>] partial class A;",
        "Segment 2 (8x2e) of 'Wide' is always zero: 'Hidden' holds 0e and 1o"
    )]
    [InlineData(
        "[TensorProduct<Scalars, Direction, {|REPS2002:Wide2|}>(Mode.Uvu)] partial class A; [Rep(\"8x0e+8x1o+8x2e+8x0o+8x1e\")] partial struct Wide2;",
        "Segments 3 (8x0o) and 4 (8x1e) of 'Wide2' are always zero: the product of 'Scalars' and 'Direction' holds 0e, 1o and 2e"
    )]
    [InlineData(
        "[TensorProduct<Hidden, Hidden, {|REPS2002:Hidden|}>] [Path(0, 0, 0, Mode.Uuu), Path(1, 1, 0, Mode.Uuu)] partial class A;",
        "Segment 1 (8x1o) of 'Hidden' is always zero: no [Path] names it with channels on all sides"
    )]
    public void OutputsCanBeReached(string source, string message) => Assert.Equal([message], Marked.Check(With(source)));

    [Theory]
    [InlineData("[TensorProduct<Scalars, Few, Scalars>] [{|REPS2003:Path(0, 0, 0, Mode.Uuu)|}] partial class A;", "mode uuu pairs the channels of both inputs")]
    [InlineData("[TensorProduct<Scalars, Scalars, Scalars>] [{|REPS2003:Path(0, 0, 0, Mode.Uvw, HasWeight = false)|}] partial class A;", "cannot be unweighted")]
    [InlineData(
        "[TensorProduct<Scalars, Scalars, Few>] [{|REPS2003:Path(0, 0, 0, Mode.Uvu)|}] partial class A;",
        "mode uvu makes 8 output channels of 8 and 8, but the output segment has 4: write 8 there"
    )]
    public void NamedPathsHaveFittingMultiplicities(string source, string message) => Assert.Contains(message, Assert.Single(Marked.Check(With(source))));

    [Theory]
    [InlineData("[Path({|REPS2004:2|}, 0, 0, Mode.Uvu)]", "left segment 2 does not exist: 8x0e+8x1o has the segments 0 to 1")]
    [InlineData("[Path({|REPS2004:-1|}, 0, 0, Mode.Uvu)]", "left segment -1 does not exist")]
    [InlineData("[Path(0, {|REPS2004:3|}, 0, Mode.Uvu)]", "right segment 3 does not exist")]
    [InlineData("[Path(0, 0, output: {|REPS2004:int.MaxValue|}, mode: Mode.Uvu)]", "output segment 2147483647 does not exist")]
    [InlineData("[Path(output: 0, mode: Mode.Uvu, right: {|REPS2004:9|}, left: 0)]", "right segment 9 does not exist")]
    [InlineData("[Path(0, 0, 0, {|REPS2004:(Mode)8|})]", "the mode must be one of uvw, uvu")]
    [InlineData("[Path(0, 0, 0, {|REPS2004:(Mode)(-1)|})]", "the mode must be one of uvw, uvu")]
    [InlineData("[Path(0, 0, 0, Mode.Uvu, PathWeight = {|REPS2004:-1|})]", "the path weight is the variance of the path")]
    [InlineData("[Path(0, 0, 0, Mode.Uvu, PathWeight = {|REPS2004:double.NaN|})]", "the path weight is the variance of the path")]
    [InlineData("[Path(0, 0, 0, Mode.Uvu, PathWeight = {|REPS2004:1 / 0.0|})]", "the path weight is the variance of the path")]
    public void PathsAreValid(string path, string message) =>
        Assert.Contains(message, Assert.Single(Marked.Check(With($"[TensorProduct<Hidden, Direction, Hidden>] {path} partial class A;"))));

    [Theory]
    [InlineData("[TensorProduct<Hidden, Direction, Hidden>({|REPS2004:(Mode)77|})] partial class A;", "The mode must be one of uvw")]
    [InlineData("[TensorProduct<Hidden, Direction, Hidden>(mode: {|REPS2004:(Mode)77|})] partial class A;", "The mode must be one of uvw")]
    [InlineData("[TensorProduct<Hidden, Direction, Hidden>(Mode.Uvu, IrrepNormalization = {|REPS2004:(IrrepNormalization)3|})] partial class A;", "Component, Norm or None")]
    [InlineData("[TensorProduct<Hidden, Direction, Hidden>(Mode.Uvu, PathNormalization = {|REPS2004:(PathNormalization)(-1)|})] partial class A;", "Element, Path or None")]
    [InlineData("[Linear<Hidden, Hidden>(PathNormalization = {|REPS2004:(PathNormalization)9|})] partial class A;", "Element, Path or None")]
    [InlineData("[SphericalHarmonics<Direction>(Normalization = {|REPS2004:(HarmonicsNormalization)9|})] partial class A;", "Component, Norm or Integral")]
    public void OptionsAreMembers(string source, string message) => Assert.Contains(message, Assert.Single(Marked.Check(With(source))));

    [Fact]
    public void ErrorsOfSeveralPathsAreReportedAtEach() =>
        Marked.Check(With("[TensorProduct<Hidden, Direction, Hidden>] [{|REPS2005:Path(1, 1, 1, Mode.Uvu)|}] [Path(0, 0, 0, Mode.Uvu)] [Path(0, {|REPS2004:7|}, 0, Mode.Uvu)] partial class A;"));

    [Theory]
    [InlineData("[TensorProduct<Vectors, Vectors, Vectors>] [{|REPS2005:Path(0, 0, 0, Mode.Uuu)|}] partial class A;", "1o ⊗ 1o holds 0e + 1e + 2e, not 1o")]
    public void NamedPathsAreEquivariant(string source, string message) => Assert.Contains(message, Assert.Single(Marked.Check(With(source))));

    [Theory]
    [InlineData("[Linear<{|REPS2006:Hidden|}, Scalars>] partial class A;", "Segment 1 (8x1o) of 'Hidden' is not used: 'Scalars' holds 0e")]
    [InlineData("[TensorProduct<Scalars, {|REPS2006:Direction|}, Hidden>(Mode.Uvu)] partial class A;", "Segment 2 (1x2e) of 'Direction' is not used: no product with it is in the output")]
    [InlineData(
        "[TensorProduct<{|REPS2006:Hidden|}, Scalars, Scalars>] [Path(0, 0, 0, Mode.Uuu)] partial class A;",
        "Segment 1 (8x1o) of 'Hidden' is not used: no product with it is in the output"
    )]
    public void InputsAreUsed(string source, string message) => Assert.Equal([message], Marked.Check(With(source)));

    [Theory]
    [InlineData("[Linear<{|REPS2007:Spinors|}, Spinors>] partial class A;")]
    [InlineData("[TensorProduct<{|REPS2007:Spinors|}, Spinors, Spinors>(Mode.Uvw)] partial class A;")]
    public void GroupHasARealForm(string source) => Assert.Contains("no real form", Assert.Single(Marked.Check(With(source))));

    [Theory]
    [InlineData("0e + 1o + 2o", "2o is no harmonic")]
    [InlineData("0o", "0o is no harmonic")]
    [InlineData("1o + 3e", "3e contradicts the parity of the odd degrees before it")]
    [InlineData("SU(2): 1/2", "functions on the sphere")]
    public void HarmonicsHaveTheirParity(string signature, string message) =>
        Assert.Contains(
            message,
            Assert.Single(Marked.Check(With($"[Rep(\"{signature}\")] partial struct Y; [SphericalHarmonics<{{|REPS2008:Y|}}>] partial class A;")))
        );

    [Theory]
    [InlineData("0e + 1o + 2e")]
    [InlineData("0e + 1e + 2e + 3e")]
    [InlineData("2e + 2x1o + 0e + 1o")]
    [InlineData("SO(3): 0 + 1 + 2")]
    public void HarmonicsAreAccepted(string signature) =>
        Marked.Check(With($"[Rep(\"{signature}\")] partial struct Y; [SphericalHarmonics<Y>] partial class A;"));

    [Theory]
    [InlineData("[{|REPS2009:Linear<Vectors, Scalars>|}] partial class A;", "'A' is identically zero: 'Vectors' holds 1o, and 'Scalars' none of them")]
    [InlineData(
        "[{|REPS2009:TensorProduct<Vectors, Vectors, Vectors>(Mode.Uuu)|}] partial class A;",
        "'A' is identically zero: the product of 'Vectors' and 'Vectors' holds 0e, 1e and 2e"
    )]
    [InlineData(
        "[{|REPS2009:TensorProduct<Scalars, Scalars, Few>(Mode.Uuu)|}] partial class A;",
        "'A' is identically zero: 8x0e ⊗ 8x0e → 4x0e is allowed; mode uuu makes 8 output channels of 8 and 8, but the output segment has 4: write 8 there"
    )]
    [InlineData(
        "[{|REPS2009:TensorProduct<One, One, One>(Mode.ULessVw)|}] partial class A; [Rep(\"0e\")] partial struct One;",
        "'A' is identically zero: 1x0e ⊗ 1x0e → 1x0e is allowed; there are no pairs of different channels"
    )]
    [InlineData(
        "[{|REPS2009:TensorProduct<Scalars, Scalars, Scalars>|}] [Path(0, 0, 0, Mode.Uuu, PathWeight = 0)] partial class A;",
        "'A' is identically zero: every [Path] has no channels or no weight"
    )]
    public void MapsAreNotZero(string source, string message) => Assert.Equal([message], Marked.Check(With(source)));

    [Theory]
    [InlineData(
        "[TensorProduct<Hidden, Direction, {|REPS2010:Uneven|}>(Mode.Uvu)] partial class A; [Rep(\"8x0e + 8x1o + 4x2e\")] partial struct Uneven;",
        "Segment 2 (4x2e) of 'Uneven' is left out: 8x0e ⊗ 1x2e → 4x2e is allowed; mode uvu makes 8 output channels of 8 and 1, but the output segment has 4: write 8 there"
    )]
    [InlineData(
        "[TensorProduct<{|REPS2010:Uneven|}, Hidden, Scalars>(Mode.Uuu)] partial class A; [Rep(\"8x0e + 4x1o\")] partial struct Uneven;",
        "Segment 1 (4x1o) of 'Uneven' is left out: 4x1o ⊗ 8x1o → 8x0e is allowed; mode uuu pairs the channels of both inputs, but they have 4 and 8: give both the same multiplicity"
    )]
    public void SegmentsAreConnected(string source, string message) => Assert.Contains(message, Marked.CheckAtLeast(With(source)));

    [Theory]
    [InlineData("[{|REPS1012:TensorProduct<Big, Big, Big>(Mode.Uvw)|}] partial class A; [Rep(\"1024x0e\")] partial struct Big;", "weights")]
    [InlineData("[{|REPS1012:Linear<Big, Big>|}] partial class A; [Rep(\"1000000x0e\")] partial struct Big;", "weights")]
    [InlineData("[{|REPS1012:TensorProduct<Big, Big, Big>(Mode.Uvw)|}] partial class A; [Rep(\"0e+100e+0e+99e+0e+98e+0e+97e+0e+96e\")] partial struct Big;", "coefficients")]
    public void LayersAreWithinTheBudget(string source, string message) => Assert.Contains(message, Assert.Single(Marked.Check(With(source))));

    // A billion triples of segments; the answer comes from the pairs of different irreps.
    [Fact]
    public void LongestRepresentationsAreAnswered()
    {
        string left = string.Join("+", Enumerable.Range(1, Budget.MaxTerms).Select(mul => $"{mul}x0e"));
        string right = string.Join("+", Enumerable.Range(Budget.MaxTerms + 1, Budget.MaxTerms).Select(mul => $"{mul}x0e"));
        string[] messages = Marked.CheckAtLeast(
            $"using Reps; [Rep(\"{left}\")] partial struct L; [Rep(\"{right}\")] partial struct R; [{{|REPS2009:TensorProduct<L, R, L>(Mode.Uuu)|}}] partial class A;"
        );
        Assert.StartsWith("'A' is identically zero: 1x0e ⊗ 1025x0e → 1x0e is allowed; mode uuu pairs the channels", Assert.Single(messages));
    }

    [Theory]
    [InlineData("[Linear<Hidden, Hidden>] partial class A;")]
    [InlineData("[Linear<Hidden, Hidden>(PathNormalization = PathNormalization.None)] partial class A;")]
    [InlineData("[TensorProduct<Hidden, Direction, Wide>(Mode.Uvu)] partial class A;")]
    [InlineData("[TensorProduct<Vectors, Vectors, Axials>(Mode.Uuu, HasWeights = false, IrrepNormalization = IrrepNormalization.Norm)] partial class A;")]
    [InlineData("[TensorProduct<Vectors, Vectors, Scalars>] [Path(0, 0, 0, Mode.Uuu, HasWeight = false, PathWeight = 3)] partial class A;")]
    [InlineData("[SphericalHarmonics<Direction>(Normalize = false, Normalization = HarmonicsNormalization.Integral)] partial class A;")]
    [InlineData("[Linear<Rotated, Rotated>] partial class A;")]
    public void ValidLayersAreNotReported(string source) => Marked.Check(With(source));

    // The one mistake is reported where it is made.
    [Theory]
    [InlineData("[Rep(\"{|REPS1004:oops|}\")] partial struct Bad;", "Bad")]
    [InlineData("[Rep(\"8x0e\")] struct {|REPS1101:Bad|};", "Bad")]
    [InlineData("[Rep(\"8x0e\")] partial struct Bad { int {|REPS1106:Dim|}; }", "Bad")]
    public void MistakesInARepresentationAreNotRepeatedAtItsLayers(string representation, string name) =>
        Marked.CheckExceptWarnings(
            With(
                representation
                + $"[Linear<{name}, Hidden>] partial class A; [TensorProduct<Hidden, {name}, Hidden>(Mode.Uvu)] partial class B; [SphericalHarmonics<{name}>] partial class C;"
            )
        );

    [Theory]
    [InlineData("[TensorProduct<Hidden, Hidden, Hidden>(Mode.Nothing)] partial class A;", "CS0117")]
    [InlineData("[TensorProduct<Hidden, Hidden, Hidden>(\"uvw\")] partial class A;", "CS1503")]
    [InlineData("[TensorProduct<Hidden, Hidden, Hidden>] [Path(0, 0, 0)] partial class A;", "CS7036")]
    [InlineData("[TensorProduct<Hidden, Hidden, Hidden>] [Path(0, \"0\", 0, Mode.Uvw)] partial class A;", "CS1503")]
    [InlineData("[Linear<Hidden, Hidden>(PathNormalization = 1)] partial class A;", "CS0266")]
    public void UnreadableArgumentsAreTheCompilersBusiness(string source, string error) => Marked.CheckWithErrors([error], With(source));

    // Only the representations that a source names: each costs its generated code.
    private static string With(string source) =>
        "using Reps;\n"
        + string.Concat(s_representations.Where(r => source.Contains(r.Key)).Select(r => $"[Rep(\"{r.Value}\")] public readonly partial struct {r.Key};\n"))
        + source;
}
