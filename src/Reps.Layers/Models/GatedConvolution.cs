using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Layers.Models;

/// <summary>A convolution and the gate after it: what e3nn's models call Compose.</summary>
internal sealed class GatedConvolution : nn.Module<EdgeGraph, Tensor, Tensor, Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "first")]
    private readonly EquivariantConvolution _first;

    [ComponentName(Name = "second")]
    private readonly Gate _second;

    public GatedConvolution(EquivariantConvolution first, Gate second)
        : base(nameof(GatedConvolution))
    {
        (_first, _second) = (first, second);
        RegisterComponents();
    }

    public override Tensor forward(EdgeGraph graph, Tensor features, Tensor nodeAttributes, Tensor edgeAttributes, Tensor edgeScalars) =>
        _second.forward(_first.forward(graph, features, nodeAttributes, edgeAttributes, edgeScalars));
}
