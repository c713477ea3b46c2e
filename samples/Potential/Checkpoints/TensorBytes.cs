using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Reps;
using static TorchSharp.torch;

namespace Potential.Checkpoints;

/// <summary>Between torch's tensors and those of safetensors files, bit for bit.</summary>
public static class TensorBytes
{
    /// <summary>A copy of a tensor for a file.</summary>
    public static SafeTensor Of(string name, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        Tensor plain = tensor.detach().cpu().contiguous();
        return new SafeTensor(name, TypeOf(name, plain.dtype), plain.shape, plain.bytes.ToArray());
    }

    /// <summary>Copies numbers of a file into a tensor, which may be of another type.</summary>
    /// <exception cref="InvalidDataException">The shape differs.</exception>
    public static void CopyTo(SafeTensor source, Tensor target)
    {
        Require(source, target);
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        Tensor read = zeros(target.shape, TypeOf(source), CPU);
        source.Data.Span.CopyTo(read.bytes);
        target.copy_(read);
    }

    /// <summary>Requires tensors of a file to be those of a model: the same names and shapes.</summary>
    /// <exception cref="InvalidDataException">They are not; the message continues a sentence about the file.</exception>
    public static void Require(IReadOnlyDictionary<string, SafeTensor> sources, IReadOnlyDictionary<string, Tensor> targets)
    {
        string? missing = targets.Keys.FirstOrDefault(name => !sources.ContainsKey(name));
        if (missing is not null) throw new InvalidDataException($"has no tensor '{missing}', which the model has");
        string? unknown = sources.Keys.FirstOrDefault(name => !targets.ContainsKey(name));
        if (unknown is not null) throw new InvalidDataException($"has a tensor '{unknown}', which the model has not");
        foreach ((string name, SafeTensor source) in sources) Require(source, targets[name]);
    }

    /// <summary>The tensor of a file as a tensor of bytes.</summary>
    public static Tensor ToBytes(SafeTensor source) => tensor(source.Data.ToArray(), dtype: ScalarType.Byte);

    private static void Require(SafeTensor source, Tensor target)
    {
        if (!source.Shape.SequenceEqual(target.shape))
            throw new InvalidDataException($"has the tensor {source}, where the model has the shape [{string.Join(", ", target.shape)}]");
    }

    /// <summary>The tensors of a file whose names begin with a word and a slash, by the rest of their names.</summary>
    public static Dictionary<string, SafeTensor> Part(IEnumerable<SafeTensor> tensors, string word) =>
        tensors.Where(tensor => tensor.Name.StartsWith(word + "/", StringComparison.Ordinal)).ToDictionary(tensor => tensor.Name[(word.Length + 1)..]);

    private static SafeTensorDType TypeOf(string name, ScalarType type) => type switch
    {
        ScalarType.Float64 => SafeTensorDType.F64,
        ScalarType.Float32 => SafeTensorDType.F32,
        ScalarType.Int64 => SafeTensorDType.I64,
        ScalarType.Int32 => SafeTensorDType.I32,
        ScalarType.Byte => SafeTensorDType.U8,
        ScalarType.Bool => SafeTensorDType.Bool,
        _ => throw new NotSupportedException($"'{name}' is of type {type}, which the sample's files do not have."),
    };

    private static ScalarType TypeOf(SafeTensor source) => source.DType switch
    {
        SafeTensorDType.F64 => ScalarType.Float64,
        SafeTensorDType.F32 => ScalarType.Float32,
        SafeTensorDType.I64 => ScalarType.Int64,
        SafeTensorDType.I32 => ScalarType.Int32,
        SafeTensorDType.U8 => ScalarType.Byte,
        SafeTensorDType.Bool => ScalarType.Bool,
        _ => throw new InvalidDataException($"has the tensor {source}, of a type that no model has"),
    };
}
