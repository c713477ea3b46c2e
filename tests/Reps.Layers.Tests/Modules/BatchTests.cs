using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Execution;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Modules;

/// <summary>Batches of every shape: without rows, nodes or edges, and with further leading dimensions.</summary>
public sealed class BatchTests
{
    private static readonly long[][] s_empty = [[0], [0, 2], [2, 0]];
    private static readonly ScalarType[] s_types = [ScalarType.Float32, ScalarType.Float64];

    public static TheoryData<ModuleCase> Everything => [.. ModuleTable.All, .. FunctionTable.All];

    public static TheoryData<ModuleCase> WithLeadingDimensions =>
        [.. ModuleTable.All.Concat(FunctionTable.All).Where(static one => one.Leading && one.RowByRow)];

    public static TheoryData<ModuleCase> OverGraphs =>
        [
            .. ModuleTable.All.Where(static one =>
                one.Arguments.Any(static argument => argument.OfEdges) || one.Arguments[0].Name == "positions"
            ),
        ];

    [Theory]
    [MemberData(nameof(Everything))]
    public void ABatchMayBeEmpty(ModuleCase one)
    {
        foreach (ScalarType type in s_types)
        foreach (bool training in (bool[])[true, false])
        foreach (long[] batch in one.Leading ? s_empty : s_empty[..1])
        {
            IReadOnlyList<long[]> few = Run(one, type, training, edges: true, batch);
            IReadOnlyList<long[]> many = Run(one, type, training, edges: true, 2);
            if (!one.RowByRow || one.Name.EndsWith("pooling", System.StringComparison.Ordinal) || one.CountsRows)
                continue;
            for (int n = 0; n < few.Count; n++)
                Assert.Equal([.. batch, .. many[n][1..]], few[n]);
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void ABatchMayBeEmptyForOperators(ModuleCase one)
    {
        using System.IDisposable operators = TensorKernel.OperatorsOnly();
        foreach (ScalarType type in s_types)
            Run(one, type, training: true, edges: true, 0);
    }

    [Theory]
    [MemberData(nameof(OverGraphs))]
    public void AGraphMayHaveNoEdges(ModuleCase one)
    {
        foreach (ScalarType type in s_types)
        foreach (int nodes in (int[])[1, 3])
            Run(one, type, training: true, edges: false, nodes);
    }

    [Theory]
    [MemberData(nameof(WithLeadingDimensions))]
    public void LeadingDimensionsAreRows(ModuleCase one)
    {
        using DisposeScope scope = NewDisposeScope();
        nn.Module module = one.Make();
        module.to(ScalarType.Float64).to(TestDevice.Current);
        module.eval();
        (Tensor[] inputs, EdgeGraph graph) = one.Inputs(ScalarType.Float64, gradients: false, edges: true, 2, 3);
        Tensor[] results = one.Bind(module, inputs, graph)();
        Tensor[] rows = [.. inputs.Select((input, n) => input.reshape([6, .. one.Arguments[n].Sizes]))];
        Tensor[] expected = one.Bind(module, rows, graph)();
        for (int n = 0; n < results.Length; n++)
            Assertions.Close(expected[n].reshape([2, 3, .. expected[n].shape[1..]]), results[n], 1e-12, one.Name);
    }

    // The call with first and second derivatives; gives the shapes of the results.
    private static List<long[]> Run(ModuleCase one, ScalarType type, bool training, bool edges, params long[] batch)
    {
        using DisposeScope scope = NewDisposeScope();
        nn.Module module = one.Make();
        module.to(type).to(TestDevice.Current);
        module.train(training);
        (Tensor[] inputs, EdgeGraph graph) = one.Inputs(type, gradients: true, edges, batch);
        Tensor[] results = one.Bind(module, inputs, graph)();
        Assert.All(results, result => Assert.Equal(type, result.dtype));
        Derivatives(results, [.. inputs, .. module.parameters()]);
        return [.. results.Select(static result => result.shape)];
    }

    /// <summary>First and second derivatives of the sum of squares, which are all finite.</summary>
    internal static void Derivatives(Tensor[] results, Tensor[] by)
    {
        Tensor[] differentiable = [.. results.Where(static result => result.requires_grad)];
        if (differentiable.Length == 0)
            return;
        Tensor[] sums = [.. differentiable.Select(static result => (result * result).sum())];
        Tensor[] first = Known(autograd.grad(sums, by, retain_graph: true, create_graph: true, allow_unused: true));
        Tensor[] flowing = [.. first.Where(static gradient => gradient.requires_grad)];
        if (flowing.Length == 0)
            return;
        Known(autograd.grad([.. flowing.Select(static gradient => (gradient * gradient).sum())], by, allow_unused: true));
    }

    private static Tensor[] Known(IList<Tensor> gradients)
    {
        Tensor[] known = [.. gradients.Where(static gradient => gradient is { IsInvalid: false })];
        Assert.All(known, static gradient => Assert.True(gradient.isfinite().all().item<bool>()));
        return known;
    }
}
