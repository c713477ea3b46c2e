using System;
using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers.Checkpoints;

/// <summary>Tensors of a module as tensors of a file, and back.</summary>
internal static class StateTensors
{
    /// <summary>A copy of a tensor for a file.</summary>
    /// <exception cref="NotSupportedException">The format has no such numbers.</exception>
    public static SafeTensor ToFile(string name, Tensor tensor)
    {
        SafeTensorDType type = tensor.dtype switch
        {
            ScalarType.Float64 => SafeTensorDType.F64,
            ScalarType.Float32 => SafeTensorDType.F32,
            ScalarType.Float16 => SafeTensorDType.F16,
            ScalarType.BFloat16 => SafeTensorDType.BF16,
            ScalarType.Int64 => SafeTensorDType.I64,
            ScalarType.Int32 => SafeTensorDType.I32,
            ScalarType.Int16 => SafeTensorDType.I16,
            ScalarType.Int8 => SafeTensorDType.I8,
            ScalarType.Byte => SafeTensorDType.U8,
            ScalarType.Bool => SafeTensorDType.Bool,
            _ => throw new NotSupportedException($"'{name}' holds {tensor.dtype}, which safetensors files cannot: save with Module.save, or store real and imaginary parts."),
        };
        using (no_grad())
        using (NewDisposeScope())
        {
            Tensor values = tensor.detach().cpu().contiguous();
            return new SafeTensor(name, type, values.shape, values.numel() == 0 ? default : values.bytes.ToArray());
        }
    }

    /// <summary>Fails where a stored tensor is not of the shape and kind of a module's.</summary>
    public static void Check(string file, SafeTensor stored, Tensor target)
    {
        if (!stored.Shape.SequenceEqual(target.shape))
            throw new ModuleStateException(
                file, stored.Name,
                $"has the shape [{string.Join(", ", stored.Shape)}], but the module has [{string.Join(", ", target.shape)}] there",
                "Make the module with the sizes and signatures with which the file was made");
        if (IsFloating(stored) != target.is_floating_point())
            throw new ModuleStateException(
                file, stored.Name, $"holds {stored.DType}, but the module has {target.dtype} there", "Store whole numbers as integers and others as floating point");
    }

    /// <summary>Whether a stored tensor holds real numbers.</summary>
    public static bool IsFloating(SafeTensor stored) =>
        stored.DType is SafeTensorDType.F16 or SafeTensorDType.BF16 or SafeTensorDType.F32 or SafeTensorDType.F64;

    /// <summary>Copies stored tensors, which have been checked, into a module's.</summary>
    public static void Copy(IEnumerable<(SafeTensor Stored, Tensor Target)> pairs) => Copy(pairs, pairs.Select(_ => (List<(int, int)>?)null));

    /// <summary>The same, with ranges of last dimensions that change their sign.</summary>
    public static void Copy(IEnumerable<(SafeTensor Stored, Tensor Target)> pairs, IEnumerable<List<(int Offset, int Count)>?> negated)
    {
        using (no_grad())
            foreach (((SafeTensor stored, Tensor target), List<(int Offset, int Count)>? ranges) in pairs.Zip(negated))
                using (NewDisposeScope())
                {
                    long[] shape = [.. stored.Shape];
                    if (target.numel() == 0) continue;
                    Tensor values = stored.DType switch
                    {
                        SafeTensorDType.F64 => tensor(stored.ToDoubles(), ScalarType.Float64),
                        SafeTensorDType.F16 or SafeTensorDType.BF16 or SafeTensorDType.F32 => tensor(stored.ToSingles(), ScalarType.Float32),
                        _ => tensor(stored.ToInt64s(), ScalarType.Int64),
                    };
                    values = values.reshape(shape);
                    foreach ((int offset, int count) in ranges ?? []) values.narrow(-1, offset, count).neg_();
                    target.copy_(values);
                }
    }
}
