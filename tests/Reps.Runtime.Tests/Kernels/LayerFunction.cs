using System;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Kernels;

/// <summary>E = ½ Σ s z² of a layer's output z: a scalar function of all its inputs, with derivatives from the layer's passes.</summary>
internal sealed class LayerFunction
{
    private readonly KernelLayer _layer;
    private readonly PlanOracle _oracle;
    private readonly int _rows;
    private readonly double[] _s;

    public LayerFunction(KernelLayer layer, int rows, bool shared, Random random)
    {
        (_layer, _oracle, _rows) = (layer, new PlanOracle(layer.Plan), rows);
        _s = Numerical.Normal(rows * layer.Plan.Output.Size, random);
        Sizes = [.. layer.Plan.Inputs.Select(input => (input.Role == OperandRole.Weight && shared ? 1 : rows) * input.Size)];
    }

    public int[] Sizes { get; }

    public double[][] Draw(Random random) => [.. Sizes.Select(size => Numerical.Normal(size, random))];

    public double Value(double[][] x) => Numerical.Dot(Scaled(Output(x)), Output(x)) / 2;

    public double[][] Gradient(double[][] x) => Backward(x, Scaled(Output(x)));

    /// <summary>The second derivative, applied to a direction.</summary>
    public double[][] HessianTimes(double[][] x, double[][] v)
    {
        double[][] first = Zeros();
        double[] change = new double[_s.Length];
        _layer.DoubleBackward(Memories(x), Scaled(Output(x)), Memories(v), Memories(first), change);
        double[][] second = Backward(x, Scaled(change));
        return [.. first.Select((f, n) => f.Select((value, i) => value + second[n][i]).ToArray())];
    }

    /// <summary>The third derivative, applied to three directions, from the interpreter and nothing else.</summary>
    public double Third(double[][] x, double[][] u, double[][] v, double[][] t) =>
        Pair(Change(x, u), Change(x, v, t)) + Pair(Change(x, v), Change(x, u, t)) + Pair(Change(x, t), Change(x, u, v)) + Pair(Change(x), Change(x, u, v, t));

    // The derivative of the output in so many directions: every way to put them in place of different inputs.
    private double[] Change(double[][] x, params double[][][] directions)
    {
        if (directions.Length == 0) return _oracle.Forward(_rows, x);
        double[] sum = new double[_s.Length];
        Add(0, x, 0);
        return sum;

        void Add(int next, double[][] inputs, int used)
        {
            if (next == directions.Length)
            {
                double[] term = _oracle.Forward(_rows, inputs, used);
                for (int n = 0; n < sum.Length; n++) sum[n] += term[n];
                return;
            }
            for (int i = 0; i < x.Length; i++)
                if ((used >> i & 1) == 0)
                    Add(next + 1, [.. inputs.Select((input, n) => n == i ? directions[next][i] : input)], used | 1 << i);
        }
    }

    private double Pair(double[] a, double[] b) => Numerical.Dot(Scaled(a), b);

    private double[] Scaled(double[] z) => [.. z.Select((value, n) => _s[n] * value)];

    private double[] Output(double[][] x)
    {
        double[] output = new double[_s.Length];
        _layer.Forward<double>(Memories(x), output);
        return output;
    }

    private double[][] Backward(double[][] x, double[] gradOutput)
    {
        double[][] grads = Zeros();
        _layer.Backward(Memories(x), gradOutput, Memories(grads));
        return grads;
    }

    private double[][] Zeros() => [.. Sizes.Select(size => new double[size])];

    private static Memory<double>[] Memories(double[][] values) => [.. values.Select(v => v.AsMemory())];
}
