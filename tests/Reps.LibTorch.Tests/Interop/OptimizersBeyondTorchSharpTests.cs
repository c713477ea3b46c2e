using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace Reps.Tests;

/// <summary>Optimizers and schedules where TorchSharp differs from PyTorch or has less; their files, byte for byte.</summary>
public sealed class OptimizersBeyondTorchSharpTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, Optimizer>> s_makers = new()
    {
        // TorchSharp lets weights grow where the loss is to be large.
        ["SGD maximize"] = p => SGD(p, 0.01, 0.5, 0, 0.02, maximize: true),
        ["LBFGS strong_wolfe"] = p => LBFGS(p, 1, max_iter: 4, history_size: 5, line_search_fn: "strong_wolfe"),
    };

    private static readonly Dictionary<string, Func<Optimizer, lr_scheduler.LRScheduler>> s_schedules = new()
    {
        // TorchSharp takes the number of the group for that of the phase.
        ["OneCycleLR"] = o => lr_scheduler.OneCycleLR(o, 1.5, total_steps: 25),
        ["OneCycleLR Adam"] = o => lr_scheduler.OneCycleLR(o, 1.5, total_steps: 25),
        ["OneCycleLR three"] = o =>
            lr_scheduler.OneCycleLR(
                o, [1.5, 2.5], epochs: 5, steps_per_epoch: 5, anneal_strategy: lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear,
                three_phase: true),
        // TorchSharp's momentum goes up beyond its highest value.
        ["CyclicLR"] = o => lr_scheduler.CyclicLR(o, 0.01, 0.2, 4, 3),
        ["CyclicLR exp"] = o => lr_scheduler.CyclicLR(o, 0.01, 0.2, 3, mode: lr_scheduler.impl.CyclicLR.Mode.ExpRange, gamma: 0.9),
    };

    public static TheoryData<string> Names => [.. s_makers.Keys];

    public static TheoryData<string> Schedules => [.. s_schedules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void StepsAreThoseOfPyTorch(string name)
    {
        using Problem problem = new(float64);
        using Optimizer optimizer = s_makers[name](problem.Parameters);
        double[][] expected = TorchReference.Rows(TorchReference.At("optimizers", name, "double"));
        double[][] actual = problem.Run(optimizer, expected.Length);
        for (int n = 0; n < expected.Length; n++) TrajectoryTests.Near(expected[n], actual[n], 1e-12);
    }

    [Theory]
    [MemberData(nameof(Schedules))]
    public void RatesAreThoseOfPyTorch(string name) => ScheduleTests.Compare(name, s_schedules[name]);

    [Fact]
    public void TheSearchFindsTheMinimumOfRosenbrocksValley()
    {
        using Parameter x = nn.Parameter(TestDevice.Vector(-1.2, 1));
        using LBFGS optimizer = LBFGS([x], lr: 1, max_iter: 100, tolerange_grad: 1e-12, tolerance_change: 1e-16, line_search_fn: "strong_wolfe");
        TrajectoryTests.Near([1, 1], LbfgsTests.Minimize(x, optimizer, LbfgsTests.Rosenbrock, 1), 1e-8);
        Assert.Throws<ArgumentException>(() => LBFGS([x], line_search_fn: "weak"));
    }

    [Fact]
    public void TheSearchGetsOutOfWhereTheLossIsNoNumber()
    {
        // Far to the left the logarithm is none.
        using Parameter x = nn.Parameter(TestDevice.Vector(3));
        using LBFGS optimizer = LBFGS([x], lr: 100, max_iter: 50, tolerange_grad: 1e-10, line_search_fn: "strong_wolfe");
        TrajectoryTests.Near([1], LbfgsTests.Minimize(x, optimizer, y => (y - y.log()).sum(), 1), 1e-6);
    }

    [Fact]
    public void FilesAreThoseOfTorchSharp()
    {
        using Parameter parameter = nn.Parameter(ones(1, dtype: float32));
        using Adam optimizer = Adam([parameter], 0.5, 0.25, 0.125, 1e-3, 0.75, amsgrad: true);
        using MemoryStream expected = new();
        using BinaryWriter writer = new(expected);
        writer.Write("Adam");
        writer.Write((byte)1); // groups
        writer.Write((byte)1); // states
        foreach (double number in (double[])[0.5, 0.5, 0.25, 0.125, 1e-3, 0.75]) writer.Write(number);
        writer.Write(true);
        writer.Write(false);
        writer.Write(0L); // steps
        byte[] zero = [6, 1, 1, 0, 0, 0, 0]; // Float32, one dimension of 1
        writer.Write(zero);
        writer.Write(zero);
        writer.Write(true);
        writer.Write(zero);
        using MemoryStream actual = new();
        using BinaryWriter other = new(actual);
        optimizer.save_state_dict(other);
        Assert.Equal(expected.ToArray(), actual.ToArray());
    }

    [Fact]
    public void ATruncatedFileLeavesTheOptimizerAsItWas()
    {
        using Problem one = new(float64), two = new(float64);
        using Adam first = Adam(one.Parameters, 0.05), second = Adam(two.Parameters, 0.05);
        one.Run(first, 2);
        two.Run(second, 1);
        byte[] bytes = Bytes(first), before = Bytes(second);
        for (int length = 0; length < bytes.Length; length += 3)
        {
            Assert.Throws<InvalidDataException>(() => second.load_state_dict(new BinaryReader(new MemoryStream(bytes[..length]))));
            Assert.Equal(before, Bytes(second));
        }
        Random random = new(3);
        for (int round = 0; round < 300; round++)
        {
            byte[] damaged = [.. bytes];
            damaged[random.Next(bytes.Length)] = (byte)random.Next(256);
            Exception? error = Record.Exception(() => second.load_state_dict(new BinaryReader(new MemoryStream(damaged))));
            Assert.True(error is InvalidDataException or ArgumentException or null, error?.ToString());
            if (error is null) second.load_state_dict(new BinaryReader(new MemoryStream(before)));
            Assert.Equal(before, Bytes(second));
        }
    }

    [Fact]
    public void AParameterIsInAnOptimizerOnce()
    {
        using Problem problem = new(float64);
        Assert.Throws<ArgumentException>(() => SGD([problem.P, problem.P], 0.1));
        using SGD optimizer = SGD(problem.Parameters, 0.1);
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new SGD.ParamGroup([problem.Q])));
    }

    [Fact]
    public void MemoryStaysTheSameOverThousandsOfSteps()
    {
        using DisposeScope outer = NewDisposeScope();
        using Parameter weight = nn.Parameter(randn(64, 64));
        Func<Optimizer>[] makers =
        [
            () => SGD([weight], 1e-3, 0.9), () => Adam([weight], 1e-3, amsgrad: true), () => AdamW([weight], 1e-3), () => RMSProp([weight], centered: true),
            () => Adagrad([weight]), () => LBFGS([weight], 1e-3, max_iter: 2, history_size: 3),
        ];
        foreach (Func<Optimizer> maker in makers)
        {
            using Optimizer optimizer = maker();
            Run(optimizer, 300);
            int held = outer.DisposablesCount;
            long before = Resident();
            Run(optimizer, 3000);
            Assert.Equal(held, outer.DisposablesCount);
            // 3000 leaked tensors of this size would be 48 MB.
            Assert.True(Resident() - before < 16 << 20, $"{optimizer.GetType().Name} has taken {Resident() - before} bytes");
        }

        void Run(Optimizer optimizer, int steps)
        {
            for (int n = 0; n < steps; n++)
            {
                using DisposeScope scope = NewDisposeScope();
                optimizer.step(
                    () =>
                    {
                        optimizer.zero_grad();
                        Tensor loss = (weight * weight).sum();
                        loss.backward();
                        return loss;
                    });
            }
        }
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        string line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(OptimizerHelper optimizer)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        optimizer.save_state_dict(writer);
        return stream.ToArray();
    }
}
