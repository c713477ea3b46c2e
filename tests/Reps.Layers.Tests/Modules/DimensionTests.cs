using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Modules;

/// <summary>Dimensions counted from the end: the operators with which the library uses them take them. Unflatten alone does not.</summary>
public sealed class DimensionTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_operators = new()
    {
        ["flatten"] = static x => x.flatten(-2),
        ["narrow"] = static x => x.narrow(-1, 0, 1),
        ["select"] = static x => x.select(-1, 0),
        ["squeeze"] = static x => x.squeeze(-1),
        ["unsqueeze"] = static x => x.unsqueeze(-1),
        ["transpose"] = static x => x.transpose(-2, -1),
        ["movedim"] = static x => x.movedim([-1], [-2]),
        ["unbind"] = static x => x.unbind(-1)[0],
        ["flip"] = static x => x.flip(-1),
        ["roll"] = static x => x.roll(1, -1),
        ["split"] = static x => x.split(1, -1)[0],
        ["chunk"] = static x => x.chunk(2, -1)[0],
        ["tensor_split"] = static x => x.tensor_split(2, -1)[0],
        ["cat"] = static x => cat([x, x], -1),
        ["stack"] = static x => stack([x, x], -1),
        ["index_select"] = static x => x.index_select(-1, zeros(1, dtype: ScalarType.Int64)),
        ["gather"] = static x => x.gather(-1, zeros_like(x, dtype: ScalarType.Int64)),
        ["sum"] = static x => x.sum(-1),
        ["mean"] = static x => x.mean([-2, -1]),
        ["argmax"] = static x => x.argmax(-1),
        ["argmin"] = static x => x.argmin(-1),
        ["cumsum"] = static x => x.cumsum(-1),
        ["sort"] = static x => x.sort(-1).Values,
        ["topk"] = static x => x.topk(1, -1).values,
        ["max"] = static x => x.max(-1).values,
        ["norm"] = static x => x.norm(-1),
        ["softmax"] = static x => x.softmax(-1),
        ["logsumexp"] = static x => x.logsumexp(-1),
        ["rfft"] = static x => fft.rfft(x, dim: -1).real,
    };

    public static TheoryData<string> Operators => [.. s_operators.Keys];

    [Theory]
    [MemberData(nameof(Operators))]
    public void DimensionsMayBeCountedFromTheEnd(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.True(s_operators[name](ones(2, 3, 4)).numel() > 0);
    }
}
