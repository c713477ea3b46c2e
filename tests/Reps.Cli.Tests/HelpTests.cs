using System;
using System.Globalization;

namespace Reps.Tests.Cli;

/// <summary>Help, the version, and independence from the culture.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("irreps", "<signature> --json")]
    [InlineData("product", "<left> <right> --json")]
    [InlineData("cg", "<l1> <l2> <l3> --basis --json")]
    [InlineData("gaunt", "<l1> <l2> <l3> --basis --json")]
    [InlineData("wigner3j", "<j1> <j2> <j3> <m1> <m2> <m3> --json")]
    [InlineData("wigner6j", "<j1> <j2> <j3> <j4> <j5> <j6> --json")]
    [InlineData("wigner9j", "<j1> <j2> <j3> <j4> <j5> <j6> <j7> <j8> <j9> --json")]
    [InlineData("wigner-d", "<l> --euler --json")]
    [InlineData("sh", "<l> <vector> --normalization --solid --json")]
    [InlineData("hom", "<group> <k> <l> --spanning --svg --json")]
    [InlineData("compose", "<group> <second> <first> --json")]
    [InlineData("factor", "<diagram> --json")]
    [InlineData("layout", "<file> --json")]
    [InlineData("eval", "<plan> --case --json")]
    [InlineData("bench", "<left> <right> <output> --linear --mode --weights --rows --threads --seconds --json")]
    public void EveryCommandExplainsItsArguments(string command, string words)
    {
        string help = Cli.Text(command, "--help");
        Assert.Contains($"reps {command} ", help);
        foreach (string word in words.Split(' '))
        {
            // A line of its own, with a description after the name.
            string line = Array.Find(help.Split('\n'), l => l.StartsWith("  " + word, StringComparison.Ordinal)) ?? "";
            Assert.Matches(@"^  \S.*\s{2,}\S", line);
        }
        Assert.Contains($"  {command} ", Cli.Text("--help"));
    }

    [Fact]
    public void NothingIsARequestForHelp()
    {
        Assert.Equal(Cli.Text("--help"), Cli.Text());
        Assert.Equal(Cli.Text("--help"), Cli.Text("-h"));
    }

    [Fact]
    public void VersionIsThatOfThePackage() => Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?\n$", Cli.Text("--version"));

    [Fact]
    public void NumbersDoNotFollowTheCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string[][] commands = [["sh", "1", "-0.5,0,1e-1"], ["cg", "1", "1.5", "1/2", "--basis", "complex"], ["wigner-d", "1", "--euler", "0.1,-2,0", "--json"]];
        string[] expected = [.. Array.ConvertAll(commands, c => Cli.Text(c))];
        try
        {
            CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, Array.ConvertAll(commands, c => Cli.Text(c)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
