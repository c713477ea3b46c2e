namespace Reps.Tests.Cli;

/// <summary>What a person reads: one example of each command.</summary>
public sealed class HumanOutputTests
{
    [Fact]
    public void Irreps() =>
        Check(
            """
            16x1o+8x0e+2x1o
            ╭─────────┬───────┬──────────────┬───────────┬────────┬────────╮
            │ segment │ irrep │ multiplicity │ irrep dim │ offset │ length │
            ├─────────┼───────┼──────────────┼───────────┼────────┼────────┤
            │       0 │    1o │           16 │         3 │      0 │     48 │
            │       1 │    0e │            8 │         1 │     48 │      8 │
            │       2 │    1o │            2 │         3 │     56 │      6 │
            ╰─────────┴───────┴──────────────┴───────────┴────────┴────────╯
            dimension   62
            simplified  16x1o+8x0e+2x1o
            sorted      8x0e+16x1o+2x1o
            """,
            "irreps", "16x1o + 8x0e + 2x1o"
        );

    [Fact]
    public void IrrepsOfAnotherGroup() =>
        Check(
            """
            SU(2): 2x1/2+1x1
            ╭─────────┬───────┬──────────────┬───────────┬────────┬────────╮
            │ segment │ irrep │ multiplicity │ irrep dim │ offset │ length │
            ├─────────┼───────┼──────────────┼───────────┼────────┼────────┤
            │       0 │   1/2 │            2 │         2 │      0 │      4 │
            │       1 │     1 │            1 │         3 │      4 │      3 │
            ╰─────────┴───────┴──────────────┴───────────┴────────┴────────╯
            dimension   7
            simplified  SU(2): 2x1/2+1x1
            sorted      SU(2): 2x1/2+1x1
            """,
            "irreps", "SU(2): 2x1/2 + 1"
        );

    [Fact]
    public void Product() =>
        Check(
            """
            (2x0e+1x1o) ⊗ (1x1o)
            ╭──────┬───────┬───────┬──────────╮
            │ left │ right │ irrep │ channels │
            ├──────┼───────┼───────┼──────────┤
            │ 2x0e │  1x1o │    1o │        2 │
            │ 1x1o │  1x1o │    0e │        1 │
            │ 1x1o │  1x1o │    1e │        1 │
            │ 1x1o │  1x1o │    2e │        1 │
            ╰──────┴───────┴───────┴──────────╯
            = 1x0e + 2x1o + 1x1e + 1x2e
            """,
            "product", "2x0e + 1o", "1o"
        );

    [Fact]
    public void RealCoefficients() =>
        Check(
            """
            cg 1 1 1, real basis
            ╭───┬───┬───┬────────────┬────────────────────╮
            │ i │ j │ k │      exact │              value │
            ├───┼───┼───┼────────────┼────────────────────┤
            │ 0 │ 1 │ 2 │  sqrt(6)/6 │  0.408248290463863 │
            │ 0 │ 2 │ 1 │ -sqrt(6)/6 │ -0.408248290463863 │
            │ 1 │ 0 │ 2 │ -sqrt(6)/6 │ -0.408248290463863 │
            │ 1 │ 2 │ 0 │  sqrt(6)/6 │  0.408248290463863 │
            │ 2 │ 0 │ 1 │  sqrt(6)/6 │  0.408248290463863 │
            │ 2 │ 1 │ 0 │ -sqrt(6)/6 │ -0.408248290463863 │
            ╰───┴───┴───┴────────────┴────────────────────╯
            """,
            "cg", "1", "1", "1"
        );

    [Fact]
    public void ComplexCoefficients() =>
        Check(
            """
            cg 1/2 1/2 1, complex basis
            ╭──────┬──────┬────┬───────────┬────────────────────╮
            │   m1 │   m2 │ m3 │     exact │              value │
            ├──────┼──────┼────┼───────────┼────────────────────┤
            │ -1/2 │ -1/2 │ -1 │         1 │                  1 │
            │ -1/2 │  1/2 │  0 │ sqrt(2)/2 │ 0.7071067811865476 │
            │  1/2 │ -1/2 │  0 │ sqrt(2)/2 │ 0.7071067811865476 │
            │  1/2 │  1/2 │  1 │         1 │                  1 │
            ╰──────┴──────┴────┴───────────┴────────────────────╯
            """,
            "cg", "1/2", "1/2", "1", "--basis", "complex"
        );

    [Fact]
    public void NoCoefficients() =>
        Check(
            """
            cg 1 1 3, real basis: l3 is not in the product of l1 and l2, so all coefficients are zero
            """,
            "cg", "1", "1", "3"
        );

    [Fact]
    public void Gaunt() =>
        Check(
            """
            gaunt 1 0 1, real basis
            ╭───┬───┬───┬────────────────┬─────────────────────╮
            │ i │ j │ k │          exact │               value │
            ├───┼───┼───┼────────────────┼─────────────────────┤
            │ 0 │ 0 │ 0 │ 1/(2*sqrt(pi)) │ 0.28209479177387814 │
            │ 1 │ 0 │ 1 │ 1/(2*sqrt(pi)) │ 0.28209479177387814 │
            │ 2 │ 0 │ 2 │ 1/(2*sqrt(pi)) │ 0.28209479177387814 │
            ╰───┴───┴───┴────────────────┴─────────────────────╯
            """,
            "gaunt", "1", "0", "1"
        );

    [Fact]
    public void ComplexGaunt() =>
        Check(
            """
            gaunt 1 1 0, complex basis
            ╭────┬────┬────┬─────────────────┬──────────────────────╮
            │ m1 │ m2 │ m3 │           exact │                value │
            ├────┼────┼────┼─────────────────┼──────────────────────┤
            │ -1 │  1 │  0 │ -1/(2*sqrt(pi)) │ -0.28209479177387814 │
            │  0 │  0 │  0 │  1/(2*sqrt(pi)) │  0.28209479177387814 │
            │  1 │ -1 │  0 │ -1/(2*sqrt(pi)) │ -0.28209479177387814 │
            ╰────┴────┴────┴─────────────────┴──────────────────────╯
            """,
            "gaunt", "1", "1", "0", "--basis", "complex"
        );

    [Fact]
    public void VanishingGaunt() =>
        Check(
            """
            gaunt 1 1 1, real basis: l1 + l2 + l3 is odd, so all coefficients are zero
            """,
            "gaunt", "1", "1", "1"
        );

    [Fact]
    public void ThreeJ() =>
        Check(
            """
            sqrt(6)/6 ≈ 0.408248290463863
            """,
            "wigner3j", "1/2", "1/2", "1", "-1/2", "1/2", "0"
        );

    [Fact]
    public void SixJ() =>
        Check(
            """
            1/6 ≈ 0.16666666666666666
            """,
            "wigner6j", "1", "1", "1", "1", "1", "1"
        );

    [Fact]
    public void NineJ() =>
        Check(
            """
            1/9 ≈ 0.1111111111111111
            """,
            "wigner9j", "1/2", "1/2", "1", "1/2", "1/2", "1", "1", "1", "2"
        );

    [Fact]
    public void ZeroSymbol() =>
        Check(
            """
            0
            """,
            "wigner6j", "1/2", "1", "1", "1", "1", "1"
        );

    [Fact]
    public void WignerD() =>
        Check(
            """
            D of degree 1
            ╭───────────┬───────────┬───────────╮
            │        -1 │         0 │         1 │
            ├───────────┼───────────┼───────────┤
            │  0.979478 │ -0.019834 │  0.200570 │
            │  0.058711 │  0.980067 │ -0.189796 │
            │ -0.192808 │  0.197677 │  0.961119 │
            ╰───────────┴───────────┴───────────╯
            """,
            "wigner-d", "1", "--euler", "-0.1,0.2,0.3"
        );

    [Fact]
    public void Harmonics() =>
        Check(
            """
            Y of degree 1, component
            ╭────┬─────────────────────╮
            │  m │               value │
            ├────┼─────────────────────┤
            │ -1 │ -1.0392304845413265 │
            │  0 │                   0 │
            │  1 │  1.3856406460551018 │
            ╰────┴─────────────────────╯
            """,
            "sh", "1", "-3,0,4"
        );

    [Fact]
    public void SolidHarmonics() =>
        Check(
            """
            Y of degree 1, norm, solid
            ╭────┬───────╮
            │  m │ value │
            ├────┼───────┤
            │ -1 │     1 │
            │  0 │    -2 │
            │  1 │     3 │
            ╰────┴───────╯
            """,
            "sh", "1", "1,-2,3", "--solid", "--normalization", "norm"
        );

    [Fact]
    public void Evaluation()
    {
        using TemporaryFile file = new(
            """{"in1":"0e+1o","in2":"1o","irreps_out":"0e+1o+1e","weight":[1,2,3],"x":[[1,0,0,1],[2,1,0,0]],"y":[[0,1,0],[3,0,4]]}"""
        );
        Check(
            """
            1x0e+1x1o+1x1e, 2 rows
            ╭─────┬───────┬──────┬─────────────────────────────────────────╮
            │ row │ irrep │ copy │                              components │
            ├─────┼───────┼──────┼─────────────────────────────────────────┤
            │   0 │    0e │    0 │                                       0 │
            │   0 │    1o │    0 │             0            1            0 │
            │   0 │    1e │    0 │  -2.121320344            0            0 │
            │   1 │    0e │    0 │                             3.464101615 │
            │   1 │    1o │    0 │             6            0            8 │
            │   1 │    1e │    0 │             0 -8.485281374            0 │
            ╰─────┴───────┴──────┴─────────────────────────────────────────╯
            """,
            "eval",
            file.Path
        );
    }

    private static void Check(string expected, params string[] args)
    {
        string text = Cli.Text(args);
        Assert.DoesNotContain('\u001b', text);
        Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", text);
    }
}
