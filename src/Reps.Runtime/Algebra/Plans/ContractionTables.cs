using System;
using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>
/// A symmetric contraction as the kernel evaluates it: every monomial is computed once, as a shorter one times a variable, and the
/// components of the paths are linear combinations of monomials. Degrees one to three need two multiplications for each monomial of
/// degree three at most, whatever the number of paths that share it.
/// </summary>
public sealed class ContractionTables
{
    private ContractionTables(int[] products, int[] rows, int[] indices, Surd[] values) =>
        (Products, Rows, Indices, Values) = (products, rows, indices, values);

    /// <summary>For each monomial after the variables themselves: the number of a shorter monomial, and the variable that it is multiplied by.</summary>
    public int[] Products { get; }

    /// <summary>For each component of each path: the number of the path, the component of the output, and where its coefficients end.</summary>
    public int[] Rows { get; }

    /// <summary>The monomial of each coefficient.</summary>
    public int[] Indices { get; }

    /// <summary>The coefficients, scaled.</summary>
    public Surd[] Values { get; }

    /// <summary>Sorts the coefficients of a plan by component, and numbers its monomials.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The tables.</returns>
    public static ContractionTables Create(SymmetricContractionPlan plan)
    {
        if (plan is null) throw new ArgumentNullException(nameof(plan));
        SortedDictionary<(int Path, int Component), List<(long Monomial, Surd Value)>> rows = [];
        SortedSet<long>[] monomials = [[], [], []];
        int variables = plan.Channels == 0 ? 0 : plan.Input.Dim / plan.Channels;
        foreach (PlanPath path in plan.Segmented.Paths)
            for (int e = 0; e < path.Coefficients.Count; e++)
            {
                int degree = path.Factors.Count - 1;
                long monomial = Monomial(plan, path, e);
                monomials[degree - 1].Add(monomial);
                Segment output = plan.Segmented.Output.Segments[path.Output.Segment];
                (int, int) row = (path.Factors[0].Segment, output.Offset / output.Channels + path.Coefficients.Index(e, degree));
                if (!rows.TryGetValue(row, out List<(long, Surd)>? entries)) rows.Add(row, entries = []);
                entries.Add((monomial, path.Scale * path.Coefficients.Value(e)));
            }
        (int[] products, Dictionary<long, int> numbers) = Number(variables, monomials);
        List<int> heads = [];
        List<int> indices = [];
        List<Surd> values = [];
        foreach (KeyValuePair<(int Path, int Component), List<(long Monomial, Surd Value)>> row in rows)
        {
            row.Value.Sort((left, right) => numbers[left.Monomial].CompareTo(numbers[right.Monomial]));
            foreach ((long monomial, Surd value) in row.Value)
            {
                indices.Add(numbers[monomial]);
                values.Add(value);
            }
            heads.AddRange([row.Key.Path, row.Key.Component, indices.Count]);
        }
        return new ContractionTables(products, heads.ToArray(), indices.ToArray(), values.ToArray());
    }

    // A monomial is the ascending list of its variables, each plus one, in 20 bits.
    private static long Monomial(SymmetricContractionPlan plan, PlanPath path, int entry)
    {
        int[] variables = new int[path.Factors.Count - 1];
        for (int n = 0; n < variables.Length; n++)
        {
            Segment segment = plan.Segmented.Inputs[0].Segments[path.Factors[n + 1].Segment];
            variables[n] = segment.Offset / segment.Channels + path.Coefficients.Index(entry, n) + 1;
        }
        Array.Sort(variables);
        long monomial = 0;
        foreach (int variable in variables) monomial = (monomial << 20) | (uint)variable;
        return monomial;
    }

    private static (int[] Products, Dictionary<long, int> Numbers) Number(int variables, SortedSet<long>[] monomials)
    {
        // A cube is one of its squares times the third variable: one that is computed anyway, if there is one.
        Dictionary<long, (long Square, long Variable)> cubes = [];
        foreach (long cube in monomials[2])
        {
            (long i, long j, long k) = (cube >> 40, (cube >> 20) & 0xFFFFF, cube & 0xFFFFF);
            (long Square, long Variable)[] ways = [((i << 20) | j, k), ((i << 20) | k, j), ((j << 20) | k, i)];
            (long Square, long Variable) way = Array.Find(ways, w => monomials[1].Contains(w.Square));
            if (way == default) monomials[1].Add((way = ways[0]).Square);
            cubes.Add(cube, way);
        }
        Dictionary<long, int> numbers = [];
        for (int n = 1; n <= variables; n++) numbers.Add(n, n - 1);
        List<int> products = [];
        foreach (long square in monomials[1])
        {
            numbers.Add(square, numbers.Count);
            products.AddRange([(int)(square >> 20) - 1, (int)(square & 0xFFFFF) - 1]);
        }
        foreach (KeyValuePair<long, (long Square, long Variable)> cube in cubes)
        {
            numbers.Add(cube.Key, numbers.Count);
            products.AddRange([numbers[cube.Value.Square], (int)cube.Value.Variable - 1]);
        }
        return (products.ToArray(), numbers);
    }
}
