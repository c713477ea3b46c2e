using System.Globalization;
using System.Linq;
using Reps.Algebra;
using Reps.Generators.Models;

namespace Reps.Generators.Emission;

/// <summary>Completes a struct with a sum of tensor powers.</summary>
internal static class TensorPowersEmitter
{
    /// <summary>The members that it receives; a user's member of that name is an error.</summary>
    public static readonly string[] MemberNames = ["Dim", "Signature"];

    public static string Emit(RepModel model)
    {
        string rep = $"global::Reps.ITensorPowers<{model.Type.Name}>";
        if (!TensorPowers.TryParse(model.Signature, out TensorPowers? powers, out _))
            return PartialType.Write(
                model.Type, "// The signature is not valid: see the REPS1xxx errors.", rep, writer => writer.Line($"static string {rep}.Signature => \"\";"));
        return PartialType.Write(
            model.Type,
            Remarks.Of($"Tensor powers: {powers}. A row is term after term:", [.. powers!.Terms.Select(term => Shape(term, Sizes(powers)))]),
            rep,
            writer =>
            {
                writer.Line("/// <summary>The signature in its canonical form.</summary>").Line($"public const string Signature = {Escape.Literal(powers!)};").Line();
                writer.Line("/// <summary>The number of values in one feature vector.</summary>");
                string[] sizes = Sizes(powers!);
                string[] parameters = [.. sizes.Where((_, n) => powers!.Spaces[n].IsOpen)];
                string sum = string.Join(" + ", powers!.Terms.Select(term => Product(term, sizes)));
                writer.Line(
                    parameters.Length == 0
                        ? $"public const int Dim = {sum};"
                        : $"public static int Dim({string.Join(", ", parameters.Select(static name => "int " + name))}) => checked({sum});");
                writer.Line().Line($"static string {rep}.Signature => Signature;");
            });
    }

    /// <summary>What n of each space is called: a number where it is known.</summary>
    private static string[] Sizes(TensorPowers powers)
    {
        int open = powers.Spaces.Count(static space => space.IsOpen);
        int seen = 0;
        return [.. powers.Spaces.Select(space => space.IsOpen ? open == 1 ? "n" : "n" + Number(++seen) : Number(space.N))];
    }

    private static string Shape(TensorPower term, string[] sizes) =>
        $"{term}: [{string.Join(", ", sizes.SelectMany((size, s) => Enumerable.Repeat(size, term.Powers[s])).Concat([Number(term.Channels)]))}]";

    private static string Product(TensorPower term, string[] sizes) =>
        string.Join(" * ", new[] { Number(term.Channels) }.Concat(sizes.SelectMany((size, s) => Enumerable.Repeat(size, term.Powers[s]))));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
