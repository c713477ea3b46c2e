using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>A module of nothing but buffers.</summary>
internal sealed class Plain : nn.Module
{
    public Plain(params (string Name, Tensor Value)[] buffers)
        : base(nameof(Plain))
    {
        foreach ((string name, Tensor value) in buffers)
            register_buffer(name, value);
    }

    public Tensor this[string name] => get_buffer(name)!;
}
