using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Reps.Tests;

/// <summary>Losses, as functions and as modules, with every reduction, against PyTorch.</summary>
public sealed class LossTests
{
    private static readonly Dictionary<string, Func<nn.Reduction, Tensor>> s_functions = new()
    {
        ["mse"] = r => F.mse_loss(X, Y, r),
        ["l1"] = r => F.l1_loss(X, Y, r),
        ["smooth_l1"] = r => F.smooth_l1_loss(X, Y, r, 0.7),
        ["huber"] = r => F.huber_loss(X, Y, 0.7, r),
        ["kl_div"] = r => F.kl_div(Logs, In("p"), false, r),
        ["kl_div log"] = r => F.kl_div(Logs, In("p").log(), true, r),
        ["nll"] = r => F.nll_loss(Logs, Classes, W, r),
        ["bce"] = r => F.binary_cross_entropy(In("p"), In("bits"), W, r),
        ["bce_logits"] = r => F.binary_cross_entropy_with_logits(X, In("bits"), W, r, 2 * W),
        ["cross_entropy"] = r => F.cross_entropy(X, Classes, W, reduction: r, label_smoothing: 0.1),
        ["cross_entropy ignoring"] = r => F.cross_entropy(X, Classes, ignore_index: 0, reduction: r),
    };

    private static readonly Dictionary<string, Func<nn.Reduction, Tensor>> s_modules = new()
    {
        ["mse"] = r => nn.MSELoss(r).call(X, Y),
        ["l1"] = r => nn.L1Loss(r).call(X, Y),
        ["smooth_l1"] = r => nn.SmoothL1Loss(r, 0.7).call(X, Y),
        ["huber"] = r => nn.HuberLoss(0.7, r).call(X, Y),
        ["kl_div"] = r => nn.KLDivLoss(false, r).call(Logs, In("p")),
        ["kl_div log"] = r => nn.KLDivLoss(true, r).call(Logs, In("p").log()),
        ["nll"] = r => nn.NLLLoss(W, r).call(Logs, Classes),
        ["bce"] = r => nn.BCELoss(W, r).call(In("p"), In("bits")),
        ["bce_logits"] = r => nn.BCEWithLogitsLoss(W, r, 2 * W).call(X, In("bits")),
        ["cross_entropy"] = r => new TorchSharp.Modules.CrossEntropyLoss(W, reduction: r, label_smoothing: 0.1).call(X, Classes),
        ["cross_entropy ignoring"] = r => nn.CrossEntropyLoss(ignore_index: 0, reduction: r).call(X, Classes),
    };

    public static TheoryData<string> Names => [.. s_functions.Keys];

    private static Tensor X => In("x");

    private static Tensor Y => In("y");

    private static Tensor W => In("w");

    private static Tensor Logs => F.log_softmax(X, 1);

    private static Tensor Classes => Whole([2, 0], 2);

    [Theory]
    [MemberData(nameof(Names))]
    public void FunctionsAndModulesComputeWhatPyTorchComputes(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (nn.Reduction reduction in Enum.GetValues<nn.Reduction>())
        {
            double[] expected = TorchReference.Numbers(TorchReference.At("losses", "values", name, reduction.ToString().ToLowerInvariant()));
            Expect.Close(s_functions[name](reduction), 1e-12, expected);
            Expect.Close(s_modules[name](reduction), 1e-12, expected);
        }
    }

    [Fact]
    public void VectorsOfLengthOne()
    {
        using DisposeScope scope = NewDisposeScope();
        Expect.Values(F.normalize(TestDevice.Vector(3, 4, 1, 0).reshape(2, 2)), 0.6, 0.8, 1, 0);
    }

    [Fact]
    public void CertaintyCostsNothing()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor sure = TestDevice.Vector(100, 0, 0, 0, 0, 100).reshape(2, 3);
        Expect.Close(F.cross_entropy(sure, Whole([0, 2], 2)), 1e-12, 0);
        Expect.Close(F.cross_entropy(zeros_like(sure), Whole([0, 2], 2)), 1e-12, Math.Log(3));
    }

    private static Tensor In(string name) => TorchReference.Tensor(TorchReference.At("losses", "inputs", name));

    private static Tensor Whole(long[] numbers, params long[] shape) => tensor(numbers, shape, device: TestDevice.Current);
}
