using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Custom functions: gradients, gradients of gradients, failures, lifetime.</summary>
public sealed class FunctionTests
{
    private sealed class Cube : autograd.SingleTensorFunction<Cube>
    {
        public override string Name => nameof(Cube);

        public override Tensor forward(autograd.AutogradContext ctx, params object?[] vars)
        {
            Tensor x = (Tensor)vars[0]!;
            ctx.save_for_backward([x]);
            return Operator.Call("pow.Tensor_Scalar", x, (Scalar)3);
        }

        public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            Tensor x = ctx.get_saved_variables()[0];
            Tensor square = Operator.Call("mul.Tensor", x, x);
            return [Operator.Call("mul.Tensor", Operator.Call("mul.Scalar", square, (Scalar)3), grad_output)];
        }
    }

    private sealed class Failing : autograd.SingleTensorFunction<Failing>
    {
        public override string Name => nameof(Failing);

        public override Tensor forward(autograd.AutogradContext ctx, params object?[] vars) => Operator.Call("clone", (Tensor)vars[0]!);

        public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output) => throw new NotSupportedException("no way back");
    }

    private static Tensor Numbers(params double[] values)
    {
        Tensor tensor = Operator.Call("zeros", new long[] { values.Length }, torch.ScalarType.Float64);
        for (int n = 0; n < values.Length; n++)
            Operator.CallInPlace(tensor, "fill_.Scalar", Operator.Call("select.int", tensor, 0, n), (Scalar)values[n]);
        return tensor;
    }

    private static double First(Tensor tensor) => Operator.CallScalar("_local_scalar_dense", Operator.Call("select.int", tensor, 0, 0)).ToDouble();

    [Fact]
    public void GradientsOfEveryOrderAreThoseOfTheCube()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Numbers(2, 3);
        x.requires_grad = true;
        Tensor sum = Operator.Call("sum", Cube.apply(x));
        Tensor first = autograd.grad([sum], [x], create_graph: true)[0];
        Assert.Equal(12, First(first));
        Tensor second = autograd.grad([Operator.Call("sum", first)], [x], create_graph: true)[0];
        Assert.Equal(12, First(second));
        Tensor third = autograd.grad([Operator.Call("sum", second)], [x])[0];
        Assert.Equal(6, First(third));
    }

    [Fact]
    public void AnExceptionOfABackwardPassArrivesAsItself()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Numbers(2);
        x.requires_grad = true;
        Tensor y = Failing.apply(x);
        NotSupportedException error = Assert.Throws<NotSupportedException>(() => autograd.grad([y], [x]));
        Assert.Equal("no way back", error.Message);
    }

    [Fact]
    public void ErrorsOfTorchCarryItsMessage()
    {
        using DisposeScope scope = NewDisposeScope();
        ExternalException error = Assert.Throws<ExternalException>(() => Operator.Call("add.Tensor", Numbers(1, 2), Numbers(1, 2, 3)));
        Assert.Contains("The size of tensor a (2) must match the size of tensor b (3)", error.Message, StringComparison.Ordinal);
        Assert.Contains("no operator aten::nonsense", Assert.Throws<ExternalException>(() => Operator.Call("nonsense")).Message, StringComparison.Ordinal);
    }
}
