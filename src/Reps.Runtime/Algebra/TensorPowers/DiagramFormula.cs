using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Reps.Algebra;

/// <summary>A map of a plan as people read it: the diagram as two rows of letters, and what is added in indices.</summary>
/// <param name="Above">The outputs: equal letters are one block. Of an orbit empty.</param>
/// <param name="Below">The inputs. Of an orbit empty.</param>
/// <param name="Text">What the map adds to the output: <c>y[a,b,v] += Σc w[4 + 2u + v] x[a,c,u]</c>.</param>
public sealed record DiagramFormula(string Above, string Below, string Text)
{
    /// <summary>The formula of a path, or of a bias.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="path">One of its paths or biases.</param>
    public static DiagramFormula Of(DiagramPlan plan, DiagramPath path)
    {
        if (plan is null) throw new ArgumentNullException(nameof(plan));
        if (path is null) throw new ArgumentNullException(nameof(path));
        string weight = path.Input < 0
            ? "b[" + Number(path.WeightOffset) + " + v]"
            : "w[" + Number(path.WeightOffset) + " + " + Number(plan.Output.Terms[path.Output].Channels) + "u + v]";
        string output = "y" + Term(path.Output, plan.Output);
        if (path.Orbit is not null)
            return new("", "", output + "[J,v] += " + (path.Input < 0 ? weight : "ΣI " + weight + " x" + Term(path.Input, plan.Input) + "[I,u]"));
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
                if (form) factors.Add("ε(" + letters[first] + "," + letters[vertex] + ")");
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
            if (arguments.Length > 0) factors.Add("χ(" + string.Join(",", arguments.Select(vertex => letters[vertex])) + ")");
        }
        string sum = sums.Count > 0 ? "Σ" + string.Join("", sums) + " " : "";
        string input = path.Input < 0 ? "" : " x" + Term(path.Input, plan.Input) + "[" + string.Join(",", below.Concat(["u"])) + "]";
        string product = string.Concat(factors.Select(static factor => " " + factor));
        return new(Row(above), Row(below), output + "[" + string.Join(",", above.Concat(["v"])) + "] += " + sum + weight + input + product);
    }

    private static string Row(List<string> letters) => letters.Count == 0 ? "·" : string.Join(" ", letters);

    private static string Term(int term, TensorPowers powers) => powers.Terms.Count == 1 ? "" : Number(term);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
