using System;
using System.Collections.Generic;
using System.Linq;
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
        ["soft_margin"] = r => F.soft_margin_loss(X, In("signs"), r),
        ["multi_label_margin"] = r => F.multi_label_margin_loss(X, Labels, r),
        ["hinge_embedding"] = r => F.hinge_embedding_loss(X, In("signs"), 0.8, r),
        ["margin_ranking"] = r => F.margin_ranking_loss(X, Y, In("signs"), 0.3, r),
        ["cosine_embedding"] = r => F.cosine_embedding_loss(X, Y, In("sign"), 0.1, r),
        ["kl_div"] = r => F.kl_div(Logs, In("p"), false, r),
        ["kl_div log"] = r => F.kl_div(Logs, In("p").log(), true, r),
        ["nll"] = r => F.nll_loss(Logs, Classes, W, r),
        ["bce"] = r => F.binary_cross_entropy(In("p"), In("bits"), W, r),
        ["bce_logits"] = r => F.binary_cross_entropy_with_logits(X, In("bits"), W, r, 2 * W),
        ["cross_entropy"] = r => F.cross_entropy(X, Classes, W, reduction: r, label_smoothing: 0.1),
        ["cross_entropy ignoring"] = r => F.cross_entropy(X, Classes, ignore_index: 0, reduction: r),
        ["poisson"] = r => F.poisson_nll_loss(X, Y.abs(), full: true, reduction: r),
        ["multi_margin"] = r => F.multi_margin_loss(X, Classes, 2, 0.9, W, r),
        ["ctc"] = r => F.ctc_loss(In("sequence"), CtcTargets, CtcInputs, CtcLengths, reduction: r),
        ["triplet"] = r => F.triplet_margin_loss(X, 0.9 * X, Y, 1.7, 2, swap: true, reduction: r),
        ["triplet_distance"] = r => F.triplet_margin_with_distance_loss(X, 0.9 * X, Y, Taxi, 4.0, true, r),
        ["multilabel_soft_margin"] = r => F.multilabel_soft_margin_loss(X, In("bits"), W, r),
    };

    private static readonly Dictionary<string, Func<nn.Reduction, Tensor>> s_modules = new()
    {
        ["mse"] = r => nn.MSELoss(r).call(X, Y),
        ["l1"] = r => nn.L1Loss(r).call(X, Y),
        ["smooth_l1"] = r => nn.SmoothL1Loss(r, 0.7).call(X, Y),
        ["huber"] = r => nn.HuberLoss(0.7, r).call(X, Y),
        ["soft_margin"] = r => nn.SoftMarginLoss(r).call(X, In("signs")),
        ["multi_label_margin"] = r => nn.MultiLabelMarginLoss(r).call(X, Labels),
        ["hinge_embedding"] = r => nn.HingeEmbeddingLoss(0.8, r).call(X, In("signs")),
        ["margin_ranking"] = r => nn.MarginRankingLoss(0.3, r).call(X, Y, In("signs")),
        ["cosine_embedding"] = r => nn.CosineEmbeddingLoss(0.1, r).call(X, Y, In("sign")),
        ["kl_div"] = r => nn.KLDivLoss(false, r).call(Logs, In("p")),
        ["kl_div log"] = r => nn.KLDivLoss(true, r).call(Logs, In("p").log()),
        ["nll"] = r => nn.NLLLoss(W, r).call(Logs, Classes),
        ["bce"] = r => nn.BCELoss(W, r).call(In("p"), In("bits")),
        ["bce_logits"] = r => nn.BCEWithLogitsLoss(W, r, 2 * W).call(X, In("bits")),
        ["cross_entropy"] = r => new TorchSharp.Modules.CrossEntropyLoss(W, reduction: r, label_smoothing: 0.1).call(X, Classes),
        ["cross_entropy ignoring"] = r => nn.CrossEntropyLoss(ignore_index: 0, reduction: r).call(X, Classes),
        ["poisson"] = r => nn.PoissonNLLLoss(full: true, reduction: r).call(X, Y.abs()),
        ["multi_margin"] = r => nn.MultiMarginLoss(2, 0.9, W, r).call(X, Classes),
        ["ctc"] = r => nn.CTCLoss(reduction: r).call(In("sequence"), CtcTargets, CtcInputs, CtcLengths),
        ["triplet"] = r => nn.TripletMarginLoss(1.7, 2, swap: true, reduction: r).call(X, 0.9 * X, Y),
        ["triplet_distance"] = r => nn.TripletMarginWithDistanceLoss(Taxi, 4.0, true, r).call(X, 0.9 * X, Y),
        ["multilabel_soft_margin"] = r => nn.MultiLabelSoftMarginLoss(W, r).call(X, In("bits")),
    };

    public static TheoryData<string> Names => [.. s_functions.Keys];

    private static Tensor X => In("x");

    private static Tensor Y => In("y");

    private static Tensor W => In("w");

    private static Tensor Logs => F.log_softmax(X, 1);

    private static Tensor Classes => Whole([2, 0], 2);

    private static Tensor Labels => Whole([2, 0, -1, 1, -1, 0], 2, 3);

    private static Tensor CtcTargets => Whole([1, 2, 2, 1], 2, 2);

    private static Tensor CtcInputs => Whole([4, 3], 2);

    private static Tensor CtcLengths => Whole([2, 1], 2);

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
    public void TheGaussianOneIsTheLogarithmOfTheDensity()
    {
        using DisposeScope scope = NewDisposeScope();
        double[] mean = [0.5, -1], value = [0.7, 2], variance = [0.3, 4];
        double expected = Enumerable.Range(0, 2).Sum(n => 0.5 * (Math.Log(2 * Math.PI * variance[n]) + Math.Pow(value[n] - mean[n], 2) / variance[n]));
        Tensor loss = F.gaussian_nll_loss(
            TestDevice.Vector(mean).reshape(1, 2), TestDevice.Vector(value).reshape(1, 2), TestDevice.Vector(variance).reshape(1, 2), full: true,
            reduction: nn.Reduction.Sum);
        // TorchSharp computes the constant in single precision.
        Expect.Close(loss, 1e-6, expected);
        Assert.Throws<ArgumentException>(
            () => F.gaussian_nll_loss(
                TestDevice.Vector(mean).reshape(1, 2), TestDevice.Vector(value).reshape(1, 2), TestDevice.Vector(-1, 1).reshape(1, 2)));
    }

    [Fact]
    public void SimilaritiesAndDistancesAreThoseOfVectors()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = TestDevice.Vector(3, 4, 1, 0).reshape(2, 2), b = TestDevice.Vector(4, 3, 0, 2).reshape(2, 2);
        Expect.Values(nn.CosineSimilarity().call(a, b), 24.0 / 25, 0);
        Expect.Close(nn.PairwiseDistance(eps: 0).call(a, b), 1e-12, Math.Sqrt(2), Math.Sqrt(5));
        Expect.Values(F.pairwise_distance(a, b, 1, 0), 2, 3);
        Expect.Values(F.normalize(a), 0.6, 0.8, 1, 0);
    }

    [Fact]
    public void CertaintyCostsNothing()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor sure = TestDevice.Vector(100, 0, 0, 0, 0, 100).reshape(2, 3);
        Expect.Close(F.cross_entropy(sure, Whole([0, 2], 2)), 1e-12, 0);
        Expect.Close(F.cross_entropy(zeros_like(sure), Whole([0, 2], 2)), 1e-12, Math.Log(3));
    }

    private static Tensor Taxi(Tensor a, Tensor b) => (a - b).abs().sum(-1);

    private static Tensor In(string name) => TorchReference.Tensor(TorchReference.At("losses", "inputs", name));

    private static Tensor Whole(long[] numbers, params long[] shape) => tensor(numbers, shape, device: TestDevice.Current);
}
