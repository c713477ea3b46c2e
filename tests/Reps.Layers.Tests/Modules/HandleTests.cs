using System;
using System.Linq;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Modules;

/// <summary>What is known of the tensors that a call returns and leaves: new handles, and nothing else.</summary>
public sealed class HandleTests
{
    public static TheoryData<ModuleCase> Modules => [.. ModuleTable.All];

    public static TheoryData<ModuleCase> Everything => [.. ModuleTable.All, .. FunctionTable.All];

    /// <summary>Modules of one tensor, which TorchSharp's Sequential takes.</summary>
    public static TheoryData<ModuleCase> Sequential => [.. ModuleTable.All.Where(static one => one.IsCall)];

    [Fact]
    public void EveryPublicModuleIsInTheTable()
    {
        Type[] covered = [.. ModuleTable.All.Select(static one => one.Make().GetType())];
        string[] missing =
        [
            .. typeof(Gate)
                .Assembly.GetExportedTypes()
                .Where(static type => type.IsSubclassOf(typeof(nn.Module)))
                .Where(type => !covered.Any(one => Ancestry(one).Contains(type)))
                .Select(static type => type.Name),
        ];
        Assert.Empty(missing);
        Assert.Equal(ModuleTable.All.Count, ModuleTable.All.Select(static one => one.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void ResultsOutliveInputs(ModuleCase one)
    {
        foreach (ScalarType type in (ScalarType[])[ScalarType.Float32, ScalarType.Float64])
        foreach (bool training in (bool[])[true, false])
        foreach (bool gradients in (bool[])[true, false])
        {
            using DisposeScope scope = NewDisposeScope();
            using nn.Module module = one.Make();
            module.to(type).to(TestDevice.Current);
            module.train(training);
            (Tensor[] inputs, EdgeGraph graph) = one.Inputs(type, gradients, batch: 3);
            Tensor[] results = one.Bind(module, inputs, graph)();
            Assert.All(results, result => Assert.DoesNotContain(inputs, input => ReferenceEquals(input, result)));
            Assert.All(results, result =>
                Assert.DoesNotContain(module.parameters().Concat(module.buffers()), own => ReferenceEquals(own, result))
            );
            foreach (Tensor input in inputs)
                input.Dispose();
            Assert.All(results, result => Assert.False(result.IsInvalid));
            Assert.All(results, result => Assert.True(result.isfinite().all().item<bool>()));
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void ACallLeavesWhatItReturns(ModuleCase one)
    {
        foreach (bool training in (bool[])[true, false])
        foreach (bool gradients in (bool[])[false, true])
        {
            using nn.Module module = one.Make();
            module.to(TestDevice.Current);
            module.train(training);
            (Tensor[] inputs, EdgeGraph graph) = one.Inputs(ScalarType.Float32, gradients, batch: 3);
            using IDisposable mode = set_grad_enabled(gradients);
            Func<Tensor[]> call = one.Bind(module, inputs, graph);
            // The first call copies constants to the device.
            foreach (Tensor result in call())
                result.Dispose();
            long before = Live();
            Tensor[] results = call();
            long left = Live() - before;
            foreach (Tensor tensor in results.Concat(inputs))
                tensor.Dispose();
            Assert.True(
                left == results.Length,
                $"{one.Name}, training {training}, gradients {gradients}: {left} tensors are left, {results.Length} are returned."
            );
        }
    }

    [Theory]
    [MemberData(nameof(Sequential))]
    public void ModulesWorkInSequential(ModuleCase one)
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (bool training in (bool[])[true, false])
        {
            (Tensor[] inputs, _) = one.Inputs(ScalarType.Float32, gradients: true, batch: 3);
            nn.Module<Tensor, Tensor> module = (nn.Module<Tensor, Tensor>)one.Make();
            nn.Module<Tensor, Tensor> stack = nn.Sequential(nn.Identity(), module, nn.Identity()).to(TestDevice.Current);
            stack.train(training);
            manual_seed(1);
            Tensor result = stack.call(inputs[0]);
            Assert.False(inputs[0].IsInvalid);
            manual_seed(1);
            Assertions.Close(module.call(inputs[0]).detach(), result.detach(), 1e-6);
            if (result.requires_grad)
                result.sum().backward();
        }
    }

    private static long Live() => DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;

    // The type, and those from which it derives, open where they are generic.
    private static System.Collections.Generic.IEnumerable<Type> Ancestry(Type type)
    {
        for (Type? at = type; at is not null; at = at.BaseType)
            yield return at.IsGenericType ? at.GetGenericTypeDefinition() : at;
    }
}
