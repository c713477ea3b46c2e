using System.Globalization;
using System.Text.RegularExpressions;

namespace Reps.Layers.Checkpoints;

/// <summary>The names of what e3nn stores beside parameters.</summary>
internal static partial class E3nnNames
{
    /// <summary>The product and the degrees of a coupling tensor.</summary>
    public static bool TryCoupling(string name, out string product, out (int L1, int L2, int L3) degrees)
    {
        Match match = Coupling().Match(name);
        (product, degrees) = (match.Groups["product"].Value, (Number(match, "l1"), Number(match, "l2"), Number(match, "l3")));
        return match.Success;
    }

    /// <summary>The module of a mask of reached outputs.</summary>
    public static bool TryMask(string name, out string module)
    {
        Match match = Mask().Match(name);
        module = match.Groups["module"].Value;
        return match.Success;
    }

    /// <summary>Whether a tensor holds what this library derives: coupling tensors, masks, indices of pairs, empty places for weights.</summary>
    public static bool IsDerived(SafeTensor tensor, string name) =>
        tensor.ElementCount == 0 || Compiled().IsMatch(name) || Mask().IsMatch(name);

    private static int Number(Match match, string group) =>
        match.Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:(?<product>.+)\.)?_compiled_main\w*\._w3j_(?<l1>\d{1,3})_(?<l2>\d{1,3})_(?<l3>\d{1,3})$")]
    private static partial Regex Coupling();

    [GeneratedRegex(@"^(?:(?<module>.+)\.)?output_mask$")]
    private static partial Regex Mask();

    [GeneratedRegex(@"(?:^|\.)_compiled_main\w*\.(?:_w3j_|_triu_indices_)[\d_]+$")]
    private static partial Regex Compiled();
}
