using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Reps.Tests.Cli;

/// <summary>Reads exact values such as -3*sqrt(5)/10 without the library.</summary>
internal static partial class ExactText
{
    /// <summary>The sign and the square p/q of a value without pi; p/q is not reduced.</summary>
    public static (int Sign, BigInteger P, BigInteger Q) Square(string text)
    {
        Match match = Form().Match(text);
        Assert.True(match.Success, text);
        BigInteger Part(string name) =>
            match.Groups[name].Success ? BigInteger.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : BigInteger.One;
        BigInteger p = Part("factor") * Part("factor") * Part("root");
        return (p.IsZero ? 0 : match.Groups["minus"].Success ? -1 : 1, p, Part("under") * Part("under"));
    }

    [GeneratedRegex(@"^(?<minus>-)?((?<factor>\d+)|((?<factor>\d+)\*)?sqrt\((?<root>\d+)\))(/(?<under>\d+))?$")]
    private static partial Regex Form();
}
