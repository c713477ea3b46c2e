using System;
using System.Collections.Generic;
using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Corpus;

[Linear<Hidden, Hidden>] public sealed partial class MixHidden;

public static class MadeFromSignatures
{
    private const int Channels = 4;
    private static readonly LinearModule s_mix = LinearModule.Create($"{Channels}x0e + {Channels}x1o", $"{Channels}x1o");

    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x) => s_mix.forward(x.to(ScalarType.Float32)).reshape(-1, 3, 4).norm(-2);
}

public static class MadeFromSignaturesActivated
{
    private const int Channels = 4;
    private static readonly LinearModule s_mix = LinearModule.Create($"{Channels}x0e + {Channels}x1o", $"{Channels}x1o");

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x) => s_mix.forward(x.to(ScalarType.Float32)).relu(); // REPS3106
}

public static class MadeFromOtherSignatures
{
    private static readonly LinearModule s_mix = LinearModule.Create("4x1e", "4x1e");

    [return: Rep("4x1e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_mix.forward(x.to(ScalarType.Float32)); // REPS3013
}

public static class MadeInAnotherOrder
{
    private static readonly LinearModule s_mix = LinearModule.Create("4x1o + 4x0e", "4x1o");

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x) => s_mix.forward(x.to(ScalarType.Float32)); // REPS3012
}

public static class ProductsFromSignatures
{
    private static readonly TensorProductModule s_product = TensorProductModule.Create("4x1o", "1o", "4x0e + 4x1e", Mode.Uvu);

    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("1o")] Tensor y)
    {
        Tensor product = s_product.forward(x.to(ScalarType.Float32), y.to(ScalarType.Float32));
        return product.narrow(-1, 2, 4); // REPS3003
    }
}

public static class DerivativeOfEnergy
{
    [return: Nodes(0), Rep("1o", Rank = 2)]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor positions)
    {
        Tensor x = positions.detach().requires_grad_();
        Tensor energy = cdist(x, x).square().sum();
        return -autograd.grad([energy], [x])[0];
    }
}

public static class DerivativeOfEnergyActivated
{
    [return: Nodes(0), Rep("1o", Rank = 2)]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor positions)
    {
        Tensor x = positions.detach().requires_grad_();
        Tensor energy = cdist(x, x).square().sum();
        return autograd.grad([energy], [x])[0].tanh(); // REPS3106
    }
}

public static class DerivativeOrNothing
{
    [return: Nodes(0), Rep("1o", Rank = 2)]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor positions)
    {
        Tensor x = positions.detach().requires_grad_();
        Tensor energy = cdist(x, x).square().sum();
        Tensor? slope = energy.requires_grad ? autograd.grad([energy], [x], null, allow_unused: true)[0] : null;
        return (slope is null ? zeros_like(x) : -slope) + 1; // REPS3101
    }
}

public static class RowsThroughALayer
{
    private static readonly MixHidden s_mix = new();

    [return: Nodes(0), Rep("4x0e + 4x1o", Rank = 2)]
    public static Tensor Run([Shape(5, 16), Nodes(0), Rep<Hidden>(Rank = 2)] Tensor x)
    {
        Feature<Hidden> mixed = s_mix.call(new Feature<Hidden>(x.to(ScalarType.Float32)));
        Feature<Hidden> twice = Math.Sqrt(2) * mixed;
        return twice.Tensor - twice.Tensor.mean([0L], keepdim: true);
    }
}

public static class RowsThroughALayerAccumulated
{
    private static readonly MixHidden s_mix = new();

    [return: Nodes(0), Rep("4x0e + 4x1o", Rank = 2)]
    public static Tensor Run([Shape(5, 16), Nodes(0), Rep<Hidden>(Rank = 2)] Tensor x)
    {
        Feature<Hidden> mixed = s_mix.call(new Feature<Hidden>(x.to(ScalarType.Float32)));
        Feature<Hidden> twice = Math.Sqrt(2) * mixed;
        return twice.Tensor.cumsum(0); // REPS3015
    }
}

public static class EmbeddedNumbersAccumulated
{
    private static readonly Embedding s_kinds = nn.Embedding(5, 3);

    public static Tensor Run([Shape(5), Nodes(0, Rank = 1)] Tensor x)
    {
        Tensor kinds = s_kinds.call(x.abs().to(ScalarType.Int64));
        return kinds.cumsum(0).sum([0L]); // REPS3015
    }
}

public static class EmbeddedNumbersSummed
{
    private static readonly Embedding s_kinds = nn.Embedding(5, 3);

    public static Tensor Run([Shape(5), Nodes(0, Rank = 1)] Tensor x) => s_kinds.call(x.abs().to(ScalarType.Int64)).sum([0L]);
}

public static class SumOfPowersTakenApart
{
    [return: Rep("O(3): 4xV^2")]
    public static Tensor Run([Rep("O(3): 4xV^0 + 8xV", Rank = 2)] Tensor x)
    {
        Tensor vectors = x.narrow(1, 4, 24).reshape(-1, 3, 8);
        Tensor products = vectors.narrow(2, 0, 4).unsqueeze(2) * vectors.narrow(2, 4, 4).unsqueeze(1);
        return products * x.narrow(1, 0, 4).sigmoid().unsqueeze(1).unsqueeze(1);
    }
}

public static class SumOfPowersPutTogether
{
    private static readonly DiagramLinearModule s_sums = DiagramLinearModule.Create("O(3): 4xV^0 + 4xV^2", "O(3): 2xV^0");

    public static Tensor Run([Rep("O(3): 4xV^0 + 8xV", Rank = 2)] Tensor x)
    {
        Tensor vectors = x.narrow(1, 4, 24).reshape(-1, 3, 8);
        Tensor products = vectors.narrow(2, 0, 4).unsqueeze(2) * vectors.narrow(2, 4, 4).unsqueeze(1);
        return s_sums.forward(cat([x.narrow(1, 0, 4), products.flatten(1)], 1).to(ScalarType.Float32));
    }
}

public static class SumOfPowersPutTogetherActivated
{
    private static readonly DiagramLinearModule s_sums = DiagramLinearModule.Create("O(3): 4xV^0 + 4xV^2", "O(3): 2xV^0");

    public static Tensor Run([Rep("O(3): 4xV^0 + 8xV", Rank = 2)] Tensor x)
    {
        Tensor vectors = x.narrow(1, 4, 24).reshape(-1, 3, 8);
        Tensor products = vectors.narrow(2, 0, 4).unsqueeze(2) * vectors.narrow(2, 4, 4).unsqueeze(1);
        Tensor all = cat([x.narrow(1, 0, 4), products.flatten(1)], 1).relu(); // REPS3106
        return s_sums.forward(all.to(ScalarType.Float32));
    }
}

public static class SumOfPowersCut
{
    public static Tensor Run([Rep("O(3): 4xV^0 + 2xV^2", Rank = 2)] Tensor x) => x.narrow(1, 3, 4); // REPS3003
}

public static class MatricesAsRows
{
    [return: Rep("O(3): 2xV^2")]
    public static Tensor Run([Rep("O(3): 2xV^0 + 2xV^2", Rank = 2)] Tensor x)
    {
        Tensor matrices = x.narrow(1, 2, 18).reshape(-1, 9, 2) * x.narrow(1, 0, 2).tanh().unsqueeze(1);
        return matrices.reshape(-1, 3, 3, 2);
    }
}

public static class MatricesAsRowsActivated
{
    [return: Rep("O(3): 2xV^2")]
    public static Tensor Run([Rep("O(3): 2xV^0 + 2xV^2", Rank = 2)] Tensor x)
    {
        Tensor matrices = x.narrow(1, 2, 18).reshape(-1, 9, 2).sigmoid(); // REPS3106
        return matrices.reshape(-1, 3, 3, 2);
    }
}

public static class ParitiesFlipped
{
    [return: Rep("2x0e + 2x0o")]
    public static Tensor Run([Rep("2x0e + 2x0o")] Tensor x) => x.flip(-1); // REPS3013
}

public static class ParitiesRolled
{
    [return: Rep("1x0o + 2x0e + 1x0o")]
    public static Tensor Run([Rep("2x0e + 2x0o")] Tensor x) => x.roll(1, -1);
}

public static class ParitiesAccumulated
{
    [return: Rep("2x0e + 2x0o")]
    public static Tensor Run([Rep("2x0e + 2x0o")] Tensor x) => x.cumsum(-1); // REPS3005
}

public static class OfItsOwnTensors
{
    private sealed class Cloud([Nodes(0), Positions(Rank = 2)] Tensor points)
    {
        [Nodes(0), Positions(Rank = 2)]
        public Tensor Points { get; } = points;

        public Tensor Centred() => Points - Points.mean([0L], keepdim: true);

        public Tensor Sizes() => Centred().abs();
    }

    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor x) => new Cloud(x).Sizes().sum([0L]); // REPS3106
}

public static class WhatIsOverriddenSaysIt
{
    private abstract class Energies
    {
        public abstract Tensor Of([Rep("4x1o")] Tensor x);
    }

    private sealed class Exponentials : Energies
    {
        public override Tensor Of(Tensor x) => x.exp(); // REPS3106
    }

    public static Tensor Run([Rep("4x1o")] Tensor x) => new Exponentials().Of(x);
}
