using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Optimizers: groups, states, files, closures, what they leave behind.</summary>
public sealed class OptimizerTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, OptimizerHelper>> s_makers = new()
    {
        ["SGD"] = p => optim.SGD(p, 0.03, 0.9),
        ["Adam"] = p => optim.Adam(p, 0.05, amsgrad: true),
        ["AdamW"] = p => optim.AdamW(p, 0.05, weight_decay: 0.01),
        ["RMSProp"] = p => optim.RMSProp(p, 0.02, momentum: 0.5, centered: true),
        ["Adagrad"] = p => optim.Adagrad(p, 0.1),
    };

    public static TheoryData<string> Names => [.. s_makers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AFileContinuesWhereItWasWritten(string name)
    {
        string path = Path.GetTempFileName();
        try
        {
            using Problem one = new(float64), two = new(float64);
            using OptimizerHelper first = s_makers[name](one.Parameters), second = s_makers[name](two.Parameters);
            one.Run(first, 5);
            first.save_state_dict(path);
            using (no_grad())
            {
                two.P.copy_(one.P);
                two.Q.copy_(one.Q);
            }
            second.load_state_dict(path);
            Assert.True(first.state_dict().State.Zip(second.state_dict().State).All(pair => pair.First.ApproximatelyEquals(pair.Second)));
            Assert.Equal(one.Run(first, 5), two.Run(second, 5));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AStateIsCopiedFromAnotherOptimizer(string name)
    {
        using Problem one = new(float64), two = new(float64);
        using OptimizerHelper first = s_makers[name](one.Parameters), second = s_makers[name](two.Parameters);
        one.Run(first, 3);
        two.Run(second, 1);
        using (no_grad())
        {
            two.P.copy_(one.P);
            two.Q.copy_(one.Q);
        }
        second.load_state_dict(first.state_dict());
        Assert.Equal(one.Run(first, 3), two.Run(second, 3));
    }

    [Fact]
    public void AFileOfAnotherOptimizerIsRefused()
    {
        using Problem problem = new(float64);
        using OptimizerHelper adam = optim.Adam(problem.Parameters), sgd = optim.SGD(problem.Parameters, 0.1);
        using OptimizerHelper few = optim.Adam([problem.P]);
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        adam.save_state_dict(writer);
        Assert.Throws<InvalidDataException>(() => sgd.load_state_dict(new BinaryReader(new MemoryStream(stream.ToArray()))));
        Assert.Throws<ArgumentException>(() => few.load_state_dict(new BinaryReader(new MemoryStream(stream.ToArray()))));
        Assert.Throws<ArgumentException>(() => few.load_state_dict(adam.state_dict()));
    }

    [Fact]
    public void GroupsHaveOptionsOfTheirOwn()
    {
        using DisposeScope scope = NewDisposeScope();
        using Problem problem = new(float64);
        using SGD optimizer = optim.SGD([new SGD.ParamGroup([problem.P], 0.5), new SGD.ParamGroup { Parameters = [problem.Q] }], 0.125);
        Assert.Equal([0.5, 0.125], optimizer.ParamGroups.Select(group => group.LearningRate));
        Assert.Equal([0.5, 0.125], optimizer.ParamGroups.Select(group => group.InitialLearningRate));
        Tensor p = problem.P.clone(), q = problem.Q.clone();
        problem.Loss().backward();
        optimizer.step();
        Expect.Same(p - 0.5 * problem.P.grad!, problem.P);
        Expect.Same(q - 0.125 * problem.Q.grad!, problem.Q);
        Assert.Equal([problem.P, problem.Q], optimizer.parameters());

        using Parameter late = nn.Parameter(ones(2, dtype: float64, device: TestDevice.Current));
        optimizer.add_param_group(new SGD.ParamGroup([late], 1));
        late.sum().backward();
        optimizer.zero_grad();
        Expect.Values(late.grad!, 0, 0);
        late.sum().backward();
        optimizer.step();
        Expect.Values(late, 0, 0);
    }

    [Fact]
    public void NamedParametersWillDoAndThoseWithoutGradientStay()
    {
        using DisposeScope scope = NewDisposeScope();
        using Linear layer = nn.Linear(2, 1);
        using Adam optimizer = optim.Adam(layer.named_parameters());
        double[] bias = Expect.Doubles(layer.bias!);
        layer.weight.sum().backward();
        double[] weight = Expect.Doubles(layer.weight);
        optimizer.step();
        Assert.Equal(bias, Expect.Doubles(layer.bias!));
        // The first step of Adam is as long as the learning rate.
        TrajectoryTests.Near([.. weight.Select(w => w - 1e-3)], Expect.Doubles(layer.weight), 1e-6);
    }

    [Fact]
    public void TheLossOfTheClosureIsTheResult()
    {
        using DisposeScope scope = NewDisposeScope();
        using Problem problem = new(float64);
        using Adam optimizer = optim.Adam(problem.Parameters);
        double before = problem.Loss().ToDouble();
        using (no_grad()) Assert.Equal(before, optimizer.step(problem.Closure(optimizer)).ToDouble(), 1e-12);
        Assert.Null(optimizer.step());
    }

    [Fact]
    public void StepsAreNotRecorded()
    {
        using DisposeScope scope = NewDisposeScope();
        using Problem problem = new(float64);
        foreach (Func<IEnumerable<Parameter>, OptimizerHelper> maker in s_makers.Values)
        {
            using OptimizerHelper optimizer = maker(problem.Parameters);
            int before = scope.DisposablesCount;
            for (int n = 0; n < 3; n++)
            {
                optimizer.step();
                Assert.All(problem.Parameters, p => Assert.True(p.is_leaf && p.requires_grad));
            }
            Assert.Equal(before, scope.DisposablesCount);
        }
    }

    [Fact]
    public void RatesAndMomentaHaveTheirLimits()
    {
        using Problem problem = new(float64);
        Assert.Throws<ArgumentException>(() => optim.SGD(problem.Parameters, -1));
        Assert.Throws<ArgumentException>(() => optim.SGD(problem.Parameters, 1, nesterov: true));
        Assert.Throws<ArgumentException>(() => optim.Adam(problem.Parameters, beta1: 1));
        Assert.Throws<ArgumentException>(() => optim.AdamW(problem.Parameters, eps: -1));
        Assert.Throws<ArgumentException>(() => optim.RMSProp(problem.Parameters, weight_decay: -1));
        Assert.Throws<ArgumentException>(() => optim.Adagrad(problem.Parameters, lr_decay: -1));
    }
}
