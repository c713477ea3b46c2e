using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Diagrams;

/// <summary>A linear map between tensor powers of R^n as its matrix, with integer entries: the slow way to do what diagrams do by symbols.</summary>
internal sealed class DenseMap
{
    private DenseMap(int n, int inputs, int outputs, long[] values)
    {
        (N, Inputs, Outputs, Values) = (n, inputs, outputs, values);
    }

    public int N { get; }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Row-major, n^outputs × n^inputs; also the tensor with an axis for each output and then for each input.</summary>
    public long[] Values { get; }

    public static long Power(int n, int exponent) => exponent == 0 ? 1 : n * Power(n, exponent - 1);

    public static DenseMap Of(Diagram diagram, int n)
    {
        long[] values = new long[Power(n, diagram.VertexCount)];
        int[] colours = new int[diagram.VertexCount];
        for (int place = 0; place < values.Length; place++)
        {
            int rest = place;
            for (int vertex = colours.Length - 1; vertex >= 0; vertex--)
            {
                colours[vertex] = rest % n;
                rest /= n;
            }
            values[place] = diagram.Entry(n, colours);
        }
        return new(n, diagram.Inputs, diagram.Outputs, values);
    }

    /// <summary>The sum of the matrices of the terms; those in <paramref name="known"/> are not computed again, and others are added to it.</summary>
    public static DenseMap Of(DiagramSum sum, int n, Dictionary<Diagram, DenseMap>? known = null)
    {
        long[] values = new long[Power(n, sum.Inputs + sum.Outputs)];
        foreach (DiagramTerm term in sum.Terms)
        {
            DenseMap? map = null;
            if (known?.TryGetValue(term.Diagram, out map) != true) map = Of(term.Diagram, n);
            known?.TryAdd(term.Diagram, map!);
            long[] part = map!.Values;
            for (int place = 0; place < values.Length; place++) values[place] += (long)term.Coefficient * part[place];
        }
        return new(n, sum.Inputs, sum.Outputs, values);
    }

    public static DenseMap operator *(DenseMap second, DenseMap first)
    {
        Assert.Equal(second.Inputs, first.Outputs);
        (long rows, long inner, long columns) = (Power(first.N, second.Outputs), Power(first.N, first.Outputs), Power(first.N, first.Inputs));
        long[] values = new long[rows * columns];
        for (long row = 0; row < rows; row++)
            for (long i = 0; i < inner; i++)
                if (second.Values[row * inner + i] is not 0 and long left)
                    for (long column = 0; column < columns; column++)
                        values[row * columns + column] += left * first.Values[i * columns + column];
        return new(first.N, first.Inputs, second.Outputs, values);
    }

    public static DenseMap operator *(long factor, DenseMap map) => new(map.N, map.Inputs, map.Outputs, [.. map.Values.Select(value => factor * value)]);

    /// <summary>The Kronecker product.</summary>
    public DenseMap Kronecker(DenseMap right)
    {
        (long rows, long columns) = (Power(N, Outputs), Power(N, Inputs));
        (long rightRows, long rightColumns) = (Power(N, right.Outputs), Power(N, right.Inputs));
        long[] values = new long[rows * columns * rightRows * rightColumns];
        for (long i = 0; i < rows; i++)
            for (long j = 0; j < columns; j++)
                for (long x = 0; x < rightRows; x++)
                    for (long y = 0; y < rightColumns; y++)
                        values[((i * rightRows + x) * columns + j) * rightColumns + y] = Values[i * columns + j] * right.Values[x * rightColumns + y];
        return new(N, Inputs + right.Inputs, Outputs + right.Outputs, values);
    }

    public DenseMap Transpose()
    {
        (long rows, long columns) = (Power(N, Outputs), Power(N, Inputs));
        long[] values = new long[Values.Length];
        for (long i = 0; i < rows; i++)
            for (long j = 0; j < columns; j++)
                values[j * rows + i] = Values[i * columns + j];
        return new(N, Outputs, Inputs, values);
    }

    /// <summary>Applies one matrix to every output axis and another to every input axis.</summary>
    public DenseMap Transformed(long[,] ofOutputs, long[,] ofInputs)
    {
        long[] values = Values;
        for (int axis = 0; axis < Inputs + Outputs; axis++)
        {
            long[,] matrix = axis < Outputs ? ofOutputs : ofInputs;
            long stride = Power(N, Inputs + Outputs - 1 - axis);
            long[] next = new long[values.Length];
            for (long start = 0; start < values.Length; start++)
            {
                long index = start / stride % N;
                if (values[start] == 0) continue;
                for (int i = 0; i < N; i++) next[start + (i - index) * stride] += matrix[i, index] * values[start];
            }
            values = next;
        }
        return new(N, Inputs, Outputs, values);
    }

    public static void Equal(DenseMap expected, DenseMap actual, string what)
    {
        Assert.Equal((expected.N, expected.Inputs, expected.Outputs), (actual.N, actual.Inputs, actual.Outputs));
        Assert.True(expected.Values.AsSpan().SequenceEqual(actual.Values), what);
    }

    /// <summary>The rank of the maps as vectors, modulo 2^31 − 1: at most the true rank.</summary>
    public static int Rank(IEnumerable<DenseMap> maps)
    {
        const long Prime = int.MaxValue;
        List<(int Pivot, long[] Row)> rows = [];
        foreach (DenseMap map in maps)
        {
            long[] row = [.. map.Values.Select(value => (value % Prime + Prime) % Prime)];
            foreach ((int pivot, long[] other) in rows)
                if (row[pivot] is not 0 and long factor)
                    for (int i = pivot; i < row.Length; i++)
                        if (other[i] != 0)
                            row[i] = (row[i] + (Prime - factor) * other[i]) % Prime;
            int first = Array.FindIndex(row, value => value != 0);
            if (first < 0) continue;
            long inverse = (long)System.Numerics.BigInteger.ModPow(row[first], Prime - 2, Prime);
            for (int i = first; i < row.Length; i++) row[i] = row[i] * inverse % Prime;
            rows.Add((first, row));
        }
        return rows.Count;
    }
}
