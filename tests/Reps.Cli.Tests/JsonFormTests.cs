namespace Reps.Tests.Cli;

/// <summary>The JSON forms, letter by letter: programs read them.</summary>
public sealed class JsonFormTests
{
    [Fact]
    public void Irreps() =>
        Check(
            """{"canonical":"16x1o+8x0e+2x1o","simplified":"16x1o+8x0e+2x1o","sorted":"8x0e+16x1o+2x1o","dim":62,"segments":[{"irrep":"1o","multiplicity":16,"dim":3,"offset":0,"length":48},{"irrep":"0e","multiplicity":8,"dim":1,"offset":48,"length":8},{"irrep":"1o","multiplicity":2,"dim":3,"offset":56,"length":6}]}""",
            "irreps", "16x1o + 8x0e + 2x1o"
        );

    [Fact]
    public void IrrepsOfAnotherGroup() =>
        Check(
            """{"canonical":"SU(2): 2x1/2+1x1","simplified":"SU(2): 2x1/2+1x1","sorted":"SU(2): 2x1/2+1x1","dim":7,"segments":[{"irrep":"1/2","multiplicity":2,"dim":2,"offset":0,"length":4},{"irrep":"1","multiplicity":1,"dim":3,"offset":4,"length":3}]}""",
            "irreps", "SU(2): 2x1/2 + 1"
        );

    [Fact]
    public void Product() =>
        Check(
            """{"terms":[{"irrep":"0e","multiplicity":1},{"irrep":"1o","multiplicity":2},{"irrep":"1e","multiplicity":1},{"irrep":"2e","multiplicity":1}],"paths":[{"left":0,"right":0,"irrep":"1o","multiplicity":2},{"left":1,"right":0,"irrep":"0e","multiplicity":1},{"left":1,"right":0,"irrep":"1e","multiplicity":1},{"left":1,"right":0,"irrep":"2e","multiplicity":1}]}""",
            "product", "2x0e + 1o", "1o"
        );

    [Fact]
    public void RealCoefficients() =>
        Check(
            """{"l1":1,"l2":0,"l3":1,"basis":"real","entries":[{"index":[0,0,0],"value":0.5773502691896257,"exact":"sqrt(3)/3"},{"index":[1,0,1],"value":0.5773502691896257,"exact":"sqrt(3)/3"},{"index":[2,0,2],"value":0.5773502691896257,"exact":"sqrt(3)/3"}]}""",
            "cg", "1", "0", "1"
        );

    [Fact]
    public void ComplexCoefficients() =>
        Check(
            """{"l1":"1/2","l2":"1/2","l3":0,"basis":"complex","entries":[{"m":["-1/2","1/2","0"],"value":-0.7071067811865476,"exact":"-sqrt(2)/2"},{"m":["1/2","-1/2","0"],"value":0.7071067811865476,"exact":"sqrt(2)/2"}]}""",
            "cg", "1/2", "1/2", "0", "--basis", "complex"
        );

    [Fact]
    public void Gaunt() =>
        Check(
            """{"l1":0,"l2":1,"l3":1,"basis":"real","entries":[{"index":[0,0,0],"value":0.28209479177387814,"exact":"1/(2*sqrt(pi))"},{"index":[0,1,1],"value":0.28209479177387814,"exact":"1/(2*sqrt(pi))"},{"index":[0,2,2],"value":0.28209479177387814,"exact":"1/(2*sqrt(pi))"}]}""",
            "gaunt", "0", "1", "1"
        );

    [Fact]
    public void NoCoefficients() =>
        Check(
            """{"l1":0,"l2":0,"l3":1,"basis":"real","entries":[]}""",
            "cg", "0", "0", "1"
        );

    [Fact]
    public void SixJ() =>
        Check(
            """{"symbol":"wigner6j","arguments":["1/2","1","1/2","1","1/2","1"],"value":-0.3333333333333333,"exact":"-1/3"}""",
            "wigner6j", "1/2", "1", "1/2", "1", "1/2", "1"
        );

    [Fact]
    public void Harmonics() =>
        Check(
            """{"l":1,"vector":[0,-3,4],"normalization":"norm","normalize":true,"values":[0,-0.6000000000000001,0.8]}""",
            "sh", "1", "0,-3,4", "--normalization", "norm"
        );

    private static void Check(string expected, params string[] args) => Assert.Equal(expected + "\n", Cli.Text([.. args, "--json"]));
}
