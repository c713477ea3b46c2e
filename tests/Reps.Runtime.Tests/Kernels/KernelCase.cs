using System;
using System.Linq;
using System.Numerics;

namespace Reps.Tests.Kernels;

/// <summary>A batch of random numbers for a plan, and what the interpreter makes of it.</summary>
/// <typeparam name="T">The number type of the kernels that are held against it.</typeparam>
internal sealed class KernelCase<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly PlanOracle _oracle;
    private readonly int _rows;
    private readonly int _shift;
    private readonly string _name;
    private readonly Guarded<T>[] _inputs;
    private readonly Guarded<T> _gradOutput;
    private readonly (double[] Value, double[] Scale)[] _expected;

    /// <summary>Draws the batch; every span begins another <paramref name="shift"/> + n numbers after a cache line.</summary>
    public KernelCase(PlanOracle oracle, int rows, bool shared, int shift, Random random)
    {
        (_oracle, _rows, _shift) = (oracle, rows, shift);
        _name = $"{oracle.Plan.Name}, {typeof(T).Name}, {rows} rows, {(shared ? "shared weights" : "weights of each row")}, shift {shift}";
        _inputs =
        [
            .. oracle.Plan.Inputs.Select((operand, n) => Draw((operand.Role == Algebra.OperandRole.Weight && shared ? 1 : rows) * operand.Size, n, random)),
        ];
        _gradOutput = Draw(rows * oracle.Plan.Output.Size, 3, random);
        _expected = oracle.First(rows, [.. _inputs.Select(Doubles)], Doubles(_gradOutput));
    }

    /// <summary>Requires the output and the gradients, together and each on its own.</summary>
    public void Hold(KernelLayer layer, string what = "")
    {
        Guarded<T> output = Empty(0);
        layer.Forward(Memories(_inputs), output.Memory);
        Near(_expected[0], output, what + " output");

        Guarded<T>[] grads = [.. _inputs.Select((_, n) => Empty(n + 1))];
        layer.Backward(Memories(_inputs), _gradOutput.Memory, Memories(grads));
        for (int n = 0; n < grads.Length; n++) Near(_expected[n + 1], grads[n], $"{what} gradient {n}");
        for (int wanted = 0; wanted < grads.Length; wanted++)
        {
            Guarded<T> alone = Empty(wanted + 1);
            layer.Backward(Memories(_inputs), _gradOutput.Memory, [.. grads.Select((_, n) => n == wanted ? alone.Memory : default)]);
            Near(_expected[wanted + 1], alone, $"{what} gradient {wanted} alone");
        }
        RequireInputs(what);
    }

    /// <summary>Requires the second order, for the cotangents and results that the bits of two masks name.</summary>
    public void HoldSecond(KernelLayer layer, int cotangentMask, int resultMask, Random random)
    {
        Guarded<T>[] cotangents = [.. _inputs.Select((input, n) => Draw((cotangentMask >> n & 1) * input.Memory.Length, n + 4, random))];
        (double[], double[])[] expected = _oracle.Second(_rows, [.. _inputs.Select(Doubles)], Doubles(_gradOutput), [.. cotangents.Select(Doubles)]);
        Guarded<T>[] results = [.. expected.Select((_, n) => (resultMask >> n & 1) == 1 ? Empty(n) : new Guarded<T>(0, 0))];
        layer.DoubleBackward(Memories(_inputs), _gradOutput.Memory, Memories(cotangents), [.. Memories(results).Skip(1)], results[0].Memory);
        string what = $"second order, cotangents {cotangentMask:b3}, results {resultMask:b4}:";
        for (int n = 0; n < results.Length; n++)
            if ((resultMask >> n & 1) == 1)
                Near(expected[n], results[n], $"{what} result {n}");
        RequireInputs(what);
    }

    private static Memory<T>[] Memories(Guarded<T>[] spans) => [.. spans.Select(span => span.Memory)];

    private static double[] Doubles(Guarded<T> span) => [.. span.Memory.ToArray().Select(double.CreateTruncating)];

    private Guarded<T> Draw(int count, int number, Random random) =>
        Guarded<T>.Of([.. Enumerable.Range(0, count).Select(_ => Gaussian.Next(random))], (_shift + number) % 16);

    private Guarded<T> Empty(int result) => new(_expected[result].Value.Length, (_shift + 8 + result) % 16);

    private void RequireInputs(string what)
    {
        foreach (Guarded<T> input in _inputs) input.RequireGuards($"{_name}:{what} an input");
    }

    private void Near((double[] Value, double[] Scale) expected, Guarded<T> actual, string what)
    {
        double tolerance = typeof(T) == typeof(float) ? 4 * Math.ScaleB(1, -23) : 1e-13;
        Assert.Equal(expected.Value.Length, actual.Memory.Length);
        for (int n = 0; n < expected.Value.Length; n++)
        {
            double error = Math.Abs(double.CreateTruncating(actual[n]) - expected.Value[n]);
            if (!(error <= tolerance * expected.Scale[n]))
                Assert.Fail($"{_name}:{what}[{n}] is {actual[n]}, expected {expected.Value[n]:R}: {error / expected.Scale[n]:E1} of its scale");
        }
        actual.RequireGuards($"{_name}:{what}");
    }
}
