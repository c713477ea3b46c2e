using System;
using System.Linq;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Nonlinear;

[Rep("3x0e + 2x1o + 1x2e")]
public readonly partial struct NormInput;

[Rep("6x0e")]
public readonly partial struct NormOutput;

/// <summary>Lengths of irreps and functions of them: e3nn's values, derivatives, zero vectors, refusals.</summary>
public sealed class NormTests
{
    private static readonly ActivationFunction s_sigmoid = ScalarActivation.Sigmoid;

    [Fact]
    public void LengthsAreThoseOfTheIrreps()
    {
        using DisposeScope scope = NewDisposeScope();
        Norm norm = Norm.Create("3x0e + 2x1o + 1x2e");
        Tensor x = TestDevice.Normal(1, 4, norm.Input.Dim);
        Tensor e3nn = IrrepsLayout.ToE3nn(norm.Input, x);
        Tensor expected = cat(
            [e3nn.narrow(-1, 0, 3).abs(), e3nn.narrow(-1, 3, 6).reshape(4, 2, 3).pow(2).sum(-1).sqrt(), e3nn.narrow(-1, 9, 5).pow(2).sum(-1, keepdim: true).sqrt()], -1);
        Assertions.Close(expected, norm.forward(x), 1e-14);
        Assertions.Close(expected * expected, Norm.Create("3x0e + 2x1o + 1x2e", squared: true).forward(x), 1e-14);
        Assert.Equal("6x0e", norm.Output.ToString());
        Equivariance.Check(norm.Input, norm.Output, norm.forward);
        Assertions.Derivatives(z => norm.forward(z[0]), [x]);
        Norm<NormInput, NormOutput> typed = new();
        Assertions.Close(expected, typed.forward(new(x)).Tensor, 1e-14);
        Assert.Contains("[Rep(\"O(3): 4x0e\")]", Assert.Throws<ArgumentException>(() => new Norm<Scalars, NormOutput>()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ZeroVectorsHaveDerivatives(bool normalize)
    {
        using DisposeScope scope = NewDisposeScope();
        Norm norm = Norm.Create("1x0e + 2x1o");
        NormActivation activation = NormActivation.Create("1x0e + 2x1o", s_sigmoid, normalize);
        foreach (ScalarType type in new[] { ScalarType.Float64, ScalarType.Float32 })
            foreach (Func<Tensor, Tensor> map in new Func<Tensor, Tensor>[] { norm.forward, activation.forward })
            {
                Tensor x = zeros(2, 7, dtype: type, device: TestDevice.Current).requires_grad_();
                Tensor first = autograd.grad([map(x).sum()], [x], retain_graph: true, create_graph: true)[0];
                Assert.True(first.isfinite().all().item<bool>());
                if (!first.requires_grad) continue;
                Tensor? second = autograd.grad([first.sum()], [x], allow_unused: true)[0];
                Assert.True(second is null || second.IsInvalid || second.isfinite().all().item<bool>());
            }
    }

    [Fact]
    public void ActivationsAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement layer = E3nnReference.Layers("norm_activation");
        NormActivation plain = NormActivation.Create("3x0e + 2x1o + 1x2e", s_sigmoid);
        Compare(plain, layer.GetProperty("x"), layer.GetProperty("out"));
        NormActivation<NormInput> typed = new(s_sigmoid, bias: true);
        Assert.Equal(["biases"], typed.state_dict().Keys);
        typed.to(ScalarType.Float64).to(TestDevice.Current);
        Tensor x = TestDevice.Normal(3, 5, NormInput.Dim);
        Assertions.Close(plain.forward(x), typed.forward(new(x)).Tensor, 1e-14);

        JsonElement golden = E3nnReference.Golden("norm_activation");
        ActivationFunction[] candidates = [s_sigmoid, ScalarActivation.Tanh, ScalarActivation.Silu, ScalarActivation.Relu];
        Tensor expected = E3nnReference.Features(Irreps.Parse("2x0e + 2x1o"), golden.GetProperty("out"));
        double error = candidates.Min(function =>
        {
            NormActivation biased = NormActivation.Create("2x0e + 2x1o", function, bias: true);
            biased.to(ScalarType.Float64).to(TestDevice.Current);
            using (no_grad()) biased.Biases!.copy_(E3nnReference.Values(golden.GetProperty("params").GetProperty("biases")));
            Tensor output = biased.forward(E3nnReference.Features(biased.Representation, golden.GetProperty("inputs")[0]));
            return (output - expected).abs().max().item<double>();
        });
        Assert.InRange(error, 0, 1e-12);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void EveryFormIsEquivariantAndDifferentiable(bool normalize, bool bias)
    {
        using DisposeScope scope = NewDisposeScope();
        NormActivation activation = NormActivation.Create("2x0e + 1x0o + 2x1o + 1x2e", ScalarActivation.Silu, normalize, bias: bias);
        activation.to(ScalarType.Float64).to(TestDevice.Current);
        if (bias)
            using (no_grad()) activation.Biases!.copy_(TestDevice.Normal(4, 6));
        Tensor x = TestDevice.Normal(1, 3, activation.Representation.Dim);
        Assertions.Derivatives(z => activation.forward(z[0]), [x], 1e-6);
        Equivariance.Check(activation.Representation, activation.Representation, z => activation.to(z.dtype).forward(z));
        // Without normalization the factor multiplies the vector itself.
        if (!normalize && !bias)
        {
            Tensor vector = IrrepsLayout.Segment(activation.Representation, 2, x);
            Tensor length = vector.pow(2).sum(-2, keepdim: true).sqrt();
            Assertions.Close(vector * length * length.sigmoid(), IrrepsLayout.Segment(activation.Representation, 2, activation.forward(x)), 1e-13);
        }
    }

    [Fact]
    public void WrongEpsilonsAreRefused()
    {
        Assert.Contains("nothing is divided", Assert.Throws<ArgumentException>(() => NormActivation.Create("1o", s_sigmoid, false, 1e-3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => NormActivation.Create("1o", s_sigmoid, epsilon: 0));
        Assert.Contains("[2, 4]", Assert.Throws<ArgumentException>(() => NormActivation.Create("1o", s_sigmoid).forward(TestDevice.Normal(1, 2, 4))).Message, StringComparison.Ordinal);
    }

    private static void Compare(NormActivation activation, JsonElement input, JsonElement output) =>
        Assertions.Close(
            E3nnReference.Features(activation.Representation, output),
            activation.forward(E3nnReference.Features(activation.Representation, input)),
            1e-12
        );
}
