using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Derivatives through tensor functions, against differences; and the switches of recording.</summary>
public sealed class AutogradTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_functions = new()
    {
        ["arithmetic"] = x => (2 - x) * x / (x * x + 1) - 3 / (x + 5) + (x + 4) % 3,
        ["indexing"] = x => x[TensorIndex.Slice(1), TensorIndex.Tensor(Longs(0, 2, 0))] * x[0, 1],
        ["mask"] = x => x[tensor(new[,] { { true, false, true }, { false, true, true } }, device: TestDevice.Current)].exp(),
        ["assignment"] = x =>
        {
            Tensor y = x.clone();
            y[0] = x[1] * 2;
            y[TensorIndex.Ellipsis, 2] = x[TensorIndex.Ellipsis, 0].sin();
            return y * x;
        },
        ["gather"] = x => x.gather(1, Longs(0, 0, 2, 1).reshape(2, 2)).square(),
        ["scatter_add"] = x => zeros(2, 2, dtype: float64, device: TestDevice.Current).scatter_add(1, Longs(0, 1, 1, 1, 0, 0).reshape(2, 3), x).square(),
        ["index_add"] = x => zeros(3, 3, dtype: float64, device: TestDevice.Current).index_add(0, Longs(2, 2), x, 0.5).square(),
        ["index_select"] = x => x.index_select(1, Longs(1, 1, 2)).square(),
        ["joins"] = x => cat([x, stack([x[0], x[1]]).square()]).cumsum(0),
        ["reductions"] = x => x.std(1) * x.logsumexp(0).sum() + x.mean([0, 1]) + x.prod() + x.norm(),
        ["extrema"] = x => x.max(1).values * x.amin([0]).sum() + x.sort().Values.sum(),
        ["products"] = x => einsum("ij,kj->ik", x, x).matmul(x).permute(1, 0),
        ["where"] = x => where(x > 0.2, x.square(), x.sin()) + x.clamp(-0.5, 0.5),
        ["views"] = x => x.expand(2, 2, 3).reshape(4, 3).roll(1, 0).flip(1).unfold(1, 2, 1) * 2,
        ["softmax"] = x => x.softmax(1) * x.log_softmax(0),
        ["linalg"] = x => linalg.inv(x.matmul(x.t()) + 3 * eye(2, dtype: float64, device: TestDevice.Current)),
        ["fft"] = x => fft.rfft(x).abs(),
        ["cdist"] = x => cdist(x, x + 1),
        ["complex"] = x => complex(x, x.square()).angle(),
        ["atan2"] = x => x.atan2(x.flip(1) + 3) + x.hypot(x + 2) + x.maximum(x.roll(1, 1)),
        ["repeat"] = x => x.repeat(2, 1).repeat_interleave(2, 1).square(),
        ["masked_fill"] = x => x.masked_fill(x < 0, 0.5).pow(3),
    };

    public static IEnumerable<object[]> Names => s_functions.Keys.Select(name => new object[] { name });

    private static Tensor Longs(params long[] values) => tensor(values, device: TestDevice.Current);

    [Theory]
    [MemberData(nameof(Names))]
    public void DerivativesAreThoseOfDifferences(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Func<Tensor, Tensor> function = s_functions[name];
        Tensor x = TestDevice.Vector(0.3, -0.7, 1.1, 0.9, 0.1, -0.4).reshape(2, 3).requires_grad_();
        Tensor value = function(x);
        Tensor weights = TestDevice.Random(3, value.shape);
        Tensor gradient = autograd.grad([value], [x], [weights])[0];
        const double step = 1e-6;
        for (int n = 0; n < 6; n++)
        {
            double[] sums = [.. new[] { step, -step }.Select(h => (function(Shifted(x, n, h)) * weights).sum().ToDouble())];
            Assert.Equal((sums[0] - sums[1]) / (2 * step), gradient[n / 3, n % 3].ToDouble(), 1e-7);
        }
    }

    private static Tensor Shifted(Tensor x, int place, double by)
    {
        Tensor shifted = x.detach().clone();
        shifted.view(6)[place] += by;
        return shifted;
    }

    [Fact]
    public void GradientsGather()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(1, 2).requires_grad_();
        Assert.Null(x.grad);
        Tensor middle = x * 3;
        middle.retain_grad();
        middle.square().sum().backward();
        Expect.Values(x.grad!, 18, 36);
        Expect.Values(middle.grad!, 6, 12);
        x.sum().backward();
        Expect.Values(x.grad!, 19, 37);
        x.grad = null;
        Assert.Null(x.grad);
        x.grad = TestDevice.Vector(1, 1);
        (x * 2).backward([TestDevice.Vector(1, 0)]);
        Expect.Values(x.grad!, 3, 1);
    }

    [Fact]
    public void RecordingCanBeSwitched()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(1, 2).with_requires_grad();
        Assert.True((x * 2).requires_grad);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad()) Assert.True((x * 2).requires_grad);
            x.add_(1);
        }
        Assert.True(is_grad_enabled());
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False((x * 2).requires_grad);
        }
        Assert.False(x.detach().requires_grad);
        Tensor y = x * 2;
        Assert.False(y.is_leaf);
        y.detach_();
        Assert.True(y.is_leaf);
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => x.add_(1));
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => zeros(2, dtype: int64).requires_grad_());
    }

    [Fact]
    public void HigherDerivativesAndUnusedInputs()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(0.5).requires_grad_(), unused = TestDevice.Vector(1).requires_grad_();
        Tensor first = autograd.grad([x.sin().sum()], [x], create_graph: true)[0];
        Tensor second = autograd.grad([first.sum()], [x])[0];
        Expect.Values(second, -Math.Sin(0.5));
        IList<Tensor> gradients = autograd.grad([x.square().sum()], [x, unused], allow_unused: true);
        Expect.Values(gradients[0], 1);
        Assert.True(gradients[1].IsInvalid);
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => autograd.grad([x.sum()], [unused]));
    }

    [Fact]
    public void JacobiansHaveARowForEachOutput()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(1, 2);
        Tensor jacobian = autograd.functional.jacobian(v => stack([v[0] * v[1], v[0] + v[1], v.square().sum()]), x);
        Expect.Shaped(jacobian, [3, 2], 2, 1, 1, 1, 2, 4);
    }
}
