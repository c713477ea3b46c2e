using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Modules: names, states, conversion, hooks, lifetime.</summary>
public sealed class ModuleTests
{
    private class Base : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter _scale = nn.Parameter(ones(2));

        protected Base(string name)
            : base(name) { }

        public Parameter Scale => _scale;

        public override Tensor forward(Tensor input) => input * _scale;
    }

    private sealed class Derived : Base
    {
        [ComponentName(Name = "means")]
        private readonly Tensor _means = zeros(2);
        private readonly Tensor _count = zeros(1, dtype: int64);
        private readonly Linear inner = nn.Linear(2, 2);
        private Parameter _shift = null!;

        public Derived()
            : base(nameof(Derived))
        {
            shift = nn.Parameter(zeros(2));
            RegisterComponents();
            register_buffer("temporary", zeros(3), persistent: false);
        }

        public Parameter shift
        {
            get => _shift;
            set
            {
                _shift = value;
                ConditionallyRegisterParameter(nameof(shift), value);
            }
        }

        public Linear Inner => inner;

        public Tensor Means => _means;

        public Tensor Count => _count;

        public override Tensor forward(Tensor input) => inner.call(base.forward(input)) + _shift - _means;
    }

    private sealed class Add : nn.Module<Tensor, Tensor, Tensor>
    {
        public Add()
            : base(nameof(Add)) { }

        public override Tensor forward(Tensor input1, Tensor input2) => input1 + input2;
    }

    [Fact]
    public void FieldsAreRegisteredByNameThoseOfBasesToo()
    {
        using Derived module = new();
        HashSet<string> parameters = [.. module.named_parameters().Select(p => p.name)];
        Assert.Superset(new HashSet<string> { "shift", "_scale", "inner.weight", "inner.bias" }, parameters);
        Assert.Superset(new HashSet<string> { "means", "_count" }, module.named_buffers().Select(b => b.name).ToHashSet());
        Assert.DoesNotContain("temporary", module.state_dict().Keys);
        Assert.True(module.has_buffer("means") && !module.has_buffer("_means") && module.has_parameter("inner.bias") && !module.has_parameter("inner"));
        Assert.Same(module.Inner.weight, module.get_parameter("inner.weight"));
        Assert.Null(module.get_parameter("nothing.weight"));
        Assert.Same(module.Means, module.get_buffer("means"));
        Assert.Equal(["inner"], module.named_modules().Select(m => m.name));
        Assert.Equal("Derived", module.GetName());
    }

    [Fact]
    public void NamesAreUniqueAndWithoutDots()
    {
        using Derived module = new();
        Assert.Throws<InvalidOperationException>(() => module.register_buffer("means", zeros(1)));
        Assert.Throws<InvalidOperationException>(() => module.register_parameter("shift", nn.Parameter(zeros(1))));
        Assert.Throws<InvalidOperationException>(() => module.register_module("inner", nn.Linear(1, 1)));
        Assert.Throws<ArgumentException>(() => module.register_module("a.b", nn.Linear(1, 1)));
        Assert.Throws<ArgumentException>(() => module.register_module("", nn.Linear(1, 1)));
        Assert.Throws<ArgumentNullException>(() => module.register_buffer("none", null!));
        module.register_module("inner", null!);
        Assert.Empty(module.children());
    }

    [Fact]
    public void TrainingAndFunctionsReachEveryModule()
    {
        using Derived module = new();
        Assert.True(module.training);
        module.eval();
        Assert.False(module.training || module.Inner.training);
        module.train();
        Assert.True(module.training && module.Inner.training);
        List<string> seen = [];
        module.apply(m => seen.Add(m.GetName()));
        Assert.Equal(["Linear", "Derived"], seen);
    }

    [Fact]
    public void GradientsAreTakenAwayOrSetToZero()
    {
        using DisposeScope scope = NewDisposeScope();
        using Derived module = new();
        module.call(ones(1, 2)).sum().backward();
        Assert.All(module.parameters(), p => Assert.NotNull(p.grad));
        module.zero_grad(set_to_none: false);
        Assert.All(module.parameters(), p => Assert.True(p.grad!.eq(0).all().ToBoolean()));
        module.zero_grad();
        Assert.All(module.parameters(), p => Assert.Null(p.grad));
    }

    [Fact]
    public void ConversionReplacesParametersEverywhereAndBack()
    {
        using DisposeScope scope = NewDisposeScope();
        using Derived module = new();
        module.call(ones(1, 2)).sum().backward();
        Tensor before = module.call(ones(1, 2));
        Parameter old = module.Scale;
        Derived same = module.to(float64);
        Assert.Same(module, same);
        Assert.True(old.IsInvalid);
        Assert.Same(module.Scale, module.get_parameter("_scale"));
        Assert.Same(module.shift, module.get_parameter("shift"));
        Assert.All(module.parameters(), p => Assert.True(p.dtype == float64 && p.is_leaf && p.requires_grad && p.grad!.dtype == float64));
        Assert.Equal(float64, module.Means.dtype);
        Assert.Equal(int64, module.Count.dtype);
        Expect.Same(before, module.call(ones(1, 2, dtype: float64)), 1e-6);
        module.@float();
        Expect.Same(before, module.call(ones(1, 2)), 1e-6);
        Assert.Throws<ArgumentException>(() => module.to(int64));
        Assert.All(module.parameters(), p => Assert.Equal(float32, p.dtype));
    }

    [Fact]
    public void ModulesMoveToTheDeviceOfTheTests()
    {
        using Derived module = new();
        module.to(TestDevice.Current, float64);
        Assert.All(module.parameters(), p => Assert.True(p.device_type == TestDevice.Current.type && p.dtype == float64));
        Assert.Equal(TestDevice.Current.type, module.Means.device_type);
        module.cpu();
        Assert.All(module.parameters(), p => Assert.Equal(DeviceType.CPU, p.device_type));
    }

    [Fact]
    public void StatesAreCopied()
    {
        using DisposeScope scope = NewDisposeScope();
        using Derived module = new(), other = new();
        (IList<string> missing, IList<string> unexpected) = other.load_state_dict(module.state_dict());
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        foreach ((string key, Tensor value) in module.state_dict()) Expect.Same(value, other.state_dict()[key]);
        Dictionary<string, Tensor> part = new() { ["shift"] = full(2, 5.0), ["extra"] = ones(1) };
        Assert.Throws<InvalidOperationException>(() => other.load_state_dict(part));
        (missing, unexpected) = other.load_state_dict(part, strict: false);
        Assert.Equal(["extra"], unexpected);
        Assert.Equal(module.state_dict().Count - 1, missing.Count);
        Expect.Values(other.shift, 5, 5);
        (missing, unexpected) = other.load_state_dict(part, strict: false, skip: ["shift", "extra", "means"]);
        Assert.Empty(unexpected);
        Assert.DoesNotContain("means", missing);
    }

    [Fact]
    public void SharedParametersAreListedOnce()
    {
        using Linear a = nn.Linear(2, 2), b = nn.Linear(a.weight);
        using Sequential both = nn.Sequential(("a", a), ("b", b));
        Assert.Equal(["a.weight", "a.bias"], both.named_parameters().Select(p => p.name));
        Assert.Equal(["a.bias", "a.weight", "b.weight"], both.state_dict().Keys.Order());
        both.to(float64);
        Assert.Equal(float64, a.weight.dtype);
    }

    [Fact]
    public void HooksSeeAndChangeWhatPasses()
    {
        using DisposeScope scope = NewDisposeScope();
        using Linear layer = nn.Linear(1, 1);
        using (no_grad()) layer.weight.fill_(2);
        layer.bias = null;
        List<string> order = [];
        var pre = layer.register_forward_pre_hook((module, input) => input + 1);
        var post = layer.register_forward_hook((module, input, output) => output * 10);
        var first = layer.register_forward_pre_hook(_ => order.Add("before"));
        var last = layer.register_forward_hook(_ => order.Add("after"));
        Expect.Values(layer.call(ones(1, 1)), 40);
        Expect.Values(layer.forward(ones(1, 1)), 2);
        Assert.Equal(["before", "after"], order);
        pre.remove();
        Expect.Values(layer.call(ones(1, 1)), 20);
        post.remove();
        first.remove();
        last.remove();
        Expect.Values(layer.call(ones(1, 1)), 2);
        Assert.Equal(4, order.Count);

        using Add add = new();
        var both = add.register_forward_pre_hook((module, x, y) => (y, 2 * x));
        Expect.Values(add.call(ones(1), 3 * ones(1)), 5);
        both.remove();
        Expect.Values(add.call(ones(1), 3 * ones(1)), 4);
    }

    [Fact]
    public void DisposingAModuleDisposesWhatItOwns()
    {
        Derived module = new();
        Tensor[] all = [.. module.parameters(), .. module.buffers()];
        module.Dispose();
        Assert.All(all, t => Assert.True(t.IsInvalid));
        module.Dispose();
    }

    [Fact]
    public void AParameterTakesItsTensor()
    {
        Tensor data = ones(2);
        using Parameter parameter = nn.Parameter(data);
        Assert.True(data.IsInvalid && parameter.requires_grad && parameter.is_leaf);
        using Parameter constant = new(ones(2), requires_grad: false);
        Assert.False(constant.requires_grad);
        using Parameter again = ones(2).AsParameter();
        Assert.True(again.requires_grad);
        Parameter inside;
        using (NewDisposeScope()) inside = nn.Parameter(ones(2));
        Assert.True(inside.IsInvalid);
    }
}
