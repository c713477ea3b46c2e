using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Modules;

/// <summary>Nothing is finalized while native code uses it.</summary>
public sealed class LifetimeTests
{
    private const int Rounds = 4;

    /// <summary>
    /// TorchSharp turns numbers into finalizable objects and lets go of them before native code has read them; its sum of two tensors
    /// does so with the factor 1. The library uses neither, but <see cref="Arithmetic"/>.
    /// </summary>
    [Fact]
    public void NumbersLiveUntilOperationsEnd()
    {
        List<string> found = [];
        foreach (CalledMethod call in CalledMethod.In(typeof(Gate).Assembly))
        {
            if (call.Caller.DeclaringType == typeof(Arithmetic) || call.Caller.IsStatic && call.Caller.Name == ".cctor")
                continue;
            if (MakesNumbers(call.Callee))
                found.Add($"{call.Caller.DeclaringType}.{call.Caller.Name}: {call.Callee}");
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>Functions of TorchSharp that are wrong, or that end the process where an argument does not fit.</summary>
    [Fact]
    public void FaultyFunctionsAreNotUsed()
    {
        string[] faulty = ["hardtanh", "hardtanh_", "elu_", "var", "nanmean", "tensordot", "erfcx", "CopyFrom", "cummax", "cummin"];
        IEnumerable<CalledMethod> calls = CalledMethod.In(typeof(Gate).Assembly);
        string[] found =
        [
            .. calls
                .Where(call => call.Callee.DeclaringType?.Assembly == typeof(Tensor).Assembly && faulty.Contains(call.Callee.Name))
                .Select(static call => $"{call.Caller.DeclaringType}.{call.Caller.Name}: {call.Callee}"),
        ];
        Assert.True(found.Length == 0, string.Join('\n', found));
        // Numbers of empty tables cannot be read as they are: one place reads them.
        Assert.All(calls.Where(static call => call.Callee.DeclaringType == typeof(Tensor) && call.Callee.Name == "data"), static call =>
            Assert.Equal(typeof(TensorNumbers), call.Caller.DeclaringType)
        );
    }

    [Fact]
    public void ModulesWorkWhileGarbageIsCollected()
    {
        using CancellationTokenSource done = new();
        Thread collector = new(() =>
        {
            while (!done.IsCancellationRequested)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        try
        {
            for (int round = 0; round < Rounds; round++)
                foreach (ModuleCase one in ModuleTable.All)
                    Run(one, round % 2 == 0 ? ScalarType.Float32 : ScalarType.Float64);
        }
        finally
        {
            done.Cancel();
            collector.Join();
        }
    }

    private static void Run(ModuleCase one, ScalarType type)
    {
        using DisposeScope scope = NewDisposeScope();
        using nn.Module module = one.Make();
        module.to(type).to(TestDevice.Current);
        (Tensor[] inputs, EdgeGraph graph) = one.Inputs(type, gradients: true, batch: 3);
        Tensor[] results = one.Bind(module, inputs, graph)();
        BatchTests.Derivatives(results, [.. inputs, .. module.parameters()]);
        GC.KeepAlive(module);
    }

    private static bool MakesNumbers(System.Reflection.MethodBase callee)
    {
        if (callee.DeclaringType == typeof(Scalar))
            return callee.Name == "op_Implicit";
        if (callee.DeclaringType == typeof(ScalarExtensionMethods))
            return callee.Name.StartsWith("To", StringComparison.Ordinal) && callee.Name.EndsWith("Scalar", StringComparison.Ordinal);
        if (callee.DeclaringType != typeof(Tensor))
            return false;
        Type[] parameters = [.. callee.GetParameters().Select(static parameter => parameter.ParameterType)];
        if (callee.Name is "op_Addition")
            return true;
        if (callee.Name is "add" or "add_")
            return parameters.Length == 1;
        return callee.Name.StartsWith("op_", StringComparison.Ordinal) && parameters.Any(static type => type.IsPrimitive);
    }
}
