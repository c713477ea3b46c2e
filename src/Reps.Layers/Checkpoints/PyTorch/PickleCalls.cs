using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Layers.Checkpoints.PyTorch;

/// <summary>The names that the pickle of a state may have, and what they make of their arguments.</summary>
internal sealed class PickleCalls(PyTorchArchive archive)
{
    private const string Parameter = "torch._utils._rebuild_parameter";
    private const string PlainTensor = "Make it a plain tensor in Python, before torch.save";

    private static readonly HashSet<string> s_dictionaries = ["collections.OrderedDict", "collections.Counter", "collections.defaultdict"];
    private static readonly HashSet<string> s_tensors = ["torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2"];

    // Values of options beside the tensors.
    private static readonly HashSet<string> s_opaque =
    [
        "torch.Size", "torch.device", "builtins.dict", "__builtin__.dict", "torch.float64", "torch.float32", "torch.float16",
        "torch.bfloat16", "torch.int64", "torch.int32", "torch.int16", "torch.int8", "torch.uint8", "torch.bool", "torch.complex64",
        "torch.complex128",
    ];

    private static readonly HashSet<string> s_all = [Parameter, .. s_dictionaries, .. s_tensors, .. s_opaque];

    private static readonly Dictionary<string, string> s_special = new()
    {
        ["torch._utils._rebuild_qtensor"] = "has a quantized tensor",
        ["torch._utils._rebuild_sparse_tensor"] = "has a sparse tensor",
        ["torch._utils._rebuild_tensor_v3"] = "has a tensor of a number type that is not read",
        ["torch._utils._rebuild_meta_tensor_no_storage"] = "has a tensor without numbers, of the device meta",
        ["torch._tensor._rebuild_from_type_v2"] = "has a tensor of a class of its own",
    };

    /// <summary>A name, where it is one that a state may have.</summary>
    public static PickleName Name(string module, string name)
    {
        PickleName result = new(module, name);
        string full = result.ToString();
        if (s_all.Contains(full) || IsStorage(result)) return result;
        if (s_special.TryGetValue(full, out string? special)) throw new PickleException(special, PlainTensor);
        throw new PickleException(
            $"names {Excerpt.Of(full)}, which no state needs: it holds a module or other objects, and might run any program in Python",
            "If you trust the file, load it in Python with weights_only=False and save the state alone: "
                + "torch.save(model.state_dict(), \"state.pt\")");
    }

    /// <summary>What a function makes.</summary>
    public object Call(PickleName function, object?[] arguments)
    {
        string full = function.ToString();
        if (s_tensors.Contains(full)) return Tensor(arguments);
        if (full == Parameter && arguments is [PyTorchTensor tensor, ..]) return tensor;
        if (s_dictionaries.Contains(full)) return Dictionary(arguments);
        if (s_opaque.Contains(full)) return new PickleOpaque($"a value of {full}");
        throw new PickleException($"calls {full} with arguments that it does not take");
    }

    /// <summary>A storage, as the entry of the archive that holds its numbers.</summary>
    public PyTorchStorage Storage(object?[] identifier)
    {
        if (identifier is not ["storage", PickleName name, string key, string, long count, ..] || !IsStorage(name) || count < 0)
            throw new PickleException("describes a storage otherwise than PyTorch does");
        PyTorchStorage.TryType(name.Name, out (SafeTensorDType? Type, int Size)? type);
        PyTorchStorage storage = new(key, type!.Value.Type, type.Value.Size, count);
        long length = archive.StorageLength(key)
            ?? throw new PickleException($"refers to the storage {Excerpt.Of(key)}, which the file does not have");
        string claim = $"{count} numbers of {storage.ElementSize} bytes";
        return length == (Int128)count * storage.ElementSize
            ? storage
            : throw new PickleException($"refers to the storage {Excerpt.Of(key)} of {claim}, which has {length} bytes in the file");
    }

    private static PyTorchTensor Tensor(object?[] arguments)
    {
        if (arguments is not [PyTorchStorage storage, long offset, object?[] sizes, object?[] strides, ..]
            || !sizes.Concat(strides).All(number => number is long))
            throw new PickleException("describes a tensor otherwise than PyTorch does");
        bool negated = arguments is [_, _, _, _, _, _, PickleDictionary metadata, ..]
            && metadata.Items.TryGetValue("neg", out object? neg) && neg is true;
        PyTorchTensor tensor = new(storage, offset, [.. sizes.Cast<long>()], [.. strides.Cast<long>()], negated);
        return tensor.Fault() is string fault ? throw new PickleException($"has a tensor that {fault}") : tensor;
    }

    // A copy of a dictionary is the dictionary: pickles of copies that grow would take too long.
    private static PickleDictionary Dictionary(object?[] arguments) =>
        arguments switch
        {
            [] or [PickleName] or [object?[] and []] or [List<object?> and []] => new PickleDictionary(),
            [PickleDictionary same] => same,
            _ => throw new PickleException("makes a dictionary otherwise than PyTorch does"),
        };

    private static bool IsStorage(PickleName name) => name.Module == "torch" && PyTorchStorage.TryType(name.Name, out _);
}
