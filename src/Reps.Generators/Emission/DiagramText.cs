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
            foreach (string line in Lines(plan, path))
                yield return line;
        if (plan.Paths.Count > MostShown) yield return $"// … and {(plan.Paths.Count - MostShown).ToString(CultureInfo.InvariantCulture)} more.";
        foreach (DiagramPath path in plan.Biases.Take(MostShown))
            foreach (string line in Lines(plan, path))
                yield return line;
    }

    private static IEnumerable<string> Lines(DiagramPlan plan, DiagramPath path)
    {
        DiagramFormula formula = DiagramFormula.Of(plan, path);
        string name = DiagramPlan.NameOf(path);
        if (path.Orbit is ListOrbit orbit)
        {
            string size = orbit.Size.ToString(CultureInfo.InvariantCulture) + (path.Input < 0 ? " lists" : " pairs");
            yield return $"// {name,-20} {size,12}  {formula.Text}";
            yield break;
        }
        yield return $"// {formula.Above,-16}  {name}";
        yield return $"// {formula.Below,-16}  {formula.Text}";
    }
}
