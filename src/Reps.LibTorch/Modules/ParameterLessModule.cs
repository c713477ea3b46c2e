using System;

namespace TorchSharp.Modules;

/// <summary>Marks modules without parameters and buffers.</summary>
public interface IParameterLessModule { }

/// <summary>A module without parameters and buffers: there is nothing to move or to convert.</summary>
public abstract class ParameterLessModule<T1, TResult> : torch.nn.Module<T1, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name)
        : base(name) { }

    protected internal override torch.nn.Module _to(torch.Device device, torch.ScalarType dtype, bool non_blocking) => this;

    protected internal override torch.nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    protected internal override torch.nn.Module _to(torch.ScalarType dtype, bool non_blocking) => this;

    public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) => throw ParameterLess.Refuse("buffer", name);

    public override void register_parameter(string name, Parameter param) => throw ParameterLess.Refuse("parameter", name);

    public override void register_module(string name, torch.nn.Module submodule)
    {
        if (submodule is not IParameterLessModule) throw ParameterLess.Refuse("module with parameters", name);
        base.register_module(name, submodule);
    }
}

/// <summary>A module without parameters and buffers: there is nothing to move or to convert.</summary>
public abstract class ParameterLessModule<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name)
        : base(name) { }

    protected internal override torch.nn.Module _to(torch.Device device, torch.ScalarType dtype, bool non_blocking) => this;

    protected internal override torch.nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    protected internal override torch.nn.Module _to(torch.ScalarType dtype, bool non_blocking) => this;

    public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) => throw ParameterLess.Refuse("buffer", name);

    public override void register_parameter(string name, Parameter param) => throw ParameterLess.Refuse("parameter", name);

    public override void register_module(string name, torch.nn.Module submodule)
    {
        if (submodule is not IParameterLessModule) throw ParameterLess.Refuse("module with parameters", name);
        base.register_module(name, submodule);
    }
}

internal static class ParameterLess
{
    public static InvalidOperationException Refuse(string what, string name) => new($"'{name}': a module without parameters takes no {what}.");
}
