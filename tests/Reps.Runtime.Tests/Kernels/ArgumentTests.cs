using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests.Kernels;

/// <summary>Spans of wrong length and spans that share memory are refused by name before anything is written.</summary>
public sealed class ArgumentTests
{
    private static IEnumerable<Arguments> Calls =>
        new[] { true, false }.SelectMany(shared => Arguments.OfProduct(shared).Concat(Arguments.OfLinear(shared)));

    [Fact]
    public void ValidArgumentsAreAccepted()
    {
        foreach (Arguments call in Calls) call.Run(call.Memories());
    }

    [Fact]
    public void WrongLengthsAreNamed()
    {
        foreach (Arguments call in Calls)
            for (int n = 0; n < call.Names.Length; n++)
            {
                int right = call.Lengths[n];
                int[] wrong = call.Names[n] == call.Rows ? [right - 1, right + 1] : [right - 1, right + 1, right + right / 3, 2 * right, 1];
                foreach (int length in wrong)
                {
                    Memory<double>[] spans = call.Memories();
                    spans[n] = Arguments.Memory(length);
                    call.RequireRefusal(spans, call.Names[n]);
                }
            }
    }

    [Fact]
    public void WhatIsReadCannotBeEmpty()
    {
        foreach (Arguments call in Calls)
            for (int n = 0; n < call.Written; n++)
            {
                if (call.Names[n] == call.Rows || call.Names[n].StartsWith("cotangent", StringComparison.Ordinal)) continue;
                Memory<double>[] spans = call.Memories();
                spans[n] = default;
                call.RequireRefusal(spans, call.Names[n]);
            }
    }

    [Fact]
    public void AResultCannotShareMemoryWithAnInput()
    {
        foreach (Arguments call in Calls)
            for (int written = call.Written; written < call.Names.Length; written++)
            for (int read = 0; read < call.Written; read++)
            foreach (Memory<double>[] spans in Overlapping(call, written, read))
                call.RequireRefusal(spans, call.Names[written]);
    }

    [Fact]
    public void ResultsCannotShareMemory()
    {
        foreach (Arguments call in Calls)
            for (int first = call.Written; first < call.Names.Length; first++)
            for (int second = first + 1; second < call.Names.Length; second++)
            foreach (Memory<double>[] spans in Overlapping(call, first, second))
                call.RequireRefusal(spans, call.Names[first], call.Names[second]);
    }

    // One number in common, at either end, and the same start.
    private static IEnumerable<Memory<double>[]> Overlapping(Arguments call, int first, int second)
    {
        (int a, int b) = (call.Lengths[first], call.Lengths[second]);
        foreach ((int startA, int startB) in new[] { (0, a - 1), (b - 1, 0), (0, 0) })
        {
            Memory<double> memory = Arguments.Memory(a + b);
            Memory<double>[] spans = call.Memories();
            spans[first] = memory.Slice(startA, a);
            spans[second] = memory.Slice(startB, b);
            yield return spans;
        }
    }
}
