using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Reps.Algebra;

namespace Reps;

/// <summary>
/// An irrep inside a product of representations: for each component a unit vector of the product, orthogonal to those of other components
/// and of other paths. Vectors are sparse.
/// </summary>
internal sealed class CoupledPath(Irrep irrep, int[][] indices, double[][] values)
{
    // What rounding leaves where terms cancel.
    private const double Negligible = 1e-15;
    private const long MaxEntries = 1 << 26;

    public Irrep Irrep { get; } = irrep;

    /// <summary>For each component, the elements that are not zero, ascending.</summary>
    public int[][] Indices { get; } = indices;

    public double[][] Values { get; } = values;

    private long Entries => Values.Sum(component => (long)component.Length);

    /// <summary>
    /// All paths, coupled from left to right, in e3nn's order: at each step sorted by irrep, and else by the path so far, the irrep of the
    /// next factor, the irrep coupled to and the channel.
    /// </summary>
    public static List<CoupledPath> Couple(IReadOnlyList<Irreps> factors, HashSet<Irrep>? intermediates, CancellationToken cancellationToken)
    {
        List<CoupledPath> paths = [.. Single(factors[0]).OrderBy(path => path.Irrep)];
        int size = factors[0].Dim;
        foreach (Irreps factor in factors.Skip(1))
        {
            double[] scratch = new double[size * factor.Dim];
            List<CoupledPath> next = [];
            long entries = 0;
            foreach (CoupledPath path in paths)
            foreach (CoupledPath coupled in path.With(factor, intermediates, scratch, cancellationToken))
            {
                next.Add(coupled);
                entries += coupled.Entries;
                if (entries > MaxEntries)
                    throw new ArgumentException(
                        $"The coupled bases have more than {MaxEntries} entries: take fewer indices or components, or filter the intermediate irreps."
                    );
            }
            paths = [.. next.OrderBy(path => path.Irrep)];
            size *= factor.Dim;
        }
        return paths;
    }

    // The components of the irreps of one representation, where they are stored: [component, channel] in a segment.
    private static IEnumerable<CoupledPath> Single(Irreps irreps)
    {
        for (int s = 0; s < irreps.Count; s++)
        for (int u = 0; u < irreps[s].Mul; u++)
        {
            (int offset, int mul, int channel) = (irreps.Offsets[s], irreps[s].Mul, u);
            int dim = irreps[s].Irrep.Dim;
            yield return new(
                irreps[s].Irrep,
                [.. Enumerable.Range(0, dim).Select(i => new[] { offset + i * mul + channel })],
                [.. Enumerable.Range(0, dim).Select(_ => new[] { 1.0 })]
            );
        }
    }

    private IEnumerable<CoupledPath> With(Irreps factor, HashSet<Irrep>? intermediates, double[] scratch, CancellationToken cancellationToken)
    {
        for (int s = 0; s < factor.Count; s++)
        foreach (Irrep irrep in Irrep.Product(factor[s].Irrep))
        {
            if (intermediates?.Contains(irrep) == false) continue;
            // Rows of unit length: the tensor has norm one in all.
            SparseTensor tensor = ClebschGordan.RealTensor(irrep.L, Irrep.L, factor[s].Irrep.L, cancellationToken)
                .Scale(Surd.Sqrt(new Rational(irrep.Dim, 1)));
            for (int u = 0; u < factor[s].Mul; u++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return With(irrep, tensor, factor.Dim, factor.Offsets[s] + u, factor[s].Mul, scratch);
            }
        }
    }

    private CoupledPath With(Irrep irrep, SparseTensor tensor, int dim, int offset, int stride, double[] scratch)
    {
        int[][] indices = new int[irrep.Dim][];
        double[][] values = new double[irrep.Dim][];
        int entry = 0;
        List<int> touched = [];
        for (int i = 0; i < irrep.Dim; i++)
        {
            touched.Clear();
            for (; entry < tensor.Count && tensor.Index(entry, 0) == i; entry++)
            {
                double coefficient = tensor.Value(entry).ToDouble();
                int right = offset + tensor.Index(entry, 2) * stride;
                (int[] left, double[] factors) = (Indices[tensor.Index(entry, 1)], Values[tensor.Index(entry, 1)]);
                for (int n = 0; n < left.Length; n++)
                {
                    int element = left[n] * dim + right;
                    if (scratch[element] == 0) touched.Add(element);
                    scratch[element] += coefficient * factors[n];
                }
            }
            // An element that passed through zero is listed twice.
            int[] kept = [.. touched.Where(element => Math.Abs(scratch[element]) > Negligible).Distinct().Order()];
            (indices[i], values[i]) = (kept, Array.ConvertAll(kept, element => scratch[element]));
            foreach (int element in touched) scratch[element] = 0;
        }
        return new(irrep, indices, values);
    }
}
