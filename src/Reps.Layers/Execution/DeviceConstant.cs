using System.Collections.Concurrent;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>Numbers that are copied once to each device and number type on which they are used.</summary>
internal sealed class DeviceConstant
{
    private readonly double[]? _numbers;
    private readonly long[]? _indices;
    private readonly long[] _shape;
    private readonly ConcurrentDictionary<(DeviceType, int, ScalarType), Tensor> _copies = new();

    /// <summary>Real numbers; a copy has the type of the tensor beside it.</summary>
    public DeviceConstant(double[] numbers, long[] shape) => (_numbers, _shape) = (numbers, shape);

    /// <summary>Indices.</summary>
    public DeviceConstant(long[] indices) => (_indices, _shape) = (indices, [indices.Length]);

    /// <summary>The numbers on the device, and for real numbers in the type, of a tensor.</summary>
    public Tensor On(Tensor like)
    {
        ScalarType type = _numbers is null ? ScalarType.Int64 : like.dtype;
        Device device = like.device;
        return _copies.GetOrAdd((device.type, device.index, type), _ => Copy(device, type));
    }

    // The copy outlives whatever dispose scope is open, and is no part of any graph.
    private Tensor Copy(Device device, ScalarType type)
    {
        using (no_grad())
        using (DisposeScope scope = NewDisposeScope())
        {
            Tensor numbers = _numbers is null ? tensor(_indices!, ScalarType.Int64) : tensor(_numbers, ScalarType.Float64);
            return scope.Detach(numbers.reshape(_shape).to(type).to(device).clone());
        }
    }
}
