using System;
using System.Linq;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reps.Tests.Radial;

/// <summary>Networks of radial functions: e3nn's values and names, kernels against operators, derivatives, refusals.</summary>
public sealed class NetworkTests
{
    [Fact]
    public void ValuesAndNamesAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = E3nnReference.Golden("fully_connected_net");
        Tensor x = E3nnReference.Values(golden.GetProperty("inputs")[0]);
        Tensor expected = E3nnReference.Values(golden.GetProperty("out"));
        FullyConnectedNet network = new([3, 5, 2], ScalarActivation.Silu);
        RadialNetworkModule radial = RadialNetworkModule.Create([3, 5, 2]);
        foreach (nn.Module<Tensor, Tensor> module in new nn.Module<Tensor, Tensor>[] { network, radial })
        {
            Assert.Equal(["layer0.weight", "layer1.weight"], module.state_dict().Keys.Order());
            module.to(ScalarType.Float64).to(TestDevice.Current);
            using (no_grad())
                foreach ((string name, Parameter parameter) in module.named_parameters())
                    parameter.copy_(E3nnReference.Values(golden.GetProperty("params").GetProperty(name)));
            Tensor output = module.call(x);
            Assertions.Close(expected, output, 1e-12, module.GetName());
        }
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 3, false)]
    [InlineData(2, 3, true)]
    public void VariancesAreAsAsked(double varianceIn, double varianceOut, bool outputFunction)
    {
        using DisposeScope scope = NewDisposeScope();
        FullyConnectedNet network = new([40, 300, 300], ScalarActivation.Tanh, varianceIn, varianceOut, outputFunction);
        network.to(ScalarType.Float64).to(TestDevice.Current);
        using (no_grad())
        {
            int seed = 3;
            foreach (Parameter parameter in network.parameters()) parameter.copy_(TestDevice.Normal(seed++, parameter.shape));
        }
        Tensor output = network.forward(TestDevice.Normal(1, 200, 40) * Math.Sqrt(varianceIn));
        double variance = (output * output).mean().item<double>();
        Assert.InRange(variance, 0.9 * varianceOut, 1.1 * varianceOut);
    }

    [Theory]
    [InlineData(new[] { 3, 4 })]
    [InlineData(new[] { 3, 5, 2 })]
    [InlineData(new[] { 8, 16, 16, 7 })]
    public void KernelsAgreeWithOperators(int[] sizes)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(2);
        RadialNetworkModule module = RadialNetworkModule.Create(sizes, MomentSource.Exact);
        module.to(ScalarType.Float64).to(TestDevice.Current);
        Reps.Layers.Radial.RadialTensorKernel kernel = new(module.Network);
        Tensor[] at = [TestDevice.Normal(1, 70, sizes[0]), TestDevice.Normal(2, module.Network.WeightCount)];
        Agreement.Check(x => kernel.Apply(x[0], x[1]), at);
        Assertions.Derivatives(x => kernel.Apply(x[0], x[1]), at, orders: sizes.Length == 2 ? 2 : 3);
        Assertions.Derivatives(x => module.forward(x[0]), [at[0].reshape(7, 10, -1)]);
    }

    [Fact]
    public void NoRowsGiveNoGradients()
    {
        using DisposeScope scope = NewDisposeScope();
        RadialNetworkModule module = RadialNetworkModule.Create([3, 5, 2]);
        module.to(ScalarType.Float64).to(TestDevice.Current);
        Tensor x = zeros(0, 3, dtype: ScalarType.Float64, device: TestDevice.Current).requires_grad_();
        Tensor output = module.forward(x);
        Assert.Equal([0, 2], output.shape);
        output.sum().backward();
        foreach (Parameter parameter in module.parameters()) Assert.Equal(0, parameter.grad!.abs().max().item<double>());
    }

    [Fact]
    public void SinglesAgreeToSinglePrecision()
    {
        using DisposeScope scope = NewDisposeScope();
        RadialNetworkModule module = RadialNetworkModule.Create([8, 16, 7]);
        module.to(ScalarType.Float64).to(TestDevice.Current);
        Tensor x = TestDevice.Normal(1, 20, 8);
        Tensor expected = module.forward(x).detach();
        module.to(ScalarType.Float32);
        Assertions.Close(expected, module.forward(x.to(ScalarType.Float32)).detach(), 1e-5);
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        Assert.Throws<ArgumentException>(() => new FullyConnectedNet([3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FullyConnectedNet([3, 0, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FullyConnectedNet([3, 2], varianceIn: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FullyConnectedNet([3, 2], varianceOut: double.NaN));
        FullyConnectedNet network = new([3, 2]);
        Assert.Contains("takes 3 numbers", Assert.Throws<ArgumentException>(() => network.forward(TestDevice.Normal(1, 5, 4))).Message, StringComparison.Ordinal);
        RadialNetworkModule radial = RadialNetworkModule.Create([3, 2]);
        Assert.Contains("takes 3 numbers", Assert.Throws<ArgumentException>(() => radial.forward(TestDevice.Normal(1, 5, 4))).Message, StringComparison.Ordinal);
    }
}
