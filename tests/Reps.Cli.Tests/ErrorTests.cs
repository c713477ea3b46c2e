using System.IO;

namespace Reps.Tests.Cli;

/// <summary>Bad input exits with 1, a malformed command line with 2; one line says what, where and what to do.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData("irreps|8y0e", "signature: '8y0e' is not a representation: at 1:|REPS1004|Perhaps '8y+0e'?")]
    [InlineData("irreps|", "signature: ''|REPS1009|Write irreps such as '8x0e+16x1o'")]
    [InlineData("irreps|-1", "'-1'|REPS1004|REPS1005")]
    [InlineData("irreps|@file", "'@file'|REPS1010")]
    [InlineData("irreps|1000000000o", "REPS1007|at most 100")]
    [InlineData("irreps|99999999999999999999x0e", "REPS1008")]
    [InlineData("product|1o|1q", "right: '1q'|REPS1004")]
    [InlineData("product|SU(2): 1/2|1o", "right is a representation of O(3), but left of SU(2)|write 'SU(2): …' in both")]
    [InlineData("product|100x100o|100x100o", "exceeds the limit of 16777216")]
    [InlineData("cg|1/2|1/2|1", "l1 is '1/2'|cg --basis complex takes halves")]
    [InlineData("cg|-1|1|1", "l1 is '-1'; a degree is an integer from 0")]
    [InlineData("cg|1|1000000000|1", "l2 is '1000000000'; at most 100")]
    [InlineData("cg|1|1|99999999999999999999", "l3 is '99999999999999999999'; at most 100")]
    [InlineData("cg|1|1|1e400", "l3 is '1e400'; expected an integer or a half")]
    [InlineData("cg||1|1", "l1 is ''; expected an integer or a half")]
    [InlineData("cg|+-1|1|1", "l1 is '+-1'; expected")]
    [InlineData("cg|/2|1|1", "l1 is '/2'; expected")]
    [InlineData("cg|-1/2|1|1|--basis|complex", "l1 is '-1/2'; a spin is not negative")]
    [InlineData("cg|100|100|100", "cg 100 100 100 has about 40401 exact coefficients|at most 6561")]
    [InlineData("gaunt|41|41|40", "gaunt 41 41 40|at most 6561")]
    [InlineData("gaunt|1/2|1|1|--basis|complex", "l1 is '1/2'|integer degrees only")]
    [InlineData("wigner3j|1|1|2|0|0|5", "m3 is '5'; with j3 = 2 it is one of -2, …, 2")]
    [InlineData("wigner3j|1|1|2|0|1/2|0", "m2 is '1/2'; with j2 = 1")]
    [InlineData("wigner3j|1|1|-2|0|0|0", "j3 is '-2'; a spin is not negative")]
    [InlineData("wigner6j|1|1|1|1|1|2001", "j6 is '2001'; at most 2000")]
    [InlineData("wigner9j|1|1|1|1|1|1|1|1|x", "j9 is 'x'")]
    [InlineData("wigner-d|1/2|--euler|0,0,0", "l is '1/2'")]
    [InlineData("wigner-d|1|--euler|1,2", "--euler is '1,2'; expected three numbers")]
    [InlineData("wigner-d|1|--euler|nan,0,0", "--euler is 'nan,0,0': 'nan' is not a finite number")]
    [InlineData("sh|1|1e400,0,0", "vector is '1e400,0,0': '1e400' is not a finite number")]
    [InlineData("sh|1|", "vector is ''")]
    [InlineData("sh|2|1e300,1e300,1e300|--solid", "vector is|exceed the range of doubles|drop --solid")]
    [InlineData("sh|101|1,2,3", "l is '101'; at most 100")]
    [InlineData("eval|", "plan is ''; expected the path of a JSON file")]
    [InlineData("bench|1o|1q|1o", "right: '1q'|REPS1004")]
    [InlineData("bench|1o|1o|SU(2): 1", "SU(2)")]
    [InlineData("bench|1o|1o|3o", "output is '1x3o': mode uvu has no path to it from '1x1o' and '1x1o'|'reps product' lists")]
    [InlineData("bench|4x1o|1o|8x0e", "output is '8x0e': mode uvu has no path|uvu keeps the left multiplicities")]
    [InlineData("bench|1o|1o|0e|--mode|uvw|--weights|none", "--weights is 'none', but mode uvw|write each or shared")]
    [InlineData("bench|--linear|1o|1o|--weights|none", "--weights is 'none', but a linear layer|write each or shared")]
    [InlineData("bench|--linear|1o|2e", "right is '1x2e', which has no irrep of '1x1o'")]
    [InlineData("bench|100x1o|0e|100x1o|--rows|10000000", "--rows is 10000000, which makes operands of 53482 MiB; at most 4096 MiB|fewer rows")]
    public void BadInput(string command, string expected) => Check(1, command, expected);

    [Theory]
    [InlineData("foo", "'foo' is no command; expected one of irreps, explain, product, cg,|see 'reps --help'.")]
    [InlineData("--json", "'--json' is no command")]
    [InlineData("cg", "cg takes <l1> <l2> <l3>; <l1> <l2> <l3> are missing; see 'reps cg --help'.")]
    [InlineData("cg|1|1", "<l3> is missing")]
    [InlineData("cg|1|1|1|7", "'7' is one argument too many for cg, which takes <l1> <l2> <l3>")]
    [InlineData("cg|1|1|1|--bases|real", "'--bases' is no option of cg")]
    [InlineData("cg|1|1|1|--basis|imaginary", "--basis is 'imaginary'; expected real or complex")]
    [InlineData("sh|1|1,2,3|--normalization|max", "--normalization is 'max'; expected component, norm or integral")]
    [InlineData("sh|1|1,2,3|--normalization", "--normalization|see 'reps sh --help'.")]
    [InlineData("wigner-d|1", "--euler")]
    [InlineData("eval|a.json|b.json", "'b.json' is one argument too many for eval")]
    [InlineData("eval|a.json|--case|first", "--case is 'first'; expected the number of a case")]
    [InlineData("bench|1o|1o", "<output> is missing|--linear and two signatures")]
    [InlineData("bench|1o", "bench takes <left> <right> [output]; <right> is missing")]
    [InlineData("bench|--linear|1o|1o|1o", "--linear takes two signatures")]
    [InlineData("bench|--linear|1o|1o|--mode|uvu", "--mode is of products")]
    [InlineData("bench|1o|1o|0e|--mode|uvx", "--mode is 'uvx'; expected uvw, uvu,")]
    [InlineData("bench|1o|1o|0e|--rows|0", "--rows is '0'; expected a number from 1 to 16777216")]
    [InlineData("bench|1o|1o|0e|--threads|-1", "--threads is '-1'; expected a number from 1 to")]
    [InlineData("bench|1o|1o|0e|--seconds|nan", "--seconds is 'nan'; expected a number from 0.01 to 600")]
    public void MalformedCommandLine(string command, string expected) => Check(2, command, expected);

    [Fact]
    public void PathsThatAreNoFiles()
    {
        string directory = Path.TrimEndingDirectorySeparator(Path.GetTempPath());
        Assert.StartsWith($"{directory} is a directory; expected a JSON file", Cli.Error(1, "eval", directory));
        string missing = Path.Combine(directory, "no-such-folder", "plan.json");
        Assert.StartsWith($"there is no file {missing}; expected", Cli.Error(1, "eval", missing));
    }

    [Fact]
    public void LongAndControlCharactersAreNotEchoed()
    {
        string message = Cli.Error(1, "cg", "\u001b[31m" + new string('7', 500), "1", "1");
        Assert.DoesNotContain('\u001b', message);
        Assert.InRange(message.Length, 60, 200);
    }

    private static void Check(int code, string command, string expected)
    {
        string message = Cli.Error(code, command.Split('|'));
        foreach (string part in expected.Split('|')) Assert.Contains(part, message);
    }
}
