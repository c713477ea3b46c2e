using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Reps.Algebra;

namespace Reps.Generators.Emission;

/// <summary>Diagrams and orbits as a reader of generated code sees them: rows of letters or points, and the formula in indices.</summary>
internal static class DiagramText
{
    // A file of thousands of comments helps nobody.
    private const int MostShown = 256;

    /// <summary>Comments on the weights of a plan.</summary>
    public static IEnumerable<string> Of(DiagramPlan plan)
    {
        if (plan.Input.HasOrbits)
        {
            yield return "// Weights, orbit by orbit: J and I are lists of output and of input points, and an orbit is named by its smallest pair (J|I).";
            yield return "// The sum is over the lists I whose pair (J|I) is in the orbit. u: input channel, v: output channel.";
        }
        else
        {
            yield return "// Weights, diagram by diagram: outputs are drawn above inputs, and equal letters are one block. Beside: the name, and what is added.";
            yield return "// u: input channel, v: output channel.";
        }
        foreach (DiagramPath path in plan.Paths.Take(MostShown))
            foreach (string line in Lines(plan, path, $"w[{Number(path.WeightOffset)} + {Number(plan.Output.Terms[path.Output].Channels)}u + v]"))
                yield return line;
        if (plan.Paths.Count > MostShown) yield return $"// … and {Number(plan.Paths.Count - MostShown)} more.";
        foreach (DiagramPath path in plan.Biases.Take(MostShown))
            foreach (string line in Lines(plan, path, $"b[{Number(path.WeightOffset)} + v]"))
                yield return line;
    }

    private static IEnumerable<string> Lines(DiagramPlan plan, DiagramPath path, string weight)
    {
        if (path.Orbit is ListOrbit orbit)
        {
            string x = path.Input < 0 ? "" : $" x{Term(path.Input, plan.Input)}[I,u]";
            string named = DiagramPlan.NameOf(path), size = orbit.Size.ToString(CultureInfo.InvariantCulture) + (path.Input < 0 ? " lists" : " pairs");
            yield return $"// {named,-20} {size,12}  y{Term(path.Output, plan.Output)}[J,v] += {(path.Input < 0 ? "" : "ΣI ")}{weight}{x}";
            yield break;
        }
        char next = 'a';
        List<string> above = [], below = [], factors = [], sums = [];
        foreach (Diagram diagram in path.Diagrams)
        {
            // The form joins the ends of an arc within a row, which have indices of their own.
            char[] letters = new char[diagram.VertexCount];
            for (int vertex = 0; vertex < letters.Length; vertex++)
            {
                int first = diagram.Vertices(diagram.BlockOf(vertex))[0];
                bool form = diagram.Kind == DiagramKind.Symplectic && first != vertex && first < diagram.Outputs == vertex < diagram.Outputs;
                letters[vertex] = first == vertex || form ? next++ : letters[first];
                if (form) factors.Add($"ε({letters[first]},{letters[vertex]})");
            }
            above.AddRange(letters.Take(diagram.Outputs).Select(static letter => letter.ToString()));
            below.AddRange(letters.Skip(diagram.Outputs).Select(static letter => letter.ToString()));
            sums.AddRange(letters.Skip(diagram.Outputs).Except(letters.Take(diagram.Outputs)).Select(static letter => letter.ToString()));
            int[] arguments = diagram.Kind switch
            {
                DiagramKind.BrauerFree => [.. Enumerable.Range(0, letters.Length).Where(diagram.IsFree)],
                DiagramKind.Jellyfish => [.. Enumerable.Range(0, diagram.BlockCount).Select(block => diagram.Vertices(block)[0])],
                _ => [],
            };
            if (arguments.Length > 0) factors.Add($"χ({string.Join(",", arguments.Select(vertex => letters[vertex]))})");
        }
        string sum = sums.Count > 0 ? "Σ" + string.Join("", sums) + " " : "";
        string input = path.Input < 0 ? "" : $" x{Term(path.Input, plan.Input)}[{string.Join(",", below.Append("u"))}]";
        string product = string.Concat(factors.Select(static factor => " " + factor));
        string formula = $"y{Term(path.Output, plan.Output)}[{string.Join(",", above.Append("v"))}] += {sum}{weight}{input}{product}";
        yield return $"// {Row(above),-16}  {DiagramPlan.NameOf(path)}";
        yield return $"// {Row(below),-16}  {formula}";
    }

    private static string Row(List<string> letters) => letters.Count == 0 ? "·" : string.Join(" ", letters);

    private static string Term(int term, TensorPowers powers) => powers.Terms.Count == 1 ? "" : Number(term);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
