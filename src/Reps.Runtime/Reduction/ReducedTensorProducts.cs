using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// The decomposition of tensors with a symmetry of their indices into irreps, e3nn's class of this name: an orthonormal change of basis Q with
/// Q·(D ⊗ D ⊗ …) = D(output)·Q, whose rows span exactly the tensors of that symmetry.
/// </summary>
/// <remarks>
/// Equal irreps could be mixed by any orthogonal matrix. The choice is e3nn's: couple from left to right, project the paths of an irrep onto
/// the symmetry, and orthonormalise the rows of that projector in order, first component positive.
/// </remarks>
public sealed class ReducedTensorProducts
{
    /// <summary>The largest number of elements of a tensor.</summary>
    public const int MaxSize = 1 << 13;

    private const double Clean = 1e-14;

    private readonly double[] _changeOfBasis;

    private ReducedTensorProducts(IndexFormula formula, Irreps[] inputs, Irreps output, double[] changeOfBasis) =>
        (Formula, Inputs, Output, _changeOfBasis) = (formula, inputs, output, changeOfBasis);

    /// <summary>The symmetry.</summary>
    public IndexFormula Formula { get; }

    /// <summary>The representation of each index.</summary>
    public IReadOnlyList<Irreps> Inputs { get; }

    /// <summary>The irreps of the tensors, sorted and merged.</summary>
    public Irreps Output { get; }

    /// <summary>Q, [output dim, d(0), d(1), …]; on every axis a segment is [component, channel].</summary>
    public ReadOnlySpan<double> ChangeOfBasis => _changeOfBasis;

    /// <summary>The shape of Q, output dim, d(0), d(1), …</summary>
    public IReadOnlyList<int> Shape => [Output.Dim, .. Inputs.Select(input => input.Dim)];

    /// <summary>The number of elements of a tensor.</summary>
    public int Size => Inputs.Aggregate(1, (size, irreps) => size * irreps.Dim);

    /// <summary>Decomposes tensors all of whose indices have one representation.</summary>
    /// <param name="formula">The symmetry, for example <c>ij=-ji</c>.</param>
    /// <param name="irreps">The representation of every index, for example <c>1o</c>.</param>
    /// <returns>The decomposition.</returns>
    /// <exception cref="FormulaException">The formula has errors.</exception>
    /// <exception cref="SignatureException">The signature has errors.</exception>
    /// <exception cref="ArgumentException">The tensors are too large, or the representation has no real form.</exception>
    public static ReducedTensorProducts Create(string formula, string irreps)
    {
        IndexFormula parsed = IndexFormula.Parse(formula);
        Irreps each = Signature.Parse(irreps).Irreps;
        return Create(parsed, parsed.Indices.ToDictionary(index => index, _ => each));
    }

    /// <summary>Decomposes tensors.</summary>
    /// <param name="formula">The symmetry.</param>
    /// <param name="irreps">The representation of indices; of those that the formula permutes into each other one is enough.</param>
    /// <param name="filterOutput">The irreps to find; all when null.</param>
    /// <param name="filterIntermediate">The irreps that couplings from left to right may pass through, and end in; all when null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The decomposition.</returns>
    /// <exception cref="ArgumentException">
    /// A representation is missing, contradicts another, is of another group or has no real form, or the tensors are too large.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ReducedTensorProducts Create(
        IndexFormula formula,
        IReadOnlyDictionary<char, Irreps> irreps,
        IEnumerable<Irrep>? filterOutput = null,
        IEnumerable<Irrep>? filterIntermediate = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(irreps);
        Irreps[] inputs = formula.Assign(irreps, "representation");
        CheckInputs(formula, inputs);
        HashSet<Irrep>? wanted = filterOutput is null ? null : [.. filterOutput];
        HashSet<Irrep>? between = filterIntermediate is null ? null : [.. filterIntermediate];
        PermutationBasis symmetry = PermutationBasis.Create(
            formula,
            formula.Indices.Zip(inputs).ToDictionary(pair => pair.First, pair => pair.Second.Dim),
            cancellationToken
        );
        List<CoupledPath> paths = CoupledPath.Couple(inputs, between, cancellationToken);
        List<(Irrep Irrep, double[][] Rows)> found = [];
        foreach (IGrouping<Irrep, CoupledPath> group in paths.GroupBy(path => path.Irrep))
        {
            if (wanted?.Contains(group.Key) == false) continue;
            CoupledPath[] equal = [.. group];
            DenseMatrix solutions = SymmetricPaths.Find(equal, symmetry, cancellationToken);
            for (int n = 0; n < solutions.Rows; n++) found.Add((group.Key, Combine(equal, solutions.Row(n), symmetry.Size)));
        }
        Irreps output = new Irreps(inputs[0].Group, found.Select(item => (MulIrrep)item.Irrep)).Simplify();
        return new(formula, inputs, output, Stack(output, found, symmetry.Size));
    }

    /// <summary>The components of tensors: Q·T.</summary>
    /// <param name="tensors">[rows, d(0), d(1), …]; what lacks the symmetry is projected onto it.</param>
    /// <param name="output">[rows, output dim], overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public void FromTensor(ReadOnlySpan<double> tensors, Span<double> output)
    {
        int size = Size;
        int rows = SpanGuard.Rows(nameof(tensors), tensors.Length, size);
        SpanGuard.Exactly(nameof(output), output.Length, rows, Output.Dim);
        SpanGuard.Apart(nameof(output), output, tensors);
        for (int row = 0; row < rows; row++)
        for (int i = 0; i < Output.Dim; i++)
        {
            double sum = 0;
            for (int n = 0; n < size; n++) sum += _changeOfBasis[i * size + n] * tensors[row * size + n];
            output[row * Output.Dim + i] = sum;
        }
    }

    /// <summary>The tensors of components: y·Q, which undoes <see cref="FromTensor"/> for tensors of the symmetry.</summary>
    /// <param name="components">[rows, output dim].</param>
    /// <param name="tensors">[rows, d(0), d(1), …], overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public void ToTensor(ReadOnlySpan<double> components, Span<double> tensors)
    {
        int size = Size;
        int rows = SpanGuard.Rows(nameof(tensors), tensors.Length, size);
        SpanGuard.Exactly(nameof(components), components.Length, rows, Output.Dim);
        SpanGuard.Apart(nameof(tensors), tensors, components);
        tensors.Clear();
        for (int row = 0; row < rows; row++)
        for (int i = 0; i < Output.Dim; i++)
        {
            double component = components[row * Output.Dim + i];
            for (int n = 0; n < size; n++) tensors[row * size + n] += component * _changeOfBasis[i * size + n];
        }
    }

    /// <summary>The components of a product x ⊗ y ⊗ …, without forming it.</summary>
    /// <param name="factors">One vector for each index, of its dimension.</param>
    /// <returns>[output dim].</returns>
    /// <exception cref="ArgumentException">There are more or fewer vectors than indices, or one has another dimension.</exception>
    public double[] FromVectors(params ReadOnlySpan<double[]> factors)
    {
        if (factors.Length != Inputs.Count)
            throw new ArgumentException(
                $"'{Formula}' has {Inputs.Count} indices, but there are {factors.Length} vectors.",
                nameof(factors)
            );
        double[] rest = _changeOfBasis;
        // The last index first: what is left is always [output dim, d(0), …, d(k)].
        for (int k = factors.Length - 1; k >= 0; k--)
        {
            int dim = Inputs[k].Dim;
            if (factors[k].Length != dim)
                throw new ArgumentException(
                    $"Index '{Formula.Indices[k]}' has dimension {dim}, but its vector has {factors[k].Length} numbers.",
                    nameof(factors)
                );
            double[] next = new double[dim == 0 ? 0 : rest.Length / dim];
            for (int n = 0; n < rest.Length; n++) next[n / dim] += rest[n] * factors[k][n % dim];
            rest = next;
        }
        return rest;
    }

    /// <summary>Q with channels outside of components on every axis: e3nn's buffer <c>change_of_basis</c>.</summary>
    /// <returns>[output dim, d(0), d(1), …], inside a segment [channel, component].</returns>
    public double[] ToE3nn()
    {
        Irreps[] axes = [Output, .. Inputs];
        int[][] places = [.. axes.Select(Places)];
        double[] result = new double[_changeOfBasis.Length];
        for (int n = 0; n < result.Length; n++)
        {
            (int rest, int target, int stride) = (n, 0, 1);
            for (int axis = axes.Length - 1; axis >= 0; axis--)
            {
                int dim = axes[axis].Dim;
                target += stride * places[axis][rest % dim];
                (rest, stride) = (rest / dim, stride * dim);
            }
            result[target] = _changeOfBasis[n];
        }
        return result;
    }

    // For each component in this library's order, its place in e3nn's.
    private static int[] Places(Irreps irreps)
    {
        int[] places = new int[irreps.Dim];
        int[] order = [.. Enumerable.Range(0, irreps.Dim)];
        E3nnLayout.FromE3nn<int>(irreps, order, places);
        return places;
    }

    private static void CheckInputs(IndexFormula formula, Irreps[] irreps)
    {
        long size = 1;
        for (int i = 0; i < irreps.Length; i++)
        {
            if (irreps[i].Group == Group.SU2)
                throw new ArgumentException(
                    $"Index '{formula.Indices[i]}' is of SU(2), whose irreps have no real form: use O(3) or SO(3).",
                    nameof(irreps)
                );
            if (irreps[i].Group != irreps[0].Group)
                throw new ArgumentException(
                    $"Index '{formula.Indices[i]}' is of {irreps[i].Group.Name()}, the first one of {irreps[0].Group.Name()}.",
                    nameof(irreps)
                );
            size *= irreps[i].Dim;
            if (size > MaxSize)
                throw new ArgumentException(
                    $"The tensors have more than {MaxSize} elements: take fewer indices or components.",
                    nameof(irreps)
                );
        }
    }

    private static double[][] Combine(CoupledPath[] paths, ReadOnlySpan<double> weights, int size)
    {
        double[][] rows = new double[paths[0].Irrep.Dim][];
        double norm = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = new double[size];
            for (int u = 0; u < paths.Length; u++)
            {
                if (weights[u] == 0) continue;
                for (int n = 0; n < paths[u].Indices[i].Length; n++) rows[i][paths[u].Indices[i][n]] += weights[u] * paths[u].Values[i][n];
            }
            foreach (double value in rows[i]) norm += value * value;
        }
        double correction = Math.Sqrt(rows.Length / norm);
        foreach (double[] row in rows)
            for (int n = 0; n < size; n++) row[n] = Math.Abs(row[n]) < Clean ? 0 : row[n] * correction;
        return rows;
    }

    private static double[] Stack(Irreps output, List<(Irrep Irrep, double[][] Rows)> found, int size)
    {
        double[] stacked = new double[GridArguments.Table("The change of basis", output.Dim, size)];
        int n = 0;
        for (int s = 0; s < output.Count; s++)
        for (int u = 0; u < output[s].Mul; u++, n++)
        for (int i = 0; i < output[s].Irrep.Dim; i++)
            found[n].Rows[i].CopyTo(stacked, (output.Offsets[s] + i * output[s].Mul + u) * size);
        return stacked;
    }
}
